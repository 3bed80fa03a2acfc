import { csvLines } from '@egoi-client/bulk';

/**
 * Rows as CSV with a header, as an export writes it: lists and structs are JSON, and what a spreadsheet
 * would run has a `'` before it. What is no object stands in a column `value`.
 */
export function csvOf(rows: readonly unknown[]): string {
  const objects = rows.map((row) =>
    typeof row === 'object' && row !== null && !Array.isArray(row) ? row : { value: row },
  );
  const columns = [...new Set(objects.flatMap((row) => Object.keys(row)))];
  const form = {
    escapeFormulas: true,
    byteOrderMark: false,
    delimiter: ',',
    lineEnds: 'lf',
  } as const;
  const lines = csvLines(columns, form);
  return columns.length === 0 ? '' : `${lines.head}${lines.of(objects)}`.trimEnd();
}
