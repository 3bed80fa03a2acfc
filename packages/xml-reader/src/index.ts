export { XmlError } from './xml-error.ts';
export type { XmlAttributes, XmlEvent, XmlHandler, XmlName, XmlRun } from './xml-handler.ts';
export { createXmlReader, readXml, type XmlReader, type XmlReaderOptions } from './xml-reader.ts';
export { replay } from './runs.ts';
