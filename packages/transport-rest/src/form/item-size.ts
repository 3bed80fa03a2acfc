import { type WireValue } from '@egoi-client/core';
import { maxWireDepth, type RequestSize } from '@egoi-client/core/wire';
import { bracketedLength, fieldTextLength } from './form-pieces.ts';

/** Indexes up to this many digits are provided for: ten million items are more than any call holds. */
const indexDigits = 7;

/** The longest name of a list in the catalogue. */
const listName = 'subscribers';

/** `functionOptions[list][index]`, with the brackets encoded. */
const prefixLength =
  'functionOptions'.length + bracketedLength(listName) + '%5B%5D'.length + indexDigits;

/**
 * The most that an item of a list takes up in a form, in a list whose name is no longer than
 * `subscribers`. What a form cannot carry counts nothing: the call
 * that holds it says what is wrong.
 */
export function itemSize(item: WireValue): RequestSize {
  const size = { bytes: 0, fields: 0 };
  add(item, prefixLength, size, 0);
  return size;
}

function add(
  value: WireValue | undefined,
  nameLength: number,
  size: { bytes: number; fields: number },
  level: number,
): void {
  if (value === null || value === undefined) return;
  if (typeof value !== 'object') {
    // `&` before the name and `=` behind it.
    size.bytes += nameLength + fieldTextLength(value) + 2;
    size.fields += 1;
    return;
  }
  if (level >= maxWireDepth) return;
  if (Array.isArray(value)) {
    const itemLength = nameLength + '%5B%5D'.length;
    value.forEach((item, index) => {
      add(item, itemLength + String(index).length, size, level + 1);
    });
    return;
  }
  for (const name of Object.keys(value)) {
    add(value[name], nameLength + bracketedLength(name), size, level + 1);
  }
}
