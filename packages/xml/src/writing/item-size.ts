import type { WireValue } from '@egoi-client/core';
import {
  maxWireDepth,
  type RequestSize,
  utf8Length,
  WireFormatError,
} from '@egoi-client/core/wire';
import type { ValueSyntax } from './value-writer.ts';
import { escapedXmlLength } from './xml-text.ts';

const maxKnownNames = 1000;
const maxKnownLength = 128;

/**
 * Makes what tells how much room a value takes up as an item of a list that a `ValueWriter` writes,
 * without writing its texts. What the syntax refuses counts nothing: the call that holds it says what is wrong.
 */
export function itemSizer(syntax: ValueSyntax): (item: WireValue) => RequestSize {
  const members = new Map<string, number>();
  const lengthAround = (element: string): number => {
    const { open, close } = syntax.around(element);
    return open.length + close.length;
  };
  const aroundText = { item: lengthAround('item'), value: lengthAround('value') };

  const memberLength = (name: string): number => {
    const known = members.get(name);
    if (known !== undefined) return known;
    const length = utf8Length(syntax.openMember(name)) + syntax.closeMember.length;
    const isKept = members.size < maxKnownNames && name.length <= maxKnownLength;
    if (isKept) members.set(name, length);
    return length;
  };
  const lengthOf = (value: WireValue, element: 'item' | 'value', level: number): number => {
    if (typeof value === 'string' && value !== '') {
      return aroundText[element] + escapedXmlLength(value);
    }
    if (typeof value !== 'object' || value === null) {
      return syntax.scalar(value, element).length;
    }
    if (level >= maxWireDepth) return 0;
    if (Array.isArray(value)) {
      let bytes = syntax.openList(value, element).length;
      if (value.length > 0) bytes += syntax.closeList(element).length;
      for (const item of value) bytes += lengthOf(item, 'item', level + 1);
      return bytes;
    }
    const names = Object.keys(value);
    let bytes = syntax.openStruct(names.length === 0, element).length;
    if (names.length > 0) bytes += syntax.closeStruct(element).length;
    for (const name of names) {
      bytes += memberLength(name) + lengthOf(value[name] as WireValue, 'value', level + 1);
    }
    return bytes;
  };
  return (item) => {
    try {
      return { bytes: lengthOf(item, 'item', 0), fields: 0 };
    } catch (error) {
      if (error instanceof WireFormatError) return { bytes: 0, fields: 0 };
      throw error;
    }
  };
}
