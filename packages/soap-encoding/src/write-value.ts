import {
  itemSizer,
  type RequestSize,
  type ValueSyntax,
  ValueWriter,
  WireFormatError,
  type WireValue,
} from '@egoi-client/core';
import { escapeText } from './escape.ts';

const soapSyntax: ValueSyntax = {
  around: (name) => ({ open: `<${name} xsi:type="xsd:string">`, close: `</${name}>` }),
  carriageReturn: '&#13;',
  scalar(value, name) {
    switch (typeof value) {
      case 'string':
        return `<${name} xsi:type="xsd:string"></${name}>`;
      case 'number':
        return `<${name} xsi:type="${numberType(value)}">${value}</${name}>`;
      case 'boolean':
        return `<${name} xsi:type="xsd:boolean">${value}</${name}>`;
      default:
        if (value === null) return `<${name} xsi:nil="true"/>`;
        throw new WireFormatError(`a value of the kind ${typeof value} cannot be written`);
    }
  },
  openList: (items, name) =>
    `<${name} SOAP-ENC:arrayType="${itemType(items)}[${items.length}]" xsi:type="SOAP-ENC:Array"${items.length === 0 ? '/>' : '>'}`,
  closeList: (name) => `</${name}>`,
  openStruct: (isEmpty, name) =>
    isEmpty ? soapSyntax.openList([], name) : `<${name} xsi:type="ns2:Map">`,
  closeStruct: (name) => `</${name}>`,
  openMember: (key) => `<item><key xsi:type="${keyType(key)}">${escapeText(key)}</key>`,
  closeMember: '</item>',
};

/**
 * Writes a value as an element of a name that has been checked, in the forms of PHP's SOAP extension:
 * structs as Apache `Map`, lists as `SOAP-ENC:Array`, an empty struct as the empty list that it is to
 * PHP. Needs the prefixes `xsi`, `xsd`, `SOAP-ENC` and `ns2` (Apache) in scope, and throws a
 * `WireFormatError` for values that no wire carries. Source: golden files every-type and bulk.
 */
export const soapWriter: ValueWriter = new ValueWriter(soapSyntax);

/** How much room a value takes up as an item of a list. */
export const itemSize: (item: WireValue) => RequestSize = itemSizer(soapSyntax);

/**
 * What an array says of its items: their type when all have the same, else the schema's word for
 * anything. PHP says `xsd:ur-type`, which the schema does not have and Apache Axis refuses.
 */
function itemType(items: readonly WireValue[]): string {
  const first = items[0];
  const type = first === undefined ? undefined : typeName(first);
  if (type === undefined) return 'xsd:anyType';
  return items.every((item) => typeName(item) === type) ? type : 'xsd:anyType';
}

function typeName(value: WireValue): string | undefined {
  switch (typeof value) {
    case 'string':
      return 'xsd:string';
    case 'number':
      return numberType(value);
    case 'boolean':
      return 'xsd:boolean';
    default:
      if (value === null) return undefined;
      return Array.isArray(value) || isEmptyStruct(value) ? 'SOAP-ENC:Array' : 'ns2:Map';
  }
}

/** Without a list of all names, which would be made for every row of a list. */
function isEmptyStruct(struct: object): boolean {
  for (const name in struct) if (Object.hasOwn(struct, name)) return false;
  return true;
}

function numberType(value: number): string {
  if ((value | 0) === value) return 'xsd:int';
  if (Number.isSafeInteger(value)) return 'xsd:long';
  if (!Number.isFinite(value)) throw new WireFormatError('a number is not finite');
  return 'xsd:float';
}

const longest = 9_223_372_036_854_775_807n;

/** PHP makes an integer of a key that is decimal in its one shortest form, within 64 bits. */
function keyType(key: string): string {
  if (!/^(?:0|-?[1-9]\d{0,18})$/.test(key)) return 'xsd:string';
  if (key.length < 19) return 'xsd:int';
  const value = BigInt(key);
  return value <= longest && value >= -longest - 1n ? 'xsd:int' : 'xsd:string';
}
