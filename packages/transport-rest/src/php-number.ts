/**
 * A number for a form: plain decimal, every digit, never an exponent, which a server that tests
 * its input for digits would refuse.
 */
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
  if (Number.isInteger(value) && Math.abs(value) < 2 ** 63) return String(BigInt(value));
  if (Number.isNaN(value)) return 'NAN';
  if (!Number.isFinite(value)) return value > 0 ? 'INF' : '-INF';
  const parts = decimalParts(value);
  const { sign, digits, exponent } = parts;
  if (exponent >= -4 && exponent <= 16) return writePlain(parts);
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
