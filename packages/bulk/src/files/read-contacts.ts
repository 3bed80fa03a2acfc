import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import { EgoiConfigError } from '@egoi-client/core';
import { option, resolveOptions } from '@egoi-client/core/wire';
import type { ContactRow } from '../contact-row.ts';
import { type OptionSpelling, ownSpelling } from '../option-spelling.ts';
import type { ContactFile } from './contact-file.ts';
import { csvRows } from './csv-rows.ts';
import { ndjsonRows } from './ndjson-rows.ts';

/** How a file of contacts is to be read. */
export interface ReadContactsOptions {
  /** Needed for a stream. @default by the file's name: .csv, .tsv, .txt, .ndjson or .jsonl */
  readonly format?: 'csv' | 'ndjson';
  /** What parts the columns of CSV, one character. @default what a first line such as `sep=;` says, or found in the header: `,`, `;`, a tab or `|` */
  readonly delimiter?: string;
  /** How the text is encoded where it begins with no byte order mark, by the names of the WHATWG: `windows-1252`, `utf-16le`. @default 'utf-8' */
  readonly encoding?: string;
  /** Names of columns, or of NDJSON members, and the fields that they stand for; `null` leaves one out. @default none: the names are the fields */
  readonly columns?: { readonly [name: string]: string | null };
  /** Columns of CSV that addSubscriberBulk is not known to have: `refuse` the file, `drop` them, or `keep` them. @default 'refuse' */
  readonly unknownColumns?: 'refuse' | 'drop' | 'keep';
  /** Takes off the `'` that exports write before values that a spreadsheet would take for formulas (CSV). @default true */
  readonly unescapeFormulas?: boolean;
  /** Longest row, in bytes of UTF-8 (CSV) or characters (NDJSON). @default 1048576 */
  readonly maxRowBytes?: number;
  /** How messages write options, for programs whose options have other names. @default as they are here */
  readonly spelling?: OptionSpelling;
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
  unescapeFormulas: option.flag(true),
  maxRowBytes: option.bytes(1_048_576),
  spelling: option.callback<OptionSpelling>(ownSpelling),
};

/**
 * Reads contacts from a file or a stream, row by row, for `importSubscribers`. CSV needs a header row
 * with the names of the fields, in any case; values stay text and empty ones are left out, at the end of
 * a row also where they are missing. NDJSON has one contact as a JSON object in each line. A byte order
 * mark is skipped, and tells the encoding: UTF-8 or UTF-16 in either order. Lines may end in CRLF, LF or
 * CR, each in its own way.
 *
 * Rows that cannot be read come with a `problem`, and importSubscribers puts them into its reject file.
 * A file is opened when the loop begins, and read anew by each loop; a stream can be read once.
 *
 * @param source the file's path, or what gives its bytes, such as `process.stdin`
 * @throws EgoiConfigError at once for wrong options and a name that tells no format; while reading, for
 *   a file that cannot be read or is not in its encoding. EgoiInputError while reading, before the first
 *   row, for a header with unknown or doubled names or none, and for a row of CSV longer than `maxRowBytes`
 */
export function readContacts(
  source: string | AsyncIterable<Uint8Array>,
  options: ReadContactsOptions = {},
): AsyncIterable<ContactRow> {
  const resolved = resolveOptions('readContacts', shape, options);
  const { spelling } = resolved;
  const isPath = typeof source === 'string';
  if (!isPath && !isStream(source)) {
    throw new EgoiConfigError('readContacts: the source must be a path or a stream of bytes');
  }
  const extension = isPath ? extname(source).toLowerCase() : '';
  const format = resolved.format ?? formats.get(extension);
  if (format === undefined) {
    const forms = `${spelling('format', 'csv')} or ${spelling('format', 'ndjson')}`;
    const what = isPath ? `'${extname(source)}' tells no format` : 'a stream has no name';
    throw new EgoiConfigError(`readContacts: ${what}; give ${forms}`);
  }
  const file: ContactFile = {
    ...resolved,
    path: isPath ? source : 'the stream',
    open: isPath ? () => createReadStream(source) : () => source,
  };
  const rows = format === 'csv' ? csvRows : ndjsonRows;
  return { [Symbol.asyncIterator]: () => rows(file) };
}

function isStream(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
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
