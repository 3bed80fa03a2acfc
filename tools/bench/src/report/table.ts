import type { FigureResult } from '../figure.ts';

/** A number with as many digits as it is good for. */
export function shortNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toFixed(digits);
}

/** One line of the table on a terminal. */
export function formatRow({ name, unit, value, min, max, goal, met }: FigureResult): string {
  const verdict = met === null ? '    ' : met ? 'met ' : 'MISS';
  const range = `${shortNumber(min)} to ${shortNumber(max)}`;
  return `${verdict}  ${name.padEnd(66)} ${shortNumber(value).padStart(8)} ${unit.padEnd(10)} ${(goal ?? '').padEnd(8)} (${range})`;
}
