/**
 * A number as XML-RPC's `<double>` wants it: digits, a point, digits, and no exponent, in the fewest
 * digits that give the same number back. Source: XML-RPC specification, scalars.
 *
 * @param value any finite number: `2147483648` gives `2147483648.0`, `1e-7` gives `0.0000001`
 */
export function decimalText(value: number): string {
  const [mantissa = '', exponent = '0'] = value.toExponential().split('e');
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replace(/[-.]/g, '');
  const point = Number(exponent) + 1;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  const whole = digits.slice(0, point).padEnd(point, '0');
  return `${sign}${whole}.${digits.slice(point) || '0'}`;
}
