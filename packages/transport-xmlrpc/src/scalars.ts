import { numberOrText, WireFormatError, type WireValue } from '@egoi-client/core';

/** Gives the value of a scalar's text. @throws WireFormatError for a text that the type does not allow */
export type ScalarReader = (text: string) => WireValue;

/** Where Apache's types beyond the specification live: `ex:nil`, `ex:i8`, `ex:float`. */
export const extensionNamespace = 'http://ws.apache.org/xmlrpc/namespaces/extensions';

/**
 * How the text of each type becomes a value. `base64` stays as it came, encoded: no wire value holds
 * bytes, and whether they are text nobody says.
 */
export const scalarReaders: ReadonlyMap<string, ScalarReader> = new Map<string, ScalarReader>([
  ['string', (text) => text],
  ['boolean', readBoolean],
  ['double', readDouble],
  ['float', readDouble],
  ['bigdecimal', readDouble],
  ['dateTime.iso8601', readDateTime],
  ['dateTime', readDateTime],
  ['base64', (text) => text],
  ['nil', readNil],
  ...['int', 'integer', 'i1', 'i2', 'i4', 'i8', 'biginteger'].map(
    (name): [string, ScalarReader] => [name, readInteger],
  ),
]);

// Not in the functions: a literal there is a new object for every number.
const digitsAlone = /^[+-]?\d+$/;
const notFinite = /^[+-]?(?:nan|inf|infinity)$/i;
const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

function readInteger(text: string): WireValue {
  const digits = text.trim();
  if (!digitsAlone.test(digits)) throw new WireFormatError('an integer is not made of digits');
  return numberOrText(digits);
}

/** Exponents and words for what is not finite are outside the specification, but servers write them. */
function readDouble(text: string): WireValue {
  const trimmed = text.trim();
  if (notFinite.test(trimmed)) return trimmed;
  if (!decimal.test(trimmed)) {
    throw new WireFormatError('a double is not a number');
  }
  return numberOrText(trimmed);
}

function readBoolean(text: string): boolean {
  const digit = text.trim();
  if (digit !== '0' && digit !== '1') throw new WireFormatError('a boolean is neither 0 nor 1');
  return digit === '1';
}

/**
 * Moments stay text, for XML-RPC names no time zone. The specification's own form is written as the
 * API writes its dates; every other, one with a zone too, stays as it came.
 */
function readDateTime(text: string): string {
  const compact = /^\s*(\d{4})(\d\d)(\d\d)T(\d\d):?(\d\d):?(\d\d)\s*$/.exec(text);
  if (compact === null) return text;
  const [, year, month, day, hour, minute, second] = compact;
  return `${year}-${month}-${day} ${hour}:${minute}:${second}`;
}

function readNil(text: string): null {
  if (text.trim() !== '') throw new WireFormatError('a nil is not empty');
  return null;
}
