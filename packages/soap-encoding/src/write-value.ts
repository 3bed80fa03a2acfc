import {
  isWireObject,
  maxWireDepth,
  WireFormatError,
  type WireObject,
  type WireValue,
} from '@egoi-client/core';
import { escapeText } from './escape.ts';

/**
 * Writes one value as an element, in the forms of PHP's SOAP extension: structs as Apache `Map`,
 * lists as `SOAP-ENC:Array`, an empty struct as the empty list that it is to PHP. Needs the prefixes
 * `xsi`, `xsd`, `SOAP-ENC` and `ns2` (Apache) in scope. Source: golden files every-type and bulk.
 *
 * @param name the element's name, already checked
 * @param level how many lists and structs are around the value
 * @throws WireFormatError for values that no wire carries, and beyond `maxWireDepth` levels
 */
export function writeValue(name: string, value: WireValue, level: number): string {
  switch (typeof value) {
    case 'string':
      return `<${name} xsi:type="xsd:string">${escapeText(value)}</${name}>`;
    case 'number':
      return `<${name} xsi:type="${numberType(value)}">${value}</${name}>`;
    case 'boolean':
      return `<${name} xsi:type="xsd:boolean">${value}</${name}>`;
    case 'object':
      if (value === null) return `<${name} xsi:nil="true"/>`;
      if (level >= maxWireDepth) {
        throw new WireFormatError(`a value is nested deeper than ${maxWireDepth} levels`);
      }
      if (Array.isArray(value)) return writeList(name, value, level + 1);
      return writeStruct(name, value, level + 1);
    default:
      throw new WireFormatError(`a value of the kind ${typeof value} cannot be written`);
  }
}

function writeList(name: string, items: readonly WireValue[], level: number): string {
  const open = `<${name} SOAP-ENC:arrayType="${itemType(items)}[${items.length}]" xsi:type="SOAP-ENC:Array"`;
  if (items.length === 0) return `${open}/>`;
  let content = '';
  for (const item of items) content += writeValue('item', item, level);
  return `${open}>${content}</${name}>`;
}

function writeStruct(name: string, struct: WireObject, level: number): string {
  let content = '';
  for (const [key, value] of Object.entries(struct)) {
    const type = isIntegerKey(key) ? 'xsd:int' : 'xsd:string';
    content += `<item><key xsi:type="${type}">${escapeText(key)}</key>${writeValue('value', value, level)}</item>`;
  }
  if (content === '') return writeList(name, [], level);
  return `<${name} xsi:type="ns2:Map">${content}</${name}>`;
}

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
  if (typeof value === 'string') return 'xsd:string';
  if (typeof value === 'number') return numberType(value);
  if (typeof value === 'boolean') return 'xsd:boolean';
  if (isWireObject(value) && Object.keys(value).length > 0) return 'ns2:Map';
  return value === null ? undefined : 'SOAP-ENC:Array';
}

function numberType(value: number): string {
  if (Number.isSafeInteger(value)) {
    return value >= -2_147_483_648 && value <= 2_147_483_647 ? 'xsd:int' : 'xsd:long';
  }
  if (!Number.isFinite(value)) throw new WireFormatError('a number is not finite');
  return 'xsd:float';
}

const longest = 9_223_372_036_854_775_807n;

/** Whether PHP makes an integer of a key: decimal in its one shortest form, within 64 bits. */
function isIntegerKey(key: string): boolean {
  if (!/^(?:0|-?[1-9]\d{0,18})$/.test(key)) return false;
  if (key.length < 19) return true;
  const value = BigInt(key);
  return value <= longest && value >= -longest - 1n;
}
