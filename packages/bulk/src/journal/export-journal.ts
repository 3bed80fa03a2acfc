import { z } from 'zod';
import { EgoiConfigError } from '@egoi-client/core';
import type { TableForm } from '../files/contact-lines.ts';
import { type JournalFile, openJournalFile } from './journal-file.ts';
import { damaged, member, readRecord } from './journal-record.ts';

/** What must be the same whenever an export goes on. */
export interface ExportHeader extends TableForm {
  readonly list: string;
  readonly format: 'csv' | 'ndjson';
  /** As they were found when the export began: extra fields may come meanwhile. */
  readonly columns?: readonly string[] | undefined;
}

/** How far an export is. */
interface ExportPosition {
  /** How many contacts of the list to skip. */
  readonly next: number;
  /** Length of the file. */
  readonly bytes: number;
  readonly contacts: number;
}

/** The journal of one export: its columns, and how far it is after each page. Holds no contact. */
export interface ExportJournal {
  /** What it began with; `undefined` when it begins now. */
  readonly header: ExportHeader | undefined;
  readonly position: ExportPosition;
  begin(header: ExportHeader): Promise<void>;
  reached(position: ExportPosition): Promise<void>;
  /** Notes that all is done. */
  finish(): void;
  /** Removes the file where there is nothing to go on with: all is done, or no page was. */
  close(): Promise<void>;
}

/** Changes whenever another version could not read the file, or would write another table. */
const version = 2;
const start: ExportPosition = { next: 0, bytes: 0, contacts: 0 };

const headerRecord = z.object({
  list: z.string(),
  format: z.literal(['csv', 'ndjson']),
  columns: z.array(z.string()).optional(),
  escapeFormulas: z.boolean(),
  byteOrderMark: z.boolean(),
  delimiter: z.string(),
  lineEnds: z.literal(['crlf', 'lf']),
});

const pageRecord = z.object({
  type: z.literal('page'),
  next: member.count(),
  bytes: member.count(),
  contacts: member.count(),
});

/** Of an export that is not to go on: remembers nothing. */
const noJournal: ExportJournal = {
  header: undefined,
  position: start,
  begin: () => Promise.resolve(),
  reached: () => Promise.resolve(),
  finish: () => {},
  close: () => Promise.resolve(),
};

/** @throws EgoiConfigError when it is no journal of an export, of another format, damaged, or in use */
export async function openExportJournal(path: string | undefined): Promise<ExportJournal> {
  if (path === undefined) return noJournal;
  const file = await openJournalFile(path);
  try {
    return journalOf(path, file);
  } catch (error) {
    await file.close();
    throw error;
  }
}

function journalOf(path: string, file: JournalFile): ExportJournal {
  const [first, ...rest] = file.records;
  const kind = z.object({ type: z.literal('export'), version: z.literal(version) });
  if (first !== undefined && !kind.safeParse(first).success) {
    throw new EgoiConfigError(
      `'${path}' is not the journal of an export of this version; delete it to begin anew`,
    );
  }
  const pages = rest.map((record, index) => readRecord(pageRecord, record, path, index + 2));
  pages.forEach((page, index) => {
    const before = pages[index - 1] ?? start;
    const isLater = (['next', 'bytes', 'contacts'] as const).every(
      (name) => page[name] >= before[name],
    );
    if (!isLater) throw damaged(path, index + 2);
  });
  let isUnderWay = pages.length > 0;
  return {
    header: first === undefined ? undefined : readRecord(headerRecord, first, path, 1),
    position: pages.at(-1) ?? start,
    begin: (header) => file.append({ type: 'export', version, ...header }),
    async reached({ next, bytes, contacts }) {
      await file.append({ type: 'page', next, bytes, contacts });
      isUnderWay = true;
    },
    finish() {
      isUnderWay = false;
    },
    close: () => (isUnderWay ? file.close() : file.remove()),
  };
}
