import type { Writable } from 'node:stream';
import type { OptionSpelling } from './option-spelling.ts';

/** How an export goes about its work. */
export interface ExportOptions {
  /** Number of the list. */
  readonly listID: number | string;
  /** Path of the file to write, readable by its owner only; or a stream, such as `process.stdout`, which is not ended. */
  readonly file: string | Writable;
  /** One JSON object a line, or a table with a header row. Needed for a stream. @default by the file's name: .csv, .ndjson or .jsonl */
  readonly format?: 'ndjson' | 'csv';
  /** Fields to write, in their order; in any case. @default all; in CSV the catalogue's and the list's extra fields */
  readonly columns?: readonly string[];
  /** Columns that no contact is known to have: `refuse` them, or `write` what contacts have there. @default 'refuse' */
  readonly unknownColumns?: 'refuse' | 'write';
  /**
   * Writes a `'` before CSV values that a spreadsheet would take for a formula: those that begin with
   * `=`, `+`, `-` or `@`, behind blanks too, and are no plain number; `readContacts` takes it off again.
   * @default true
   */
  readonly escapeFormulas?: boolean;
  /** Begins CSV with the mark by which Excel knows that the text is UTF-8. @default false */
  readonly byteOrderMark?: boolean;
  /** What parts the columns of CSV, one character. @default ',' */
  readonly delimiter?: string;
  /** How lines of CSV end. @default 'crlf' */
  readonly lineEnds?: 'crlf' | 'lf';
  /** File that makes the export go on where it stopped; it is gone when the export is done. Not for a stream. @default none: an export that stops begins anew */
  readonly journal?: string;
  /** Contacts of one call, 1 to 1,000. @default 1000 */
  readonly pageSize?: number;
  /** Time limit of one call with its waits for the hour's budget, in milliseconds. @default 86400000 */
  readonly callTimeoutMs?: number;
  /** Ends the export with EgoiAbortError; with a journal it can be resumed. */
  readonly signal?: AbortSignal;
  /** Told after every page. */
  readonly onProgress?: (progress: ExportProgress) => void;
  /** How messages write options, for programs whose options have other names. @default as they are here */
  readonly spelling?: OptionSpelling;
}

/** How far an export is, this run and those before taken together. */
export interface ExportProgress {
  /** Contacts in the file. */
  readonly contacts: number;
  /** Size of the file, in bytes. */
  readonly bytes: number;
  /** Pages read by this run. */
  readonly pages: number;
}

/** What became of an export. */
export interface ExportSummary extends ExportProgress {
  /** Fields that contacts had and CSV without `columns` has no column for, since neither the catalogue nor the list's extra fields have them. */
  readonly leftOut: readonly string[];
}
