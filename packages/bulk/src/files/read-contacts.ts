import type { ContactRow } from '../contact-row.ts';

/** How a file of contacts is to be read. */
export interface ReadContactsOptions {
  /** @default by the file's name: .csv, .tsv, .txt, .ndjson or .jsonl */
  readonly format?: 'csv' | 'ndjson';
  /** What parts the columns of CSV, one character. @default found in the header: `,`, `;`, a tab or `|` */
  readonly delimiter?: string;
  /** How the file's text is encoded, by the names of the WHATWG: `windows-1252`, `utf-16le`. @default 'utf-8' */
  readonly encoding?: string;
  /** Names of columns, or of NDJSON members, and the fields that they stand for; `null` leaves a column out. @default none: the names are the fields */
  readonly columns?: { readonly [name: string]: string | null };
  /** Columns of CSV that addSubscriberBulk is not known to have: `refuse` the file, `drop` them, or `keep` them. @default 'refuse' */
  readonly unknownColumns?: 'refuse' | 'drop' | 'keep';
  /** Longest row, in bytes. @default 1048576 */
  readonly maxRowBytes?: number;
}

/** Reads contacts from a file. */
export function readContacts(
  _path: string,
  _options: ReadContactsOptions = {},
): AsyncIterable<ContactRow> {
  throw new Error('being built');
}
