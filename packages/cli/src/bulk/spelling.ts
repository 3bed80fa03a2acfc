import type { OptionSpelling } from '@egoi-client/bulk';

/** The words of the command line for options of imports and exports. */
const words: Readonly<Record<string, string>> = {
  list: '--list',
  format: '--format',
  encoding: '--encoding',
  delimiter: '--delimiter',
  maxRowBytes: '--max-row-bytes',
  compareField: '--compare-field',
  operation: '--new-only',
  journal: '--journal',
  rejects: '--rejects',
  columns: '--columns',
  unknownColumns: '--unknown-columns',
  unverifiable: '--unverifiable',
  byteOrderMark: '--bom',
  lineEnds: '--line-ends',
};

/** How `egoi import` and `egoi export` write their options in messages. */
export const spelling: OptionSpelling = (option, value) => {
  if (value !== undefined && typeof value !== 'string') {
    const [name, field] = value;
    return `--column ${quoted(`${name}=${field ?? ''}`)}`;
  }
  // One option of the command says what becomes of columns and of fields.
  if (option === 'unknownFields')
    return value === 'send' ? '--unknown-columns keep' : (words['unknownColumns'] ?? option);
  const word = words[option] ?? option;
  return value === undefined ? word : `${word} ${quoted(value)}`;
};

/** A word as a shell takes it. */
export function quoted(word: string): string {
  return /^[\w@:/.,=+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
