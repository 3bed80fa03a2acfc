import { numberOrText } from './wire-value.ts';

/** From here on PHP writes a whole float with an exponent: its `precision` is 14 digits unless told otherwise. */
const leastFloatWithExponent = 1e14;

/** Whole numbers below this in size are integers to PHP. */
const integerBound = 2 ** 63;

/** A number in plain decimals: every digit, never an exponent, which a server that tests its input for digits would refuse. */
export function plainDecimal(value: number): string {
  const text = String(value);
  return text.includes('e') ? writePlain(decimalParts(value)) : text;
}

/**
 * A number as PHP turns it into text in an answer: digits for whole numbers, `1.5` and `1.0E-7` for
 * others. All digits are kept, where a server with `precision=14` would round.
 */
export function phpNumber(value: number): string {
  // Nearly all numbers are small and whole, and both languages write those alike.
  if ((value | 0) === value) return String(value);
  if (isWholeNumber(value)) return wholeDigits(value);
  if (Number.isNaN(value)) return 'NAN';
  if (!Number.isFinite(value)) return value > 0 ? 'INF' : '-INF';
  return phpFloat(value);
}

/** Tells what PHP has as an integer: whole, and of 64 bits. */
export function isWholeNumber(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) < integerBound;
}

/** All digits of a whole number; JavaScript's own text of one beyond 2^53 ends in zeros. */
export function wholeDigits(value: number): string {
  return Number.isSafeInteger(value) ? String(value) : String(BigInt(value));
}

/**
 * The number that the text of a float stands for. A whole one that PHP would write with an exponent
 * is that text, as a number cannot tell it from an integer, which PHP writes in digits.
 *
 * @returns as `numberOrText` does for all others
 */
export function floatOrText(text: string): number | string {
  const value = numberOrText(text);
  if (typeof value === 'string' || Math.abs(value) < leastFloatWithExponent) return value;
  // Beyond 2^53 digits alone may be those of an integer, for which XML-RPC has no other type.
  const isFloat = Number.isSafeInteger(value) || /e|\.\s*$/i.test(text);
  return isFloat && isWholeNumber(value) ? phpFloat(value) : value;
}

/** The number that a decimal stands for, where that has all its digits: `10.50` stays text. */
export function decimalOrText(text: string): number | string {
  const trimmed = text.trim();
  const isPlain = trimmed.length <= 15 && !/\.\d*0$/.test(trimmed);
  return isPlain ? numberOrText(trimmed) : integerOrText(trimmed);
}

function integerOrText(text: string): number | string {
  return text.includes('.') ? text : numberOrText(text);
}

function phpFloat(value: number): string {
  const parts = decimalParts(value);
  const { sign, digits, exponent } = parts;
  const isPlain = exponent >= -4 && exponent <= (Number.isInteger(value) ? 13 : 16);
  if (isPlain) return writePlain(parts);
  const fraction = digits.length > 1 ? digits.slice(1) : '0';
  return `${sign}${digits.charAt(0)}.${fraction}E${exponent < 0 ? '-' : '+'}${Math.abs(exponent)}`;
}

/** A finite number as `sign d.ddd × 10^exponent`, with the fewest digits that say it exactly. */
interface DecimalParts {
  readonly sign: '' | '-';
  readonly digits: string;
  readonly exponent: number;
}

function decimalParts(value: number): DecimalParts {
  const [mantissa = '0', exponent = '0'] = Math.abs(value).toExponential().split('e');
  return {
    sign: value < 0 ? '-' : '',
    digits: mantissa.replace('.', ''),
    exponent: Number(exponent),
  };
}

function writePlain({ sign, digits, exponent }: DecimalParts): string {
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const fraction = digits.slice(exponent + 1);
  return fraction === '' ? sign + whole : `${sign}${whole}.${fraction}`;
}
