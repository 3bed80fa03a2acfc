import { Scanner } from './scanner.ts';
import type { XmlHandler } from './xml-handler.ts';

export interface XmlReaderOptions {
  /** Most elements inside one another. @default 512 */
  readonly maxDepth?: number;
  /** Most attributes of one element. @default 64 */
  readonly maxAttributes?: number;
  /**
   * Whether blank characters and byte order marks may stand before the document, as scripts leave
   * them that speak before they answer. @default false
   */
  readonly blankStart?: boolean;
}

export interface XmlReader {
  /** Takes the next piece of the document; pieces may be cut anywhere. */
  write(chunk: string): void;
  /** Says that the document has ended. @throws WireFormatError when it is not complete */
  end(): void;
}

/**
 * Reads a document piece by piece and hands its elements and texts to a handler as they come.
 * Strict: one root, well-formed, namespaces resolved; no document type, no entities but the five of
 * XML and character references.
 *
 * @throws WireFormatError from `write` and `end`, without a part of the document in it; what the
 *   handler throws passes through: the reader is spent then
 */
export function createXmlReader(handler: XmlHandler, options: XmlReaderOptions = {}): XmlReader {
  const { maxDepth = 512, maxAttributes = 64, blankStart = false } = options;
  return new Scanner(handler, { maxDepth, maxAttributes, blankStart });
}

/** Reads a whole document at once. @throws WireFormatError as `createXmlReader` */
export function readXml(document: string, handler: XmlHandler, options?: XmlReaderOptions): void {
  const reader = createXmlReader(handler, options);
  reader.write(document);
  reader.end();
}
