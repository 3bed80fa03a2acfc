import { type WireValue } from '@egoi-client/core';
import {
  base64Text,
  decimalOrText,
  floatOrText,
  numberOrText,
  WireFormatError,
} from '@egoi-client/core/wire';

/** Gives the value of a scalar's text. @throws WireFormatError for a text that the type does not allow */
export type ScalarReader = (text: string, document: 'call' | 'answer') => WireValue;

/** Where Apache's types beyond the specification live: `ex:nil`, `ex:i8`, `ex:float`. */
export const extensionNamespace = 'http://ws.apache.org/xmlrpc/namespaces/extensions';

/** How the text of each type becomes the value that SOAP gives for the same. */
export const scalarReaders: ReadonlyMap<string, ScalarReader> = new Map<string, ScalarReader>([
  ['string', (text) => text],
  ['boolean', readBoolean],
  ['double', readDouble],
  ['float', readDouble],
  ['bigdecimal', readDecimal],
  ['dateTime.iso8601', readDateTime],
  ['dateTime', readDateTime],
  ['base64', base64Text],
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
  // PHP's empty value under a type, as it stands in SOAP, too.
  if (digits === '') return text;
  if (!digitsAlone.test(digits)) throw new WireFormatError('an integer is not made of digits');
  return numberOrText(digits);
}

/** Exponents and words for what is not finite are outside the specification, but servers write them. */
function readDouble(text: string, document: 'call' | 'answer'): WireValue {
  const trimmed = text.trim();
  if (notFinite.test(trimmed)) return trimmed;
  if (trimmed === '') return text;
  if (!decimal.test(trimmed)) {
    throw new WireFormatError('a double is not a number');
  }
  // A call has whole numbers beyond 32 bits as doubles, for want of another type.
  return document === 'call' ? numberOrText(trimmed) : floatOrText(trimmed);
}

function readDecimal(text: string): WireValue {
  const trimmed = text.trim();
  if (trimmed !== '' && !decimal.test(trimmed)) {
    throw new WireFormatError('a decimal is not a number');
  }
  return trimmed === '' ? text : decimalOrText(trimmed);
}

/** The specification has the digits alone; servers write the words, too. */
function readBoolean(text: string): WireValue {
  switch (text.trim().toLowerCase()) {
    case '1':
    case 'true':
      return true;
    case '0':
    case 'false':
      return false;
    case '':
      return text;
    default:
      throw new WireFormatError('a boolean is neither 0 nor 1, neither true nor false');
  }
}

const moment =
  /^(?<year>\d{4})(?<dash>-?)(?<month>\d\d)\k<dash>(?<day>\d\d)T(?<hour>\d\d):?(?<minute>\d\d):?(?<second>\d\d)(?:[.,](?<fraction>\d+))?(?<zone>Z|[+-]\d\d(?::?\d\d)?)?$/i;

/**
 * Moments stay text, for XML-RPC names no time zone. All spellings of one moment give the form of
 * XML Schema, which SOAP has: `20240131T10:00:00+0100` is `2024-01-31T10:00:00+01:00`. What is no
 * moment stays as it came.
 */
function readDateTime(text: string): string {
  const { year, month, day, hour, minute, second, fraction, zone } =
    moment.exec(text.trim())?.groups ?? {};
  if (year === undefined) return text;
  const exact = fraction === undefined ? '' : `.${fraction}`;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${exact}${schemaZone(zone)}`;
}

function schemaZone(zone = ''): string {
  const [, sign, hours, minutes = '00'] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? [];
  return sign === undefined ? zone.toUpperCase() : `${sign}${hours}:${minutes}`;
}

function readNil(text: string): null {
  if (text.trim() !== '') throw new WireFormatError('a nil is not empty');
  return null;
}
