import { type FileHandle, open } from 'node:fs/promises';
import { contactColumns, type EgoiClient, EgoiConfigError } from '@egoi-client/core';
import type { ExportOptions, ExportSummary } from './export-contract.ts';
import { type ResolvedExportOptions, resolveExportOptions } from './export-options.ts';
import { type ContactLines, csvLines, ndjsonLines } from './files/contact-lines.ts';
import {
  type ExportHeader,
  type ExportJournal,
  openExportJournal,
} from './journal/export-journal.ts';
import { onFile } from './journal/file-error.ts';

const what = 'the file of the export';

/**
 * Writes all contacts of a list into a file, page by page. With a journal, an export that stopped goes
 * on after its last whole page when it is called again; without one, it begins anew. The file is made
 * anew in any case but that.
 *
 * Each page of up to 1,000 contacts is one call, and CSV without `columns` takes one more for the
 * extra fields of the list. Contacts that come or go meanwhile move the pages: see `client.paginate`.
 *
 * @throws EgoiConfigError for wrong options, a journal of another export or one in use, and files that
 *   cannot be used; EgoiAbortError for the signal; any other EgoiError of a call
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
    await journal.finish();
    return summary;
  } finally {
    await journal.close();
  }
}

class ExportRun {
  readonly #client: EgoiClient;
  readonly #options: ResolvedExportOptions;
  readonly #journal: ExportJournal;

  constructor(client: EgoiClient, options: ResolvedExportOptions, journal: ExportJournal) {
    this.#client = client;
    this.#options = options;
    this.#journal = journal;
  }

  async run(): Promise<ExportSummary> {
    const header = await this.#begin();
    const { file, format, escapeFormulas } = this.#options;
    const lines =
      format === 'csv'
        ? csvLines(header.columns ?? [], escapeFormulas)
        : ndjsonLines(header.columns);
    const handle = await onFile(what, file, () => open(file, 'a', 0o600));
    try {
      return await this.#writeAll(handle, lines);
    } finally {
      await handle.close();
    }
  }

  /** What the export began with, now or earlier. */
  async #begin(): Promise<ExportHeader> {
    const { listID: list, format, columns, escapeFormulas } = this.#options;
    const before = this.#journal.header;
    if (before === undefined) {
      const all = columns ?? (format === 'csv' ? await this.#allColumns() : undefined);
      const header = { list, format, columns: all, escapeFormulas };
      await this.#journal.begin(header);
      return header;
    }
    const isSame =
      before.list === list &&
      before.format === format &&
      before.escapeFormulas === escapeFormulas &&
      (columns === undefined || JSON.stringify(columns) === JSON.stringify(before.columns));
    if (isSame) return before;
    throw new EgoiConfigError(
      `the journal '${this.#options.journal ?? ''}' is that of another export: of list ${before.list} as ${before.format}. Give the options as they were, or another journal`,
    );
  }

  async #allColumns(): Promise<string[]> {
    const { listID, callTimeoutMs: timeoutMs, signal } = this.#options;
    const { extra_fields: fields } = await this.#client.getExtraFields(
      { listID },
      { timeoutMs, signal },
    );
    return [...contactColumns, ...Object.keys(fields).map((id) => `EXTRA_FIELD_${id}`)];
  }

  async #writeAll(handle: FileHandle, lines: ContactLines): Promise<ExportSummary> {
    const { listID, file, pageSize, callTimeoutMs: timeoutMs, signal, onProgress } = this.#options;
    let { next, bytes, contacts } = this.#journal.position;
    let pagesRead = 0;
    const write = (text: string) =>
      onFile(what, file, async () => {
        await handle.appendFile(text);
        await handle.datasync();
        bytes += Buffer.byteLength(text);
      });
    await onFile(what, file, async () => {
      const { size } = await handle.stat();
      if (size < bytes)
        throw new EgoiConfigError(`${what} '${file}' is shorter than its journal says`);
      await handle.truncate(bytes);
    });
    if (bytes === 0) await write(lines.head);
    const pages = this.#client
      .paginate('subscriberData', { listID }, { from: next, pageSize, timeoutMs, signal })
      .pages();
    for await (const page of pages) {
      await write(lines.of(page.items));
      contacts += page.items.length;
      next = page.next;
      pagesRead += 1;
      await this.#journal.reached({ next, bytes, contacts });
      onProgress({ contacts, bytes, pages: pagesRead });
    }
    return { contacts, bytes, pages: pagesRead };
  }
}
