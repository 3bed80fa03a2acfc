import { type ContactCounts, countsOf, isDoubtful, rowReasons } from '@egoi-client/bulk';
import { type BatchRecord, isDone, outcomeOf } from './batch-record.ts';
import { stuckBehind } from './held-batches.ts';
import type { QueuedBatch } from './import-journal.ts';
import {
  batchOfJob,
  type ImportPlace,
  type OpenImport,
  resolvePlace,
  withImport,
} from './open-import.ts';

/** A batch that needs a person: refused by the service, tried in vain, of unknown outcome, or behind such a one. */
export interface FailedBatch {
  /** 0 for the first. */
  readonly batch: number;
  /** Row of the source with which it begins; the first row is 0. */
  readonly fromRow: number;
  /** The service's error code, where it was the service that refused. */
  readonly code: string | undefined;
  readonly reason: string;
}

/** A row of the source that is not in the list, or may not be. */
interface RowToLookAt {
  /** The first row is 0. */
  readonly row: number;
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
  /**
   * Rows of the source that are dealt with: `taken`, `rejected` and `unknown` together, at any time and
   * however the import ends. Rows that cannot be sent are dealt with once they are queued.
   */
  readonly rows: number;
  /** Rows that the list has. */
  readonly taken: number;
  /** Rows that could not be sent, that the service did not take, or of a batch that failed. */
  readonly rejected: number;
  /** Rows of which nobody knows whether the list has them. */
  readonly unknown: number;
  /** Rows that the service did not take, or of which that is not known, as far as it is known which they are. */
  readonly rowsToLookAt: readonly RowToLookAt[];
  /** The sum of the service's own counts, where it told them. It counts a contact once for each call, however many rows it has. */
  readonly counted: number | undefined;
  /** Batches whose outcome was unknown, and that were found in the account. */
  readonly found: number;
  /** Batches whose outcome was unknown, and that were sent again. */
  readonly repeated: number;
  /** When the budget allows the next call, in milliseconds; 0 when it allows one now. */
  readonly nextCallInMs: number;
}

const nothing: ContactCounts = { taken: 0, rejected: 0, unknown: 0 };

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
  const held = await journal.held();
  const batches = await journal.batches();
  const queued = new Map(batches.map((batch) => [batch.index, batch]));
  const records = await journal.readAll();
  const failedIndexes = new Set(
    failedJobs.map(batchOfJob).filter((index) => !isDone(records.get(index))),
  );
  const stuck = stuckBehind(held, failedIndexes);
  const failed = [...failedIndexes, ...stuck.keys()]
    .toSorted((one, other) => one - other)
    .map((index) => failedBatch(index, queued.get(index), records.get(index), stuck.get(index)));
  const answered = [...records].filter(([, record]) => isDone(record));
  const settled = answered.length + failed.length;
  const isFailed = (index: number) => failedIndexes.has(index) || stuck.has(index);
  const unsendable = seal?.rejected ?? sum(batches.map(({ rejected }) => rejected));
  const counts = batches.map(({ index, size }) => {
    const record = records.get(index);
    return countsOfBatch(record, size, isFailed(index));
  });
  const taken = sum(counts.map((count) => count.taken));
  const rejected = unsendable + sum(counts.map((count) => count.rejected));
  const unknown = sum(counts.map((count) => count.unknown));
  const counted = answered.flatMap(([, record]) =>
    record.state === 'answered' ? (record.count ?? []) : [],
  );
  return {
    finished: seal !== undefined && settled >= seal.batches,
    sealed: seal !== undefined,
    batches: batches.length,
    answered: answered.length,
    failed,
    waiting: Math.max(0, batches.length - settled),
    contacts: sum(batches.map(({ size }) => size)),
    contactsAnswered: sum(answered.map(([index]) => queued.get(index)?.size ?? 0)),
    rows: taken + rejected + unknown,
    taken,
    rejected,
    unknown,
    rowsToLookAt: answered
      .flatMap(([, record]) => [
        ...rowReasons(outcomeOf(record), record.state === 'skipped' ? record.rows : []),
      ])
      .map(([row, reason]) => ({ row, reason }))
      .toSorted((one, other) => one.row - other.row),
    counted: counted.length === 0 ? undefined : sum(counted),
    found: answered.filter(([, { state }]) => state === 'found').length,
    repeated: answered.filter(([, { repeats }]) => repeats).length,
    nextCallInMs: Math.max(0, await queue.getRateLimitTtl()),
  };
}

/** Counts the contacts of a batch; none of one that is still under way. */
function countsOfBatch(
  record: BatchRecord | undefined,
  size: number,
  isFailed: boolean,
): ContactCounts {
  if (record !== undefined && (isDone(record) || (isFailed && isDoubtful(record.state)))) {
    return countsOf(outcomeOf(record), size) ?? nothing;
  }
  return isFailed ? { ...nothing, rejected: size } : nothing;
}

function failedBatch(
  batch: number,
  queued: QueuedBatch | undefined,
  record: BatchRecord | undefined,
  behind: number | undefined,
): FailedBatch {
  return {
    batch,
    fromRow: queued?.fromRow ?? 0,
    code: record?.state === 'failed' ? record.code : undefined,
    reason: reasonOf(record, behind),
  };
}

function reasonOf(record: BatchRecord | undefined, behind: number | undefined): string {
  if (behind !== undefined) {
    return `it was not sent: it holds some of the contacts of batch ${behind}, which failed, and must come after it`;
  }
  if (record !== undefined && 'reason' in record && record.reason !== undefined) {
    return record.reason;
  }
  return 'it was tried in vain until the tries were used up';
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
