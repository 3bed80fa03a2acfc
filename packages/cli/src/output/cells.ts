import measured from 'fast-string-truncated-width';
import { visible } from './visible.ts';

const ellipsis = '…';

/** How many columns of a terminal a text takes: wide signs and pictures two, combining marks none. */
export function cellWidth(text: string): number {
  return measured(text, { limit: Infinity }).width;
}

/** A text that takes at most so many columns, with an ellipsis where something was cut off. */
export function shortened(text: string, width: number): string {
  // Behind some signs the library counts a column too few and cuts too late, or in the middle of a sign.
  for (let limit = width; limit > 0; limit -= 1) {
    const { truncated, ellipsed, index } = measured(text, { limit, ellipsis });
    if (!truncated && limit === width) return text;
    const start = text.slice(0, index).replace(/\p{Cs}$/u, '');
    const short = `${start}${ellipsed ? ellipsis : ''}`;
    if (cellWidth(short) <= width) return short;
  }
  return '';
}

/** A text with blanks before or behind it, up to a width. */
export function padded(text: string, width: number, isRight = false): string {
  const blanks = ' '.repeat(Math.max(0, width - cellWidth(text)));
  return isRight ? blanks + text : text + blanks;
}

/** A value as it stands in a cell: on one line, lists and structs as JSON. */
export function cellText(value: unknown): string {
  if (isEmptyCell(value)) return '';
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return visible(text.replaceAll(/\r\n?|\n/g, '↵').replaceAll('\t', ' '));
}

/** Whether there is nothing to be shown of a value. */
export function isEmptyCell(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
  return value === null || value === undefined || value === '';
}
