import type { BatchRecord } from './batch-record.ts';
import type { QueuedBatch } from './import-journal.ts';
import {
  batchOfJob,
  type ImportPlace,
  type OpenImport,
  resolvePlace,
  withImport,
} from './open-import.ts';

/** A batch that needs a person: refused by the service, or tried in vain. */
export interface FailedBatch {
  /** 0 for the first. */
  readonly batch: number;
  /** Row of the source with which it begins; the first row is 0. */
  readonly fromRow: number;
  /** The service's error code, where it was the service that refused. */
  readonly code: string | undefined;
  readonly reason: string;
}

/** How far an import is. */
export interface ImportStatus {
  /** Whether every batch of the whole source is answered or failed. */
  readonly finished: boolean;
  /** Whether the whole source is queued. */
  readonly sealed: boolean;
  /** Batches queued so far. */
  readonly batches: number;
  /** Batches that the service answered, or that were found in the account. */
  readonly answered: number;
  readonly failed: readonly FailedBatch[];
  /** Batches that are neither answered nor failed. */
  readonly waiting: number;
  /** Contacts queued so far. */
  readonly contacts: number;
  /** Contacts of the answered batches. */
  readonly contactsAnswered: number;
  /** Rows queued so far that cannot be sent. */
  readonly rejected: number;
  /** The sum of the service's own counts, where it told them: contacts that it passed over are missing in it. */
  readonly taken: number | undefined;
  /** Batches whose outcome was unknown, and that were found in the account. */
  readonly found: number;
  /** Batches whose outcome was unknown, and that were sent again. */
  readonly repeated: number;
  /** When the budget allows the next call, in milliseconds; 0 when it allows one now. */
  readonly nextCallInMs: number;
}

/**
 * Tells how far an import is.
 *
 * @throws EgoiConnectionError when Redis is away for more than a few seconds, EgoiConfigError for a
 *   wrong place
 */
export async function importStatus(place: ImportPlace): Promise<ImportStatus> {
  return await withImport(resolvePlace('importStatus', place), 'give up', readStatus);
}

/** Reads the status of an import whose connection is open. */
export async function readStatus({ queue, journal }: OpenImport): Promise<ImportStatus> {
  // First the seal and the failures, last the records: what comes meanwhile is at worst not seen yet.
  const seal = await journal.seal();
  const failedJobs = await queue.getRanges(['failed'], 0, -1);
  const batches = await journal.batches();
  const queued = new Map(batches.map((batch) => [batch.index, batch]));
  const records = await journal.readAll();
  const answered = [...records.values()].filter((record) => record.state === 'answered');
  const failed = failedJobs
    .map(batchOfJob)
    .filter((index) => records.get(index)?.state !== 'answered')
    .toSorted((one, other) => one - other)
    .map((index) => failedBatch(index, queued.get(index), records.get(index)));
  const taken = answered.flatMap((record) => record.taken ?? []);
  const settled = answered.length + failed.length;
  return {
    finished: seal !== undefined && settled >= seal.batches,
    sealed: seal !== undefined,
    batches: batches.length,
    answered: answered.length,
    failed,
    waiting: Math.max(0, batches.length - settled),
    contacts: sum(batches.map(({ size }) => size)),
    contactsAnswered: sum(answered.map(({ contacts }) => contacts)),
    rejected: seal?.rejected ?? sum(batches.map(({ rejected }) => rejected)),
    taken: taken.length === 0 ? undefined : sum(taken),
    found: answered.filter(({ knownFrom }) => knownFrom === 'account').length,
    repeated: answered.filter(({ repeats }) => repeats).length,
    nextCallInMs: Math.max(0, await queue.getRateLimitTtl()),
  };
}

function failedBatch(
  batch: number,
  queued: QueuedBatch | undefined,
  record: BatchRecord | undefined,
): FailedBatch {
  return {
    batch,
    fromRow: queued?.fromRow ?? 0,
    code: record?.state === 'failed' ? record.code : undefined,
    reason:
      record !== undefined && 'reason' in record
        ? record.reason
        : 'it was tried in vain until the tries were used up',
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
