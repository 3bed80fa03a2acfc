import { WireFormatError } from '@egoi-client/core/wire';
import type { XmlAttributes, XmlName } from '@egoi-client/xml';
import { namespaces } from './namespaces.ts';

/**
 * How an element's content becomes a value. `open` is decided by the content: text, or a struct once
 * a child element comes.
 */
export type ValueKind =
  | 'text'
  | 'number'
  | 'float'
  | 'decimal'
  | 'boolean'
  | 'base64'
  | 'hex'
  | 'list'
  | 'map'
  | 'struct'
  | 'open';

export interface ValueType {
  readonly kind: ValueKind;
  /** What the items of a list are where they do not say it themselves. */
  readonly items?: ValueType;
}

/** The type of an element that says nothing about itself. */
export const openType: ValueType = { kind: 'open' };

const types = {
  text: { kind: 'text' },
  number: { kind: 'number' },
  float: { kind: 'float' },
  decimal: { kind: 'decimal' },
  hex: { kind: 'hex' },
  boolean: { kind: 'boolean' },
  base64: { kind: 'base64' },
  list: { kind: 'list', items: openType },
  map: { kind: 'map' },
  struct: { kind: 'struct' },
} as const satisfies Record<string, ValueType>;

const simpleTypes: ReadonlyMap<string, ValueType> = new Map([
  ...['int', 'integer', 'long', 'short', 'byte'].map(asNumber),
  ...['unsignedInt', 'unsignedLong', 'unsignedShort', 'unsignedByte'].map(asNumber),
  ...['nonNegativeInteger', 'positiveInteger'].map(asNumber),
  ...['nonPositiveInteger', 'negativeInteger'].map(asNumber),
  ...['float', 'double'].map((name) => [name, types.float] as const),
  ['decimal', types.decimal],
  ['boolean', types.boolean],
  ...['base64Binary', 'base64'].map((name) => [name, types.base64] as const),
  ['hexBinary', types.hex],
  ...['anyType', 'ur-type', 'anySimpleType'].map((name) => [name, openType] as const),
]);

function asNumber(name: string): readonly [string, ValueType] {
  return [name, types.number];
}

/** The type that an element says it has: with `xsi:type`, else with the array attributes of either version. */
export function ownType(attributes: XmlAttributes): ValueType | undefined {
  const name = attributes.get(namespaces.schemaInstance, 'type');
  const type = name === undefined ? undefined : namedType(attributes.resolve(name.trim()));
  if (type !== undefined && type.kind !== 'list') return type;
  const arrayType = attributes.get(namespaces.encoding, 'arrayType');
  if (arrayType !== undefined) return arrayOf(arrayType.trim(), attributes);
  return arrayOf12(attributes) ?? type;
}

/** Types of a schema that nobody here has read are left to the content. */
function namedType({ uri, local }: XmlName): ValueType {
  if (uri === namespaces.schema) return simpleTypes.get(local) ?? types.text;
  if (uri === namespaces.apache) {
    if (local === 'Map') return types.map;
    return local === 'Vector' ? types.list : openType;
  }
  if (uri === namespaces.encoding || uri === namespaces.encoding12) {
    if (local === 'Array') return types.list;
    return local === 'Struct' ? types.struct : (simpleTypes.get(local) ?? types.text);
  }
  return openType;
}

function ofSeveralDimensions(): WireFormatError {
  return new WireFormatError('an array has several dimensions');
}

/** `xsd:int[2]` is a list of numbers, `xsd:int[][2]` a list of such lists. */
function arrayOf(text: string, attributes: XmlAttributes): ValueType {
  const bracket = text.lastIndexOf('[');
  if (text.includes(',', bracket)) throw ofSeveralDimensions();
  if (bracket === -1 || text.length > 256) return types.list;
  const item = text.slice(0, bracket);
  if (item.endsWith(']')) return { kind: 'list', items: arrayOf(item, attributes) };
  return { kind: 'list', items: namedType(attributes.resolve(item)) };
}

/** `itemType="xsd:int" arraySize="2"`. Source: SOAP 1.2, part 2, 3.1.6. */
function arrayOf12(attributes: XmlAttributes): ValueType | undefined {
  const itemType = attributes.get(namespaces.encoding12, 'itemType');
  const size = attributes.get(namespaces.encoding12, 'arraySize');
  if (itemType === undefined && size === undefined) return undefined;
  if (size !== undefined && !/^\s*(?:\*|\d+)?\s*$/.test(size)) {
    throw ofSeveralDimensions();
  }
  if (itemType === undefined) return types.list;
  return { kind: 'list', items: namedType(attributes.resolve(itemType.trim())) };
}
