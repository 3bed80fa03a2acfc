import type { XmlAttributes } from '@egoi-client/xml-reader';
import { namespaces } from './namespaces.ts';
import { ownType, type ValueType } from './value-type.ts';

/** What the attributes of an element say of its value, by the rules of SOAP encoding. */
export interface EncodingAttributes {
  /** The name by which references point to it. */
  readonly id: string | undefined;
  /** What it refers to in place of having content. */
  readonly href: string | undefined;
  readonly isNil: boolean;
  /** Missing where the type is for the element around it, or for the content, to say. */
  readonly type: ValueType | undefined;
}

const none: EncodingAttributes = {
  id: undefined,
  href: undefined,
  isNil: false,
  type: undefined,
};

/** What points to another element: `href="#id"` of SOAP 1.1, `enc:ref` of 1.2, which PHP writes with the mark, too. */
function hrefOf(attributes: XmlAttributes): string | undefined {
  const reference = attributes.get(namespaces.encoding12, 'ref');
  if (reference === undefined) return attributes.get('', 'href');
  return reference.startsWith('#') ? reference : `#${reference}`;
}

/** Reads the attributes of an element, once for all elements that share them. */
export function encodingAttributesOf(name: string, attributes: XmlAttributes): EncodingAttributes {
  const known = attributes.memo as EncodingAttributes | undefined;
  if (known !== undefined) return known;
  if (!attributes.hasAttributes) {
    attributes.memo = none;
    attributes.role = roleOf(name, none);
    return none;
  }
  const nil = attributes.get(namespaces.schemaInstance, 'nil');
  const read: EncodingAttributes = {
    id: attributes.get('', 'id') ?? attributes.get(namespaces.encoding12, 'id'),
    href: hrefOf(attributes),
    isNil: nil === 'true' || nil === '1',
    type: ownType(attributes),
  };
  attributes.memo = read;
  attributes.role = roleOf(name, read);
  return read;
}

/** What the text of an element is to whoever reads run by run: the keys of a map are parts of its markup. */
function roleOf(
  name: string,
  { id, href, isNil, type }: EncodingAttributes,
): XmlAttributes['role'] {
  if (id !== undefined || href !== undefined || isNil) return undefined;
  const kind = type?.kind ?? 'open';
  if (name === 'key') return kind === 'text' || kind === 'open' ? 'label' : undefined;
  return kind === 'text' || kind === 'number' || kind === 'boolean' ? 'leaf' : undefined;
}
