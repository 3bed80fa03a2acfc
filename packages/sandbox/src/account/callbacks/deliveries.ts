import type { Wait } from '@egoi-client/core/wire';
import { DeliveryLog, type LoggedDelivery } from './delivery-log.ts';
import { ForbiddenAddress } from './loopback.ts';
import { type CallbackReach, type Delivery, post as postOnce } from './post.ts';

export interface DeliveryOptions {
  readonly reach: CallbackReach;
  /** Time limit of one try, in milliseconds. */
  readonly timeoutMs: number;
  /** Lets the time between tries pass. */
  readonly wait: Wait;
  /** What `close()` leaves to deliveries that are not done, in milliseconds. @default 1000 */
  readonly closeLimitMs?: number;
  /** What may wait for all receivers together; further deliveries are dropped. @default mostPending */
  readonly maxPending?: number;
}

/** What may wait for all receivers together. */
export const mostPending = 10_000;

/** Posts callbacks apart from the calls that cause them. */
export interface Deliveries {
  /** Takes a delivery up at once; nothing of it can fail the caller. */
  add(delivery: Delivery): void;
  /** The last deliveries, with what came of them. */
  readonly log: DeliveryLog;
  /** Makes a delivery once more. @returns whether the log still has it, with all of its body */
  again(id: number): boolean;
  /** Resolves when every delivery was made or given up. */
  settled(): Promise<void>;
  /** Takes no more, and gives up what is not made within a limit. */
  close(): Promise<void>;
}

/** The waits between tries: three tries in all, which leaves a receiver the time to restart. */
const pausesMs = [1000, 5000];

/**
 * Deliveries to one address are made one after the other, in the order in which they came, so that a
 * contact is not added after it was removed; a slow receiver holds up no other. One that takes no
 * delivery in three tries is given up with all that waits for it, or a large import would try for hours.
 */
export function callbackDeliveries(options: DeliveryOptions): Deliveries {
  const { reach, timeoutMs, wait, closeLimitMs = 1000, maxPending = mostPending } = options;
  const queues = new Map<string, LoggedDelivery[]>();
  const log = new DeliveryLog();
  const closing = new AbortController();
  let pending = 0;
  let isClosed = false;
  let settlers: (() => void)[] = [];

  const settled = () =>
    pending === 0
      ? Promise.resolve()
      : new Promise<void>((resolve) => {
          settlers.push(resolve);
        });

  const release = (count: number) => {
    pending -= count;
    if (pending > 0) return;
    const waiting = settlers;
    settlers = [];
    for (const resolve of waiting) resolve();
  };

  /** @returns what came of one try, `''` where it arrived */
  const tryOnce = async (
    { delivery }: LoggedDelivery,
    farReach: Exclude<CallbackReach, 'off'>,
  ): Promise<{ readonly status?: number; readonly problem: string }> => {
    const limit = new AbortController();
    const abort = () => limit.abort();
    const timer = setTimeout(abort, timeoutMs);
    closing.signal.addEventListener('abort', abort);
    try {
      const status = await postOnce(delivery, farReach, limit.signal);
      const isTaken = status >= 200 && status < 300;
      return { status, problem: isTaken ? '' : `answered ${status}` };
    } catch (error) {
      if (error instanceof ForbiddenAddress) throw error;
      return { problem: limit.signal.aborted ? 'no answer in time' : problemOf(error) };
    } finally {
      clearTimeout(timer);
      closing.signal.removeEventListener('abort', abort);
    }
  };

  const deliver = async (logged: LoggedDelivery): Promise<boolean> => {
    if (reach === 'off') return false;
    for (const pauseMs of [...pausesMs, undefined]) {
      const startedMs = Date.now();
      logged.state = 'trying';
      try {
        const { problem, ...came } = await tryOnce(logged, reach);
        logged.tries.push({ startedMs, ...came, problem });
        if (problem === '') return true;
      } catch {
        logged.tries.push({ startedMs, problem: 'its address is none of this machine' });
        return false;
      }
      if (pauseMs === undefined || closing.signal.aborted) return false;
      logged.state = 'waiting';
      logged.nextTryMs = Date.now() + pauseMs;
      // Closing ends the wait too.
      await wait(pauseMs, closing.signal).catch(() => undefined);
      logged.nextTryMs = undefined;
      if (closing.signal.aborted) return false;
    }
    return false;
  };

  const work = async (url: string, queue: LoggedDelivery[]) => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const isMade = await deliver(next);
      next.state = isMade ? 'delivered' : 'given up';
      const dropped = isMade ? [] : queue.splice(0);
      for (const one of dropped) one.state = 'dropped';
      if (queue.length === 0) queues.delete(url);
      release(1 + dropped.length);
    }
  };

  const add = (delivery: Delivery, repeats?: number) => {
    if (isClosed) return;
    const logged = log.add(delivery, repeats);
    if (reach === 'off' || pending >= maxPending) {
      logged.state = reach === 'off' ? 'off' : 'dropped';
      return;
    }
    pending += 1;
    const queue = queues.get(delivery.url);
    if (queue !== undefined) {
      queue.push(logged);
      return;
    }
    const started = [logged];
    queues.set(delivery.url, started);
    void work(delivery.url, started);
  };

  return {
    log,
    add,
    again(id) {
      const logged = log.find(id);
      if (logged === undefined) return false;
      add(logged.delivery, id);
      return true;
    },
    settled,
    async close() {
      isClosed = true;
      const timer = setTimeout(() => closing.abort(), closeLimitMs);
      await settled();
      clearTimeout(timer);
    },
  };
}

/** What kept a connection from being made, in the system's word for it. */
function problemOf(error: unknown): string {
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' ? `not reached: ${code}` : 'not reached';
}
