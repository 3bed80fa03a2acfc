import { type BatchEvent, type BatchState, nextState, type Unverifiable } from '@egoi-client/bulk';
import { type EgoiClient, type EgoiError, EgoiQuotaError } from '@egoi-client/core';
import type { BatchRecord } from './batch-record.ts';
import type { ImportJournal } from './import-journal.ts';
import type { BatchJob } from './open-import.ts';

/** One turn of a worker with one batch. */
export interface Turn {
  readonly client: EgoiClient;
  readonly journal: ImportJournal;
  readonly job: BatchJob;
  /** A name that no other turn has. */
  readonly by: string;
  readonly probes: number;
  readonly settleMs: number;
  readonly callTimeoutMs: number;
  readonly unverifiable: Unverifiable;
  /** Makes a call of the client, unless the worker is being stopped. */
  readonly call: <T>(make: () => Promise<T>) => Promise<T>;
  /** Tries to write until it is written; rejects only when the worker is stopped. */
  readonly insist: <T>(write: () => Promise<T>) => Promise<T>;
}

/** What is to become of the batch's job after a turn. */
export type NextMove =
  | { readonly move: 'done' }
  /** Another turn at once, as soon as the budget of calls allows one. */
  | { readonly move: 'again' }
  /** Another turn, not before a time in milliseconds since 1970. */
  | { readonly move: 'later'; readonly from: number }
  /** Another turn once the batches before it are done that hold the same contacts. */
  | { readonly move: 'held' }
  /** Another turn; the service's budget is spent, for all batches. */
  | { readonly move: 'rest'; readonly restMs: number }
  /** Another turn after a pause that grows. */
  | { readonly move: 'retry'; readonly reason: string }
  | { readonly move: 'fail'; readonly reason: string }
  /** Nothing: the batch has gone over to another worker. */
  | { readonly move: 'lost' };

/** How long to rest when a spent budget does not say when it is filled again, in milliseconds. */
const quotaRestMs = 60_000;

export const done: NextMove = { move: 'done' };
export const lost: NextMove = { move: 'lost' };

/** What to do after a call that cannot have reached the service, or that only asked. */
export function restOrRetry(error: EgoiError): NextMove {
  return error instanceof EgoiQuotaError
    ? { move: 'rest', restMs: error.retryAfterMs ?? quotaRestMs }
    : { move: 'retry', reason: error.message };
}

const eventOf: Readonly<Record<BatchState, readonly BatchEvent[]>> = {
  sending: ['sending'],
  doubtful: ['lost'],
  partly: ['partly'],
  unsent: ['not_sent', 'missing'],
  failed: ['refused'],
  answered: ['answered'],
  found: ['found'],
  skipped: ['skipped'],
};

/** Writes a record in place of the present one, where the batch is still as it was read. */
export async function record(
  { journal, job, insist }: Turn,
  present: BatchRecord | undefined,
  next: BatchRecord,
  nextMove: NextMove,
): Promise<NextMove> {
  const isPossible =
    present?.state === next.state ||
    eventOf[next.state].some((event) => nextState(present?.state, event) === next.state);
  if (!isPossible) return lost;
  return (await insist(() => journal.replace(job.index, present, next))) ? nextMove : lost;
}
