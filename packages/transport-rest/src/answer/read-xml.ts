import {
  maxWireDepth,
  setMember,
  WireFormatError,
  type WireObject,
  type WireValue,
} from '@egoi-client/core';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { admitXml, decodeXmlText } from './xml-text.ts';

/** A node as the parser gives it, in document order: one text, or one element under its name. */
type XmlNode = { readonly [name: string]: string | readonly XmlNode[] };

const textName = '#text';

/** In front of every name while it passes through the parser, which refuses or renames `constructor`, `toString` and others. */
const mark = '.';

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: false,
  textNodeName: textName,
  // The envelope, the method and a leaf stand around and in the deepest value.
  maxNestedTags: maxWireDepth + 8,
  // For self-closing elements the parser calls this twice.
  transformTagName: (name) => (name.startsWith(mark) ? name : mark + name),
  // Its own decoder leaves numeric references and unknown entities as they stand.
  entityDecoder: {
    decode: decodeXmlText,
    setExternalEntities: () => {},
    addInputEntities: () => {},
    setXmlVersion: () => {},
    reset: () => {},
  },
});

/**
 * Reads the text of an XML answer into what the service's own conversion to JSON makes of it:
 * structs of texts, attributes left out, elements of one name as a list. Texts are not trimmed.
 *
 * @throws WireFormatError
 */
export function readXml(document: string): WireValue {
  const text = admitXml(document);
  if (XMLValidator.validate(text) !== true) {
    throw new WireFormatError('it is not well-formed XML, or not all of it came');
  }
  const root = readContent(parse(text));
  // The validator lets a second root pass behind an empty one.
  if (typeof root === 'string' || Object.values(root).length !== 1) {
    throw new WireFormatError('it has not one root element');
  }
  return root;
}

function parse(text: string): readonly XmlNode[] {
  try {
    return parser.parse(text) as readonly XmlNode[];
  } catch (error) {
    if (error instanceof WireFormatError) throw error;
    // The parser's messages quote the document.
    throw new WireFormatError('it is not XML that can be read');
  }
}

function readContent(nodes: readonly XmlNode[]): string | WireObject {
  const elements = new Map<string, WireValue[]>();
  let text = '';
  for (const node of nodes) {
    for (const [name, content] of Object.entries(node)) {
      if (typeof content === 'string') {
        text += content;
        continue;
      }
      const value = readContent(content);
      const sameName = elements.get(name);
      if (sameName === undefined) elements.set(name, [value]);
      else sameName.push(value);
    }
  }
  if (elements.size === 0) return text;
  if (/[^ \t\r\n]/.test(text)) throw new WireFormatError('it has text beside elements');
  const struct: WireObject = {};
  for (const [name, values] of elements) {
    const [first = ''] = values;
    setMember(struct, name.slice(mark.length), values.length === 1 ? first : values);
  }
  return struct;
}
