import { type WireValue } from '@egoi-client/core';
import {
  isWholeNumber,
  phpNumber,
  type RequestSize,
  WireFormatError,
  wholeDigits,
} from '@egoi-client/core/wire';
import { itemSizer, type ValueSyntax, ValueWriter } from '@egoi-client/xml';
import { escapeText } from './escape.ts';
import type { SoapVersion } from './soap-call.ts';

/** The attributes of an array in each version. */
const arrayAttributes: Readonly<Record<SoapVersion, (items: string, size: number) => string>> = {
  '1.1': (items, size) => `SOAP-ENC:arrayType="${items}[${size}]"`,
  '1.2': (items, size) => `enc:itemType="${items}" enc:arraySize="${size}"`,
};

const arrayTypes = { '1.1': 'SOAP-ENC:Array', '1.2': 'enc:Array' } as const;

function syntaxOf(version: SoapVersion): ValueSyntax {
  const arrayType = arrayTypes[version];
  const attributes = arrayAttributes[version];
  const openList = (items: readonly WireValue[], name: string): string =>
    `<${name} ${attributes(itemType(items, arrayType), items.length)} xsi:type="${arrayType}"${items.length === 0 ? '/>' : '>'}`;
  return {
    around: (name) => ({ open: `<${name} xsi:type="xsd:string">`, close: `</${name}>` }),
    carriageReturn: '&#13;',
    scalar(value, name) {
      switch (typeof value) {
        case 'string':
          return `<${name} xsi:type="xsd:string"></${name}>`;
        case 'number':
          return `<${name} xsi:type="${numberType(value)}">${numberText(value)}</${name}>`;
        case 'boolean':
          return `<${name} xsi:type="xsd:boolean">${value}</${name}>`;
        default:
          if (value === null) return `<${name} xsi:nil="true"/>`;
          throw new WireFormatError(`a value of the kind ${typeof value} cannot be written`);
      }
    },
    openList,
    closeList: (name) => `</${name}>`,
    openStruct: (isEmpty, name) => (isEmpty ? openList([], name) : `<${name} xsi:type="ns2:Map">`),
    closeStruct: (name) => `</${name}>`,
    openMember: (key) => `<item><key xsi:type="${keyType(key)}">${escapeText(key)}</key>`,
    closeMember: '</item>',
  };
}

/**
 * Writes a value as an element of a name that has been checked, in the forms of PHP's SOAP extension:
 * structs as Apache `Map`, lists as arrays of the version's encoding, an empty struct as the empty list
 * that it is to PHP. Needs the prefixes of `openEnvelope` in scope, and throws a
 * `WireFormatError` for values that no wire carries. Source: golden files every-type and bulk.
 */
export const soapWriters: Readonly<Record<SoapVersion, ValueWriter>> = {
  '1.1': new ValueWriter(syntaxOf('1.1')),
  '1.2': new ValueWriter(syntaxOf('1.2')),
};

/** How much room a value takes up as an item of a list. */
export const itemSize: (item: WireValue) => RequestSize = itemSizer(syntaxOf('1.1'));

/**
 * What an array says of its items: their type when all have the same, else the schema's word for
 * anything. PHP says `xsd:ur-type`, which the schema does not have and Apache Axis refuses.
 */
function itemType(items: readonly WireValue[], arrayType: string): string {
  const first = items[0];
  const type = first === undefined ? undefined : typeName(first, arrayType);
  if (type === undefined) return 'xsd:anyType';
  return items.every((item) => typeName(item, arrayType) === type) ? type : 'xsd:anyType';
}

function typeName(value: WireValue, arrayType: string): string | undefined {
  switch (typeof value) {
    case 'string':
      return 'xsd:string';
    case 'number':
      return numberType(value);
    case 'boolean':
      return 'xsd:boolean';
    default:
      if (value === null) return undefined;
      return Array.isArray(value) || isEmptyStruct(value) ? arrayType : 'ns2:Map';
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

function numberText(value: number): string {
  if (isWholeNumber(value)) return wholeDigits(value);
  // In digits it would be read as an integer.
  return Number.isInteger(value) ? phpNumber(value) : String(value);
}

const longest = 9_223_372_036_854_775_807n;

/** PHP makes an integer of a key that is decimal in its one shortest form, within 64 bits. */
function keyType(key: string): string {
  if (!/^(?:0|-?[1-9]\d{0,18})$/.test(key)) return 'xsd:string';
  if (key.length < 19) return 'xsd:int';
  const value = BigInt(key);
  return value <= longest && value >= -longest - 1n ? 'xsd:int' : 'xsd:string';
}
