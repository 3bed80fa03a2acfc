import { type EgoiClient, EgoiConfigError } from '@egoi-client/core';
import { contactColumns } from '@egoi-client/core/wire';
import { checkExtraFields, extraFieldsAmong } from './export-columns.ts';
import type { ExportOptions, ExportSummary } from './export-contract.ts';
import { type ResolvedExportOptions, resolveExportOptions } from './export-options.ts';
import { type ContactLines, csvLines, ndjsonLines } from './files/contact-lines.ts';
import { type ExportTarget, fileTarget, streamTarget } from './files/export-target.ts';
import {
  type ExportHeader,
  type ExportJournal,
  openExportJournal,
} from './journal/export-journal.ts';

/**
 * Writes all contacts of a list into a file or a stream, page by page. With a journal, an export that
 * stopped goes on after its last whole page when it is called again; without one, it begins anew. The
 * file is made anew in any case but that.
 *
 * Each page of up to 1,000 contacts is one call. One more asks for the extra fields of the list, for CSV
 * without `columns` and where `columns` names one. Contacts that come or go meanwhile move the pages: see
 * `client.paginate`.
 *
 * @throws EgoiConfigError for wrong options, before any call; a journal of another export or one in use,
 *   files that cannot be used, a stream that takes no more, and extra fields that the list does not have;
 *   EgoiAbortError for the signal; any other EgoiError of a call
 * @example
 * await exportSubscribers(client, { listID: 1, file: 'contacts.csv', journal: 'export.journal' });
 */
export async function exportSubscribers(
  client: EgoiClient,
  options: ExportOptions,
): Promise<ExportSummary> {
  const resolved = resolveExportOptions(options);
  const journal = await openExportJournal(resolved.journal);
  try {
    const summary = await new ExportRun(client, resolved, journal).run();
    journal.finish();
    return summary;
  } finally {
    await journal.close();
  }
}

class ExportRun {
  readonly #client: EgoiClient;
  readonly #options: ResolvedExportOptions;
  readonly #journal: ExportJournal;
  /** Fields of contacts that the table has no column for, where it is to have all. */
  readonly #leftOut = new Set<string>();

  constructor(client: EgoiClient, options: ResolvedExportOptions, journal: ExportJournal) {
    this.#client = client;
    this.#options = options;
    this.#journal = journal;
  }

  async run(): Promise<ExportSummary> {
    const { file } = this.#options;
    const target =
      typeof file === 'string'
        ? await fileTarget(file, this.#journal.position.bytes)
        : streamTarget(file);
    try {
      const header = await this.#begin();
      return await this.#writeAll(target, header);
    } finally {
      await target.close();
    }
  }

  /** What the export began with, now or earlier. */
  async #begin(): Promise<ExportHeader> {
    const { listID: list, format, escapeFormulas, byteOrderMark } = this.#options;
    const { columns, delimiter, lineEnds } = this.#options;
    const form = { escapeFormulas, byteOrderMark, delimiter, lineEnds };
    const before = this.#journal.header;
    if (before === undefined) {
      const header = { list, format, columns: await this.#columns(), ...form };
      await this.#journal.begin(header);
      return header;
    }
    const now: ExportHeader = { list, format, columns: columns ?? before.columns, ...form };
    const names = Object.keys(now) as (keyof ExportHeader)[];
    const isSame = names.every(
      (name) => JSON.stringify(now[name]) === JSON.stringify(before[name]),
    );
    if (isSame) return before;
    throw new EgoiConfigError(
      `the journal '${this.#options.journal ?? ''}' is that of another export: of list ${before.list} as ${before.format}. Give the options as they were, or another journal`,
    );
  }

  /** The columns of a table that begins; `undefined` for whatever contacts have. */
  async #columns(): Promise<readonly string[] | undefined> {
    const { columns, format, spelling } = this.#options;
    if (columns !== undefined) {
      if (extraFieldsAmong(columns).length > 0) {
        checkExtraFields(columns, await this.#extraFields(), spelling);
      }
      return columns;
    }
    if (format === 'ndjson') return undefined;
    const extraFields = await this.#extraFields();
    return [...contactColumns, ...extraFields.map((id) => `EXTRA_FIELD_${id}`)];
  }

  /** The numbers of the list's extra fields. */
  async #extraFields(): Promise<string[]> {
    const { listID, callTimeoutMs: timeoutMs, signal } = this.#options;
    const { extra_fields: fields } = await this.#client.getExtraFields(
      { listID },
      { timeoutMs, signal },
    );
    return Object.keys(fields);
  }

  async #writeAll(target: ExportTarget, header: ExportHeader): Promise<ExportSummary> {
    const { listID, pageSize, callTimeoutMs: timeoutMs, signal, onProgress } = this.#options;
    const lines =
      header.format === 'csv'
        ? csvLines(header.columns ?? [], header)
        : ndjsonLines(header.columns);
    let { next, bytes, contacts } = this.#journal.position;
    let pagesRead = 0;
    const write = async (text: string) => {
      await target.write(text);
      bytes += Buffer.byteLength(text);
    };
    const pages = this.#client
      .paginate('subscriberData', { listID }, { from: next, pageSize, timeoutMs, signal })
      .pages();
    for await (const page of pages) {
      // The head comes with the first page: an export that gets none leaves the file as it was.
      await write(headFor(bytes, lines) + lines.of(page.items));
      this.#noteLeftOut(page.items, header);
      contacts += page.items.length;
      next = page.next;
      pagesRead += 1;
      await this.#journal.reached({ next, bytes, contacts });
      onProgress({ contacts, bytes, pages: pagesRead });
    }
    if (bytes === 0) await write(lines.head);
    return { contacts, bytes, pages: pagesRead, leftOut: [...this.#leftOut] };
  }

  #noteLeftOut(items: readonly object[], { format, columns = [] }: ExportHeader): void {
    if (format !== 'csv' || this.#options.columns !== undefined) return;
    const known = new Set(columns);
    for (const item of items) {
      for (const name of Object.keys(item)) if (!known.has(name)) this.#leftOut.add(name);
    }
  }
}

function headFor(bytes: number, lines: ContactLines): string {
  return bytes === 0 ? lines.head : '';
}
