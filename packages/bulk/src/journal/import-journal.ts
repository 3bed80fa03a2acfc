import { z } from 'zod';
import { EgoiConfigError, type WireObject } from '@egoi-client/core';
import type { ContactBatch, PackedBatch } from '../batch-contract.ts';
import type { OptionSpelling } from '../option-spelling.ts';
import { importHeader, importRecord, type JournalRecord } from './import-record.ts';
import { type BatchState, isSettled, nextState, type PassedOver } from '../batch-state.ts';
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

/** A batch as the journal knows it. */
export interface JournaledBatch extends PackedBatch {
  readonly state: BatchState;
  /** When it was first sent, of the times that it may have arrived, in milliseconds since 1970. */
  readonly sentAt: number;
  /** Length of the reject file when it was packed. */
  readonly rejectBytes: number;
  /** The service's count. */
  readonly count: number | undefined;
  readonly rejected: number;
  /** How often it was sent again because it was not in the account. */
  readonly repeats: number;
  /** Rows that are not sent again, since their contacts left the list after the batch was sent. */
  readonly left: readonly number[];
  /** `undefined` as long as the count was not gone into. */
  readonly passedOver: PassedOver | undefined;
}

/** The journal of one import: what was about to be done, and what was done. Holds no contact. */
export interface ImportJournal {
  /** By their numbers; all but the last one are settled. */
  readonly batches: readonly JournaledBatch[];
  sending(batch: ContactBatch, sentAt: number, rejectBytes: number): Promise<void>;
  answered(index: number, count: number | undefined): Promise<void>;
  passedOver(index: number, rows: PassedOver): Promise<void>;
  found(index: number): Promise<void>;
  skipped(index: number): Promise<void>;
  /** @param left rows that must not be sent again */
  missing(index: number, left: readonly number[]): Promise<void>;
  notSent(index: number): Promise<void>;
  partly(index: number): Promise<void>;
  /** @param code the API's */
  refused(index: number, code: string): Promise<void>;
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
  spelling: OptionSpelling,
): Promise<ImportJournal> {
  const file = await openJournalFile(path);
  const batches: JournaledBatch[] = [];
  try {
    const [first, ...rest] = file.records;
    if (first === undefined) await file.append({ type: 'import', version, ...header });
    else checkHeader(path, first, header, spelling);
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
    passedOver: (index, { absent, unchanged, left, unknown }) =>
      write({
        type: 'passed_over',
        index,
        absent: [...absent],
        unchanged: [...unchanged],
        left: [...left],
        unknown,
      }),
    found: (index) => write({ type: 'found', index }),
    skipped: (index) => write({ type: 'skipped', index }),
    missing: (index, left) =>
      write({ type: 'missing', index, ...(left.length === 0 ? {} : { left: [...left] }) }),
    partly: (index) => write({ type: 'partly', index }),
    notSent: (index) => write({ type: 'not_sent', index }),
    refused: (index, code) => write({ type: 'refused', index, code }),
    close: () => (batches.every(cameToNothing) ? file.remove() : file.close()),
  };
}

/** Tells whether the service surely has nothing of a batch, and never may have had: there is nothing to go on with. */
function cameToNothing({ state, repeats }: JournaledBatch): boolean {
  return (state === 'unsent' || state === 'failed') && repeats === 0;
}

/** Brings the batches up to a record. @returns whether the record makes sense there */
function apply(batches: JournaledBatch[], record: JournalRecord): boolean {
  const known = batches[record.index];
  const next = known === undefined ? begun(batches, record) : changed(known, record);
  if (next !== undefined) batches[record.index] = next;
  return next !== undefined;
}

/** A batch that is sent for the first time, behind the others, which are settled. */
function begun(
  batches: readonly JournaledBatch[],
  record: JournalRecord,
): JournaledBatch | undefined {
  if (record.type !== 'sending' || record.index !== batches.length) return undefined;
  const last = batches.at(-1);
  const end = last === undefined ? 0 : last.fromRow + last.rows;
  if (record.fromRow !== end || (last !== undefined && !isSettled(last.state))) return undefined;
  const { type: _, ...facts } = record;
  const nothing = { count: undefined, repeats: 0, left: [], passedOver: undefined };
  return { ...facts, ...nothing, state: 'sending' };
}

function changed(known: JournaledBatch, record: JournalRecord): JournaledBatch | undefined {
  if (record.type === 'passed_over') {
    const { type: _type, index: _index, ...passedOver } = record;
    return known.state === 'answered' ? { ...known, passedOver } : undefined;
  }
  const state = nextState(known.state, record.type);
  if (state === undefined) return undefined;
  switch (record.type) {
    case 'sending': {
      if (!isSameBatch(known, record)) return undefined;
      const { type: _, ...facts } = record;
      // An earlier call may have arrived after all, where the batch was not found.
      const sentAt = known.repeats > 0 ? known.sentAt : record.sentAt;
      return { ...known, ...facts, sentAt, state };
    }
    case 'answered':
      return { ...known, state, count: record.count };
    case 'missing': {
      const left = [...new Set([...known.left, ...(record.left ?? [])])];
      return { ...known, state, left, repeats: known.repeats + 1 };
    }
    default:
      return { ...known, state };
  }
}

function isSameBatch(known: PackedBatch, record: PackedBatch): boolean {
  return (['fromRow', 'rows', 'size', 'fingerprint'] as const).every(
    (name) => known[name] === record[name],
  );
}

function checkHeader(
  path: string,
  first: unknown,
  header: ImportHeader,
  spelling: OptionSpelling,
): void {
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
      `the journal '${path}' is that of another import: ${other.map((name) => `${spelling(name)} was ${JSON.stringify(before[name])} and is ${JSON.stringify(header[name])}`).join('; ')}. Give the options as they were, or another journal`,
    );
  }
}
