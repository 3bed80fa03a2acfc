import type { List } from '../store/lists.ts';
import { endOperation, insertQueued, nextDue, type OperationType } from '../store/operations.ts';
import { validateSenders } from '../store/senders.ts';
import type { AccountWork } from '../work/account-work.ts';
import { performWork, tellFailure } from './perform-work.ts';
import type { QueuedWork } from './queued-work.ts';

/** Work that is to wait for its turn. */
export interface ToQueue {
  readonly type: OperationType;
  readonly list: Pick<List, 'id'>;
  readonly work: QueuedWork;
  /** Contacts in it, as far as they are known. */
  readonly total?: number;
  /** Hash of the campaign that it sends. */
  readonly campaign?: string;
  /** What the list of operations shows of it. */
  readonly title?: string;
  /** When its turn comes, in milliseconds since 1970. @default once the account's delay has passed */
  readonly dueMs?: number;
}

/** Queues work. @returns the number of the operation */
export async function enqueue(
  { sql, moment, settings, queued }: AccountWork,
  { type, list, work, total = 0, campaign, title = '', dueMs }: ToQueue,
): Promise<number> {
  const due = dueMs ?? moment.timeMs + settings.queueDelayMs;
  const id = await insertQueued(sql, {
    type,
    method: type,
    list: list.id,
    total,
    moment: moment.dateTime,
    due,
    campaign: campaign ?? null,
    title,
    work: JSON.stringify(work),
  });
  queued(due);
  return id;
}

/**
 * Validates the senders, and works off the first operation, whose turn came by a time.
 *
 * @param fails whether it broke a rule when it was tried, so that it ends without having done anything
 * @returns whether there was one
 * @throws BrokenRule when it breaks a rule
 */
export async function workOffNext(
  work: AccountWork,
  untilMs: number,
  fails: boolean,
): Promise<boolean> {
  await validateSenders(work.sql, untilMs);
  const operation = await nextDue(work.sql, untilMs);
  if (operation === undefined) return false;
  const carried = JSON.parse(operation.work) as QueuedWork;
  // Before, so that it does not count as waiting any more.
  await endOperation(work.sql, operation.id, fails ? 'failed' : 'finished', work.moment.dateTime);
  if (fails) await tellFailure(work, carried);
  else await performWork(work, operation, carried);
  return true;
}
