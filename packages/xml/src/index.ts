export type {
  XmlAttributes,
  XmlEvent,
  XmlHandler,
  XmlName,
  XmlRun,
} from './reading/xml-handler.ts';
export {
  createXmlReader,
  readXml,
  type XmlReader,
  type XmlReaderOptions,
} from './reading/xml-reader.ts';
export { readOnce, replay } from './reading/runs.ts';
export { itemSizer } from './writing/item-size.ts';
export { type ValueSyntax, ValueWriter } from './writing/value-writer.ts';
export { escapeXmlText } from './writing/xml-text.ts';
