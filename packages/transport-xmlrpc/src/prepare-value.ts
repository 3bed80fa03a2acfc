import { holdsUncarried, maxWireDepth, WireFormatError, type WireValue } from '@egoi-client/core';
import { decimalText } from './decimal-text.ts';
import { emptyStruct, type Prepared, typedText } from './serializer.ts';

/** How whole numbers beyond 32 bits are written: the specification's `<int>` has no room for them. */
export type WideIntegers = 'double' | 'int';

/**
 * Checks a value and makes of it what the library writes without harm. The library itself would
 * write `undefined` as an empty text, `NaN` as a number, `1e-7` with an exponent; it loses CR and
 * all but the first `]]>` of a text in CDATA, and never returns from a value that holds itself.
 *
 * @param value any wire value, at most `maxWireDepth` lists and structs inside one another
 * @param wideIntegers the element for whole numbers that 32 bits do not hold
 * @throws WireFormatError for what XML-RPC cannot carry; the message holds nothing of the value
 */
export function prepareValue(value: WireValue, wideIntegers: WideIntegers): Prepared {
  return prepare(value, wideIntegers, 0);
}

function prepare(value: unknown, wideIntegers: WideIntegers, depth: number): Prepared {
  switch (typeof value) {
    case 'string':
      return prepareText(value);
    case 'boolean':
      return value;
    case 'number':
      return prepareNumber(value, wideIntegers);
    case 'object':
      return value === null ? null : prepareObject(value, wideIntegers, depth + 1);
    default:
      throw new WireFormatError(`XML-RPC has no form for a value of type ${typeof value}`);
  }
}

function prepareObject(value: object, wideIntegers: WideIntegers, depth: number): Prepared {
  if (depth > maxWireDepth) {
    throw new WireFormatError(`lists and structs are nested deeper than ${maxWireDepth} levels`);
  }
  if (Array.isArray(value)) {
    // `Array.from` also visits the holes of a sparse list, which `map` would pass over.
    return Array.from(value, (item: unknown) => prepare(item, wideIntegers, depth));
  }
  // Not by prototype: an object of another realm (a worker, a test runner's context) is plain too.
  if (Object.prototype.toString.call(value) !== '[object Object]') {
    throw new WireFormatError('XML-RPC has no form for an instance of a class');
  }
  const struct = emptyStruct();
  for (const [name, member] of Object.entries(value)) {
    struct[checkText(name)] = prepare(member, wideIntegers, depth);
  }
  return struct;
}

/** The library turns these texts into CDATA, which readers do not give back as they were. */
function prepareText(text: string): Prepared {
  return /[<>&]/.test(checkText(text)) ? typedText('string', text) : text;
}

function checkText(text: string): string {
  if (holdsUncarried(text) || !text.isWellFormed()) {
    throw new WireFormatError('a text holds a character that XML cannot carry');
  }
  return text;
}

function prepareNumber(value: number, wideIntegers: WideIntegers): Prepared {
  if (!Number.isFinite(value)) throw new WireFormatError('XML-RPC has no form for NaN or infinity');
  if ((value | 0) === value) return value;
  if (wideIntegers === 'int' && Number.isSafeInteger(value)) return value;
  return typedText('double', decimalText(value));
}
