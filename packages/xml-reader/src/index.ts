export { XmlError } from './xml-error.ts';
export type { XmlAttributes, XmlHandler, XmlName } from './xml-handler.ts';
export { createXmlReader, readXml, type XmlLimits, type XmlReader } from './xml-reader.ts';
