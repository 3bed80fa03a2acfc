export { XmlError } from './xml-error.ts';
export {
  createXmlReader,
  readXml,
  type XmlAttributes,
  type XmlHandler,
  type XmlLimits,
  type XmlName,
  type XmlReader,
} from './xml-reader.ts';
