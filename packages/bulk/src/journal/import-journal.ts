import { z } from 'zod';
import { EgoiConfigError, type WireObject } from '@egoi-client/core';
import type { ContactBatch, PackedBatch } from '../batch-contract.ts';
import { importHeader, importRecord, type JournalRecord } from './import-record.ts';
import { openJournalFile } from './journal-file.ts';
import { damaged, readRecord } from './journal-record.ts';

/** What must be the same whenever an import goes on. */
export interface ImportHeader {
  readonly list: string;
  readonly compareField: string;
  readonly operation: 1 | 2;
  readonly parameters: WireObject;
  readonly unknownFields: string;
  /** The reject file, as seen from the journal's folder; `null` where it is the one beside the journal. */
  readonly rejects: string | null;
}

/**
 * How far a batch is. `sending`: its call was begun and nobody knows how it ended. `unsent`: it must be
 * sent again. The others are settled.
 */
export type BatchState = 'sending' | 'unsent' | 'answered' | 'found' | 'skipped';

/** A batch as the journal knows it. */
export interface JournaledBatch extends PackedBatch {
  readonly state: BatchState;
  /** When it was last sent, in milliseconds since 1970. */
  readonly sentAt: number;
  /** Length of the reject file when it was packed. */
  readonly rejectBytes: number;
  /** The service's count. */
  readonly count: number | undefined;
  readonly rejected: number;
  /** How often it was sent again because it was not in the account. */
  readonly repeats: number;
}

/** Why a batch must be sent again: the API refused it, its call was not sent, or the account does not have it. */
export type Unsent = 'refused' | 'not_sent' | 'missing';

/** The journal of one import: what was about to be done, and what was done. Holds no contact. */
export interface ImportJournal {
  /** By their numbers; all but the last one are settled. */
  readonly batches: readonly JournaledBatch[];
  sending(batch: ContactBatch, sentAt: number, rejectBytes: number): Promise<void>;
  answered(index: number, count: number | undefined): Promise<void>;
  found(index: number): Promise<void>;
  skipped(index: number): Promise<void>;
  /** @param code the API's, of a refusal */
  unsent(index: number, why: Unsent, code?: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Changes whenever another version could not read the file, or would pack other contacts of the same
 * source. Format 1 had them as they were read, before values were cleaned.
 */
const version = 2;

/**
 * Opens the journal of an import, or begins it.
 *
 * @throws EgoiConfigError when it is that of another import, of another format, damaged, or in use
 */
export async function openImportJournal(
  path: string,
  header: ImportHeader,
): Promise<ImportJournal> {
  const file = await openJournalFile(path);
  const batches: JournaledBatch[] = [];
  try {
    const [first, ...rest] = file.records;
    if (first === undefined) await file.append({ type: 'import', version, ...header });
    else checkHeader(path, first, header);
    rest.forEach((record, index) => {
      const line = index + 2;
      if (!apply(batches, readRecord(importRecord, record, path, line))) throw damaged(path, line);
    });
  } catch (error) {
    await file.close();
    throw error;
  }
  const write = async (record: JournalRecord) => {
    await file.append(record);
    apply(batches, record);
  };
  return {
    batches,
    sending({ index, fromRow, rows, contacts, fingerprint, rejected }, sentAt, rejectBytes) {
      const facts = { index, fromRow, rows, size: contacts.length, rejected, fingerprint };
      return write({ type: 'sending', ...facts, rejectBytes, sentAt });
    },
    answered: (index, count) =>
      write({ type: 'answered', index, ...(count === undefined ? {} : { count }) }),
    found: (index) => write({ type: 'found', index }),
    skipped: (index) => write({ type: 'skipped', index }),
    unsent: (index, why, code) =>
      write({ type: why, index, ...(code === undefined ? {} : { code }) }),
    close: () => file.close(),
  };
}

/** Tells whether nothing is left to be done for a batch. */
export function isSettled({ state }: JournaledBatch): boolean {
  return state !== 'sending' && state !== 'unsent';
}

/** Brings the batches up to a record. @returns whether the record makes sense there */
function apply(batches: JournaledBatch[], record: JournalRecord): boolean {
  const known = batches[record.index];
  if (record.type === 'sending') {
    const { type: _, ...facts } = record;
    const last = batches.at(-1);
    const isNext =
      record.index === batches.length &&
      (last === undefined || (isSettled(last) && record.fromRow === last.fromRow + last.rows));
    if (known === undefined ? !isNext : !isSameBatch(known, record)) return false;
    batches[record.index] = {
      ...facts,
      state: 'sending',
      count: undefined,
      repeats: known?.repeats ?? 0,
    };
    return true;
  }
  if (known === undefined) return false;
  const next = nextOf(known, record);
  if (next !== undefined) batches[record.index] = next;
  return next !== undefined;
}

function nextOf(
  known: JournaledBatch,
  record: Exclude<JournalRecord, { readonly type: 'sending' }>,
): JournaledBatch | undefined {
  switch (record.type) {
    case 'answered':
      return { ...known, state: 'answered', count: record.count };
    case 'found':
    case 'skipped':
      return { ...known, state: record.type };
    case 'missing':
      return { ...known, state: 'unsent', repeats: known.repeats + 1 };
    case 'refused':
    case 'not_sent':
      return { ...known, state: 'unsent' };
    default:
      return undefined;
  }
}

function isSameBatch(known: PackedBatch, record: PackedBatch): boolean {
  return (['fromRow', 'rows', 'size', 'fingerprint'] as const).every(
    (name) => known[name] === record[name],
  );
}

function checkHeader(path: string, first: unknown, header: ImportHeader): void {
  const kind = z.object({ type: z.literal('import'), version: z.unknown() }).safeParse(first);
  if (!kind.success) throw new EgoiConfigError(`'${path}' is not the journal of an import`);
  if (kind.data.version !== version) {
    throw new EgoiConfigError(
      `the journal '${path}' has format ${JSON.stringify(kind.data.version)}; this version reads format ${version}. End the import with the version that began it, or delete the journal to begin anew`,
    );
  }
  const before = readRecord(importHeader, first, path, 1);
  const names = Object.keys(header) as (keyof ImportHeader)[];
  const other = names.filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(header[name]),
  );
  if (other.length > 0) {
    throw new EgoiConfigError(
      `the journal '${path}' is that of another import: ${other.map((name) => `${name} was ${JSON.stringify(before[name])} and is ${JSON.stringify(header[name])}`).join('; ')}. Give the options as they were, or another journal`,
    );
  }
}
