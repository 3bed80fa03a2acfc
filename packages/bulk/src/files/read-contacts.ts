import { extname } from 'node:path';
import { EgoiConfigError, option, resolveOptions } from '@egoi-client/core';
import type { ContactRow } from '../contact-row.ts';
import { csvRows } from './csv-rows.ts';
import { ndjsonRows } from './ndjson-rows.ts';

/** How a file of contacts is to be read. */
export interface ReadContactsOptions {
  /** @default by the file's name: .csv, .tsv, .txt, .ndjson or .jsonl */
  readonly format?: 'csv' | 'ndjson';
  /** What parts the columns of CSV, one character. @default found in the header: `,`, `;`, a tab or `|` */
  readonly delimiter?: string;
  /** How the file's text is encoded, by the names of the WHATWG: `windows-1252`, `utf-16le`. @default 'utf-8' */
  readonly encoding?: string;
  /** Names of columns, or of NDJSON members, and the fields that they stand for; `null` leaves one out. @default none: the names are the fields */
  readonly columns?: { readonly [name: string]: string | null };
  /** Columns of CSV that addSubscriberBulk is not known to have: `refuse` the file, `drop` them, or `keep` them. @default 'refuse' */
  readonly unknownColumns?: 'refuse' | 'drop' | 'keep';
  /** Longest row, in bytes of UTF-8 (CSV) or characters (NDJSON). @default 1048576 */
  readonly maxRowBytes?: number;
}

const formats = new Map<string, 'csv' | 'ndjson'>([
  ['.csv', 'csv'],
  ['.tsv', 'csv'],
  ['.txt', 'csv'],
  ['.ndjson', 'ndjson'],
  ['.jsonl', 'ndjson'],
]);

const shape = {
  format: option
    .custom<'csv' | 'ndjson'>(
      (value) => value === 'csv' || value === 'ndjson',
      'must be csv or ndjson',
    )
    .optional(),
  delimiter: option
    .custom<string>(
      (value) => typeof value === 'string' && /^[^"\r\n]$/.test(value),
      'must be one character, no quote and no line break',
    )
    .optional(),
  encoding: option
    .custom<string>(isEncoding, 'must be an encoding such as utf-8 or windows-1252')
    .default('utf-8'),
  columns: option
    .custom<{ readonly [name: string]: string | null }>(
      isMapping,
      'must be an object with the name of a field, or null, for each column',
    )
    .default({}),
  unknownColumns: option.word(['refuse', 'drop', 'keep'], 'refuse'),
  maxRowBytes: option.bytes(1_048_576),
};

/**
 * Reads contacts from a file, row by row, for `importSubscribers`. CSV needs a header row with the
 * names of the fields, in any case; values stay text and empty ones are left out. NDJSON has one
 * contact as a JSON object in each line. A byte order mark is skipped.
 *
 * Rows that cannot be read come with a `problem`, and importSubscribers puts them into its reject file.
 * The file is opened when the loop begins, and read anew by each loop.
 *
 * @param path the file
 * @throws EgoiConfigError at once for wrong options and a name that tells no format; while reading, for
 *   a file that cannot be read or is not in its encoding. EgoiInputError while reading, before the first
 *   row, for a header with unknown, doubled or no names, and for a row of CSV longer than `maxRowBytes`
 */
export function readContacts(
  path: string,
  options: ReadContactsOptions = {},
): AsyncIterable<ContactRow> {
  const resolved = resolveOptions('readContacts', shape, options);
  const format = resolved.format ?? formats.get(extname(path).toLowerCase());
  if (format === undefined) {
    throw new EgoiConfigError(
      `readContacts: '${extname(path)}' tells no format; give format: 'csv' or 'ndjson'`,
    );
  }
  const rows = format === 'csv' ? csvRows : ndjsonRows;
  return { [Symbol.asyncIterator]: () => rows(path, resolved) };
}

function isEncoding(value: unknown): boolean {
  try {
    return typeof value === 'string' && new TextDecoder(value, { fatal: true }).fatal;
  } catch {
    return false;
  }
}

function isMapping(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((field) => field === null || typeof field === 'string')
  );
}
