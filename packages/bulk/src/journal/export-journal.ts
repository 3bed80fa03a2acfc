import { rm } from 'node:fs/promises';
import { EgoiConfigError } from '@egoi-client/core';
import { onFile } from './file-error.ts';
import { type JournalFile, openJournalFile } from './journal-file.ts';

/** What must be the same whenever an export goes on. */
export interface ExportHeader {
  readonly list: string;
  readonly format: string;
  /** As they were found when the export began: extra fields may come meanwhile. */
  readonly columns: readonly string[] | undefined;
  readonly escapeFormulas: boolean;
}

/** How far an export is. */
export interface ExportPosition {
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
  /** Removes the file: there is nothing to go on with. */
  finish(): Promise<void>;
  close(): Promise<void>;
}

const version = 1;
const start: ExportPosition = { next: 0, bytes: 0, contacts: 0 };

/** Of an export that is not to go on: remembers nothing. */
const noJournal: ExportJournal = {
  header: undefined,
  position: start,
  begin: () => Promise.resolve(),
  reached: () => Promise.resolve(),
  finish: () => Promise.resolve(),
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
  const [first, ...pages] = file.records as [
    (ExportHeader & { readonly type: string; readonly version: number })?,
    ...ExportPosition[],
  ];
  if (first !== undefined && (first.type !== 'export' || first.version !== version)) {
    throw new EgoiConfigError(`'${path}' is not the journal of an export of this version`);
  }
  return {
    header: first,
    position: pages.at(-1) ?? start,
    begin: (header) => file.append({ type: 'export', version, ...header }),
    reached: ({ next, bytes, contacts }) => file.append({ type: 'page', next, bytes, contacts }),
    finish: () => onFile('the journal', path, () => rm(path, { force: true })),
    close: () => file.close(),
  };
}
