import { WireFormatError } from '@egoi-client/core/wire';
import type { XmlAttributes } from '@egoi-client/xml';
import { namespaces } from './namespaces.ts';
import { ownType, type ValueKind, type ValueType } from './value-type.ts';

/** What the attributes of an element say of its value, by the rules of SOAP encoding. */
export interface EncodingAttributes {
  /** The name by which references point to it. */
  readonly id: string | undefined;
  /** What it refers to in place of having content. */
  readonly href: string | undefined;
  readonly isNil: boolean;
  /** Missing where the type is for the element around it, or for the content, to say. */
  readonly type: ValueType | undefined;
  /** Where in the list around it it stands, from 0; missing where it is the next. */
  readonly position: number | undefined;
}

const none: EncodingAttributes = {
  id: undefined,
  href: undefined,
  isNil: false,
  type: undefined,
  position: undefined,
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
    position: positionIn(attributes),
  };
  if (offsetIn(attributes) !== 0) {
    throw new WireFormatError('an array does not begin with its first item');
  }
  attributes.memo = read;
  attributes.role = roleOf(name, read);
  return read;
}

/** Source: SOAP 1.1, 5.4.2.2, sparse arrays. */
function positionIn(attributes: XmlAttributes): number | undefined {
  const position = attributes.get(namespaces.encoding, 'position');
  return position === undefined ? undefined : indexIn(position);
}

/** Source: SOAP 1.1, 5.4.2.1, partially transmitted arrays. */
function offsetIn(attributes: XmlAttributes): number {
  const offset = attributes.get(namespaces.encoding, 'offset');
  return offset === undefined ? 0 : indexIn(offset);
}

function indexIn(text: string): number {
  const digits = /^\s*\[\s*(\d{1,15})\s*\]\s*$/.exec(text)?.[1];
  if (digits === undefined) throw new WireFormatError('an index of an array cannot be read');
  return Number(digits);
}

const leafKinds: ReadonlySet<ValueKind> = new Set(['text', 'number', 'float', 'boolean']);

/** What the text of an element is to whoever reads run by run: the keys of a map are parts of its markup. */
function roleOf(
  name: string,
  { id, href, isNil, type }: EncodingAttributes,
): XmlAttributes['role'] {
  if (id !== undefined || href !== undefined || isNil) return undefined;
  const kind = type?.kind ?? 'open';
  if (name === 'key') return kind === 'text' || kind === 'open' ? 'label' : undefined;
  return leafKinds.has(kind) ? 'leaf' : undefined;
}
