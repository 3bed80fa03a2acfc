import { SaxesParser, type SaxesTagNS } from 'saxes';
import { XmlError } from './xml-error.ts';

/** A name with its prefix resolved. */
export interface XmlName {
  /** Namespace, `''` where there is none. */
  readonly uri: string;
  readonly local: string;
}

/** The attributes of the element that has just started. Valid only during `start`. */
export interface XmlAttributes {
  /** The value of an attribute; `uri` is `''` for names without a prefix. */
  get(uri: string, local: string): string | undefined;
  /** Resolves a qualified name in a value, such as that of `xsi:type`. An unknown prefix gives `uri: ''`. */
  resolve(qualifiedName: string): XmlName;
}

/** What a document consists of, in order. Text may come in several pieces. */
export interface XmlHandler {
  start(name: XmlName, attributes: XmlAttributes): void;
  text(text: string): void;
  end(name: XmlName): void;
}

export interface XmlLimits {
  /** Most elements inside one another. @default 512 */
  readonly maxDepth?: number;
  /** Most attributes of one element. @default 64 */
  readonly maxAttributes?: number;
}

export interface XmlReader {
  /** Takes the next piece of the document; pieces may be cut anywhere. */
  write(chunk: string): void;
  /** Says that the document has ended. @throws XmlError when it is not complete */
  end(): void;
}

/**
 * Reads a document piece by piece and hands its elements and texts to a handler as they come.
 * Strict: one root, well-formed, namespaces resolved; no document type, no entities but the five of
 * XML and character references.
 *
 * @throws XmlError from `write` and `end`, and what the handler throws passes through: the reader is
 *   spent then
 */
export function createXmlReader(handler: XmlHandler, limits: XmlLimits = {}): XmlReader {
  const { maxDepth = 512, maxAttributes = 64 } = limits;
  const parser = new SaxesParser({ xmlns: true, position: false });
  const started = new StartedElement(parser);
  let depth = 0;
  let attributes = 0;
  let inHandler = false;

  parser.on('error', () => refuse('the XML document is not well-formed'));
  parser.on('doctype', () => refuse('a document type declaration is refused'));
  parser.on('opentagstart', () => {
    attributes = 0;
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > maxAttributes) refuse(`an element has more than ${maxAttributes} attributes`);
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > maxDepth) refuse(`elements are nested deeper than ${maxDepth} levels`);
    started.tag = tag;
    inHandler = true;
    handler.start(tag, started);
    inHandler = false;
  });
  const onText = (text: string) => {
    if (depth === 0) return;
    inHandler = true;
    handler.text(text);
    inHandler = false;
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', (tag) => {
    depth -= 1;
    inHandler = true;
    handler.end(tag);
    inHandler = false;
  });

  // saxes itself fails on some documents that end early, such as within the XML declaration.
  const guarded = (read: () => unknown) => {
    try {
      read();
    } catch (error) {
      if (inHandler || error instanceof XmlError) throw error;
      refuse('the XML document is not well-formed');
    }
  };
  return {
    write: (chunk) => guarded(() => parser.write(chunk)),
    end: () => guarded(() => parser.close()),
  };
}

/** Reads a whole document at once. @throws XmlError */
export function readXml(document: string, handler: XmlHandler, limits?: XmlLimits): void {
  const reader = createXmlReader(handler, limits);
  reader.write(document);
  reader.end();
}

function refuse(reason: string): never {
  throw new XmlError(reason);
}

/** The attributes of whichever element has just started: one object for all of them. */
class StartedElement implements XmlAttributes {
  tag: SaxesTagNS | undefined;
  readonly #parser: { resolve(prefix: string): string | undefined };

  constructor(parser: { resolve(prefix: string): string | undefined }) {
    this.#parser = parser;
  }

  get(uri: string, local: string): string | undefined {
    const attributes = this.tag?.attributes;
    // saxes keeps them in an object without a prototype.
    for (const name in attributes) {
      const attribute = attributes[name];
      if (attribute?.local === local && attribute.uri === uri) return attribute.value;
    }
    return undefined;
  }

  resolve(qualifiedName: string): XmlName {
    const colon = qualifiedName.indexOf(':');
    const prefix = colon === -1 ? '' : qualifiedName.slice(0, colon);
    return {
      uri: this.tag?.ns[prefix] ?? this.#parser.resolve(prefix) ?? '',
      local: qualifiedName.slice(colon + 1),
    };
  }
}
