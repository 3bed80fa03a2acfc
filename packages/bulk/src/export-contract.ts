/** How an export goes about its work. */
export interface ExportOptions {
  /** Number of the list. */
  readonly listID: number | string;
  /** File to write; readable by its owner only. */
  readonly file: string;
  /** One JSON object a line, or a table with a header row. @default by the file's name: .csv, .ndjson or .jsonl */
  readonly format?: 'ndjson' | 'csv';
  /** Fields to write, in their order, as the API spells them. @default all; in CSV the catalogue's and the list's extra fields */
  readonly columns?: readonly string[];
  /**
   * Writes a `'` before CSV values that a spreadsheet would take for a formula (they begin with `=`,
   * `+`, `-`, `@`, a tab or a line break). @default true
   */
  readonly escapeFormulas?: boolean;
  /** File that makes the export go on where it stopped; it is gone when the export is done. @default none: an export that stops begins anew */
  readonly journal?: string;
  /** Contacts of one call, 1 to 1,000. @default 1000 */
  readonly pageSize?: number;
  /** Time limit of one call with its waits for the hour's budget, in milliseconds. @default 86400000 */
  readonly callTimeoutMs?: number;
  /** Ends the export with EgoiAbortError; with a journal it can be resumed. */
  readonly signal?: AbortSignal;
  /** Told after every page. */
  readonly onProgress?: (progress: ExportProgress) => void;
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
export type ExportSummary = ExportProgress;
