import {
  type BatchPresence,
  batchIsInAccount,
  isOutcomeUnknown,
  sendBatch,
  type Unverifiable,
} from '@egoi-client/bulk';
import { EgoiApiError, type EgoiClient, EgoiError, EgoiQuotaError } from '@egoi-client/core';
import type { BatchRecord, SendingRecord, UnknownRecord } from './batch-record.ts';
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
  /** Another turn; the service's budget is spent, for all batches. */
  | { readonly move: 'rest'; readonly restMs: number }
  /** Another turn after a pause that grows. */
  | { readonly move: 'retry'; readonly reason: string }
  | { readonly move: 'fail'; readonly reason: string }
  /** Nothing: the batch has gone over to another worker. */
  | { readonly move: 'lost' };

/** How long to rest when a spent budget does not say when it is filled again, in milliseconds. */
const quotaRestMs = 60_000;

const done: NextMove = { move: 'done' };
const lost: NextMove = { move: 'lost' };

/**
 * Takes a batch one step further. A turn makes one call at most, so that the queue's limiter, which
 * counts turns, keeps the budget of calls whatever happens.
 */
export async function carryOut(turn: Turn): Promise<NextMove> {
  const present = await turn.journal.read(turn.job.index);
  switch (present?.state) {
    case 'answered':
      return done;
    case 'sending':
      // Whoever sent it may still be waiting for the answer, as long as a call may last.
      return await doubt(turn, present, turn.callTimeoutMs + turn.settleMs);
    case 'unknown':
      return present.askFrom > Date.now()
        ? { move: 'later', from: present.askFrom }
        : await ask(turn, present);
    default:
      return await send(turn, present);
  }
}

async function send(turn: Turn, present: BatchRecord | undefined): Promise<NextMove> {
  const { client, journal, job, by, callTimeoutMs, call, insist } = turn;
  const sentAt = Date.now();
  const repeats = present?.repeats ?? false;
  const sending: SendingRecord = { state: 'sending', by, sentAt, repeats };
  if (!(await journal.replace(job.index, present, sending))) return lost;
  // Others count the call's time from the record: what the record took to write is not left.
  const timeoutMs = callTimeoutMs - (Date.now() - sentAt);
  if (timeoutMs < 1)
    return await unsent(turn, sending, 'Redis was too slow to be sure of the batch');
  let taken: number | undefined;
  try {
    taken = await call(() => sendBatch(client, job.contacts, job.parameters, { timeoutMs }));
  } catch (error) {
    return await notAnswered(turn, sending, error);
  }
  const answered: BatchRecord = {
    state: 'answered',
    contacts: job.contacts.length,
    ...(taken === undefined ? {} : { taken }),
    knownFrom: 'answer',
    repeats,
  };
  await insist(() => journal.write(job.index, answered));
  return done;
}

async function notAnswered(turn: Turn, sending: SendingRecord, error: unknown): Promise<NextMove> {
  if (isOutcomeUnknown(error) || !(error instanceof EgoiError)) {
    return await doubt(turn, sending, turn.settleMs);
  }
  // A client that was closed is no fault of the batch.
  const mayPass = error.retryable || error.kind === 'aborted';
  return error.delivery === 'not_sent' && mayPass
    ? await unsent(turn, sending, error.message, restOrRetry(error))
    : await fail(turn, sending, error);
}

/** Leaves the batch until the service has surely done with it; then the account is asked. */
async function doubt(turn: Turn, sending: SendingRecord, waitMs: number): Promise<NextMove> {
  const { sentAt, repeats } = sending;
  const askFrom = Date.now() + waitMs;
  const next: UnknownRecord = { state: 'unknown', sentAt, repeats, askFrom, looked: 0 };
  return await record(turn, sending, next, { move: 'later', from: askFrom });
}

async function unsent(
  turn: Turn,
  present: BatchRecord,
  reason: string,
  nextMove: NextMove = { move: 'retry', reason },
): Promise<NextMove> {
  const next: BatchRecord = { state: 'unsent', reason, repeats: present.repeats };
  return await record(turn, present, next, nextMove);
}

function restOrRetry(error: EgoiError): NextMove {
  return error instanceof EgoiQuotaError
    ? { move: 'rest', restMs: error.retryAfterMs ?? quotaRestMs }
    : { move: 'retry', reason: error.message };
}

async function fail(turn: Turn, present: BatchRecord, error: EgoiError): Promise<NextMove> {
  const reason = error.message;
  const code = error instanceof EgoiApiError ? { code: error.code } : {};
  const next: BatchRecord = { state: 'failed', ...code, reason, repeats: present.repeats };
  return await record(turn, present, next, { move: 'fail', reason });
}

async function record(
  turn: Turn,
  present: BatchRecord,
  next: BatchRecord,
  nextMove: NextMove,
): Promise<NextMove> {
  const { journal, job, insist } = turn;
  return (await insist(() => journal.replace(job.index, present, next))) ? nextMove : lost;
}

/** Looks one contact of the batch up: the first, the last and others evenly between them, turn by turn. */
async function ask(turn: Turn, present: UnknownRecord): Promise<NextMove> {
  const { job, call, probes } = turn;
  const { looked } = present;
  const last = job.contacts.length - 1;
  const start = Math.round((looked * last) / Math.max(1, probes - 1));
  let presence: BatchPresence;
  try {
    presence = await call(() => presenceOf(turn, start, present.sentAt));
  } catch (error) {
    if (error instanceof EgoiError) return restOrRetry(error);
    throw error;
  }
  if (presence === 'missing') return await sendAgain(turn, present);
  // From the first contact on none can be looked up; later it only means that all were.
  if (presence === 'unverifiable' && looked === 0) return await unverifiable(turn, present);
  return looked + 1 < Math.min(probes, job.contacts.length)
    ? await record(turn, present, { ...present, looked: looked + 1 }, { move: 'again' })
    : await knownWithoutAnswer(turn, present, 'account');
}

/** Looks up the first contact from a place on that can be looked up; only that takes a call. */
async function presenceOf(turn: Turn, start: number, sentAt: number): Promise<BatchPresence> {
  const { client, job, callTimeoutMs: timeoutMs } = turn;
  const options = { probes: 1, sentAt, timeoutMs };
  for (const contact of job.contacts.slice(start)) {
    const presence = await batchIsInAccount(client, [contact], job.parameters, options);
    if (presence !== 'unverifiable') return presence;
  }
  return 'unverifiable';
}

async function sendAgain(turn: Turn, present: UnknownRecord): Promise<NextMove> {
  const reason = 'not found in the account';
  return await record(turn, present, { state: 'unsent', reason, repeats: true }, { move: 'again' });
}

async function unverifiable(turn: Turn, present: UnknownRecord): Promise<NextMove> {
  if (turn.unverifiable === 'repeat') return await sendAgain(turn, present);
  if (turn.unverifiable === 'skip') return await knownWithoutAnswer(turn, present, 'nobody');
  const reason = 'its outcome is unknown, and none of its contacts can be looked up';
  const { repeats } = present;
  return await record(
    turn,
    present,
    { state: 'failed', reason, repeats },
    { move: 'fail', reason },
  );
}

async function knownWithoutAnswer(
  turn: Turn,
  present: UnknownRecord,
  knownFrom: 'account' | 'nobody',
): Promise<NextMove> {
  const contacts = turn.job.contacts.length;
  const next: BatchRecord = {
    state: 'answered',
    contacts,
    knownFrom,
    repeats: present.repeats,
  };
  return await record(turn, present, next, done);
}
