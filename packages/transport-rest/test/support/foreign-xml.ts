import type { WireObject, WireValue } from '@egoi-client/core';
import { XMLParser } from 'fast-xml-parser';

/** A node as the parser gives it, in document order: one text, or one element under its name. */
type XmlNode = { readonly [name: string]: string | readonly XmlNode[] };

const references: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  maxNestedTags: 100,
  // The parser refuses or renames `constructor`, `toString` and others.
  transformTagName: (name) => (name.startsWith('.') ? name : `.${name}`),
  entityDecoder: {
    decode: (text: string) =>
      text.replaceAll(/&[^;]*;/g, (reference) =>
        reference.startsWith('&#x')
          ? String.fromCodePoint(Number.parseInt(reference.slice(3), 16))
          : (references[reference] ?? String.fromCodePoint(Number(reference.slice(2, -1)))),
      ),
    setExternalEntities: () => {},
    addInputEntities: () => {},
    setXmlVersion: () => {},
    reset: () => {},
  },
});

/** What fast-xml-parser reads in a document, turned into structs and lists. */
export function readForeign(document: string): WireValue {
  return contentOf(parser.parse(document) as readonly XmlNode[]);
}

function contentOf(nodes: readonly XmlNode[]): WireValue {
  const struct: WireObject = Object.create(null);
  let text = '';
  for (const [name, content] of nodes.flatMap((node) => Object.entries(node))) {
    if (typeof content === 'string') {
      text += content;
      continue;
    }
    const member = name.slice(1);
    const before = struct[member];
    const value = contentOf(content);
    if (Array.isArray(before)) before.push(value);
    else struct[member] = before === undefined ? value : [before, value];
  }
  const names = Object.keys(struct);
  return names.length === 0 ? text : { ...struct };
}
