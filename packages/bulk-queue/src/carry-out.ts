import { isOutcomeUnknown, People, sendBatch, uncounted } from '@egoi-client/bulk';
import { EgoiApiError, EgoiError, EgoiPartialError } from '@egoi-client/core';
import { account, ask, decidePartly, waitForQueue } from './ask-account.ts';
import {
  type AnsweredRecord,
  type BatchRecord,
  type DoubtfulRecord,
  type FailedRecord,
  isDone,
  outcomeOf,
  type PartlyRecord,
  type SendingRecord,
} from './batch-record.ts';
import { done, lost, type NextMove, record, restOrRetry, type Turn } from './turn.ts';

/**
 * Takes a batch one step further. A turn makes one call at most, so that the queue's limiter, which
 * counts turns, keeps the budget of calls whatever happens.
 */
export async function carryOut(turn: Turn): Promise<NextMove> {
  const { journal, job } = turn;
  const present = await journal.read(job.index);
  switch (present?.state) {
    case 'answered':
      return isDone(present) ? done : await account(turn, present);
    case 'found':
    case 'skipped':
      return done;
    case 'sending':
      // Whoever sent it may still be waiting for the answer, as long as a call may last.
      return await doubt(turn, present, turn.callTimeoutMs + turn.settleMs);
    case 'doubtful':
      return present.askFrom > Date.now()
        ? { move: 'later', from: present.askFrom }
        : await ask(turn, present);
    case 'partly':
      return await decidePartly(turn, present);
    default: {
      if (!(await journal.areDone(job.after))) return { move: 'held' };
      return (await waitForQueue(turn)) ?? (await send(turn, present));
    }
  }
}

async function send(
  turn: Turn,
  present:
    | Exclude<BatchRecord, SendingRecord | DoubtfulRecord | PartlyRecord | AnsweredRecord>
    | undefined,
): Promise<NextMove> {
  const { client, journal, job, by, callTimeoutMs, call, insist } = turn;
  const now = Date.now();
  const { repeats = false, left = [] } = present ?? {};
  const sentAt = repeats ? (present?.sentAt ?? now) : now;
  const sending: SendingRecord = { state: 'sending', by, sentAt, repeats, left };
  if ((await record(turn, present, sending, done)) === lost) return lost;
  // Others count the call's time from the record: what the record took to write is not left.
  const timeoutMs = callTimeoutMs - (Date.now() - now);
  if (timeoutMs < 1)
    return await unsent(turn, sending, 'Redis was too slow to be sure of the batch');
  const contacts = job.contacts.filter((_contact, place) => !left.includes(job.rows[place] ?? -1));
  let count: number | undefined;
  try {
    count = await call(() => sendBatch(client, contacts, job.parameters, { timeoutMs }));
  } catch (error) {
    return await notAnswered(turn, sending, error);
  }
  const missing =
    count === undefined || count >= contacts.length
      ? 0
      : uncounted(
          count,
          new People(contacts, job.parameters),
          job.parameters,
          await broughtBefore(turn),
        );
  const answered: AnsweredRecord = {
    state: 'answered',
    repeats,
    sentAt,
    left,
    ...(count === undefined ? {} : { count }),
    ...(missing === 0 ? {} : { missing }),
  };
  await insist(() => journal.write(job.index, answered));
  return missing === 0 ? done : { move: 'again' };
}

/** How many contacts of a batch earlier ones brought into the list; none where that is not sure. */
async function broughtBefore({ journal, job, insist }: Turn): Promise<number> {
  if (job.parameters.operation === 2 || job.known === 0) return 0;
  const records = await insist(() => journal.readAll());
  const isSure = [...records].every(([index, present]) => {
    const { passedOver } = outcomeOf(present);
    const isWhole = (passedOver?.absent.length ?? 0) + (passedOver?.unknown ?? 0) === 0;
    return index >= job.index || (isDone(present) && present.state !== 'skipped' && isWhole);
  });
  return isSure ? job.known : 0;
}

async function notAnswered(turn: Turn, sending: SendingRecord, error: unknown): Promise<NextMove> {
  if (error instanceof EgoiPartialError) {
    const { sentAt, repeats, left } = sending;
    const reason = error.message;
    const partly: PartlyRecord = { state: 'partly', sentAt, repeats, left, reason };
    return await record(turn, sending, partly, { move: 'fail', reason });
  }
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
  const { sentAt, repeats, left } = sending;
  const askFrom = Date.now() + waitMs;
  const next: DoubtfulRecord = { state: 'doubtful', sentAt, repeats, left, askFrom };
  return await record(turn, sending, next, { move: 'later', from: askFrom });
}

async function unsent(
  turn: Turn,
  sending: SendingRecord,
  reason: string,
  nextMove: NextMove = { move: 'retry', reason },
): Promise<NextMove> {
  const { repeats, sentAt, left } = sending;
  const next: BatchRecord = { state: 'unsent', reason, repeats, sentAt, left };
  return await record(turn, sending, next, nextMove);
}

async function fail(turn: Turn, present: SendingRecord, error: EgoiError): Promise<NextMove> {
  const reason = error.message;
  const code = error instanceof EgoiApiError ? { code: error.code } : {};
  const { repeats, sentAt, left } = present;
  const next: FailedRecord = { state: 'failed', ...code, reason, repeats, sentAt, left };
  return await record(turn, present, next, { move: 'fail', reason });
}
