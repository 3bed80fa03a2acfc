import type { Wait } from '@egoi-client/core/wire';
import { ForbiddenAddress } from './loopback.ts';
import { type CallbackReach, post as postOnce, type PostedType } from './post.ts';

/** One POST to a receiver. */
export interface Delivery {
  readonly url: string;
  readonly type: PostedType;
  readonly body: string;
}

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
  const queues = new Map<string, Delivery[]>();
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

  const post = async (delivery: Delivery): Promise<boolean> => {
    if (reach === 'off') return false;
    const limit = new AbortController();
    const abort = () => limit.abort();
    const timer = setTimeout(abort, timeoutMs);
    closing.signal.addEventListener('abort', abort);
    try {
      const status = await postOnce(delivery, reach, limit.signal);
      return status >= 200 && status < 300;
    } finally {
      clearTimeout(timer);
      closing.signal.removeEventListener('abort', abort);
    }
  };

  const deliver = async (delivery: Delivery): Promise<boolean> => {
    for (const pauseMs of [...pausesMs, undefined]) {
      try {
        if (await post(delivery)) return true;
      } catch (error) {
        if (error instanceof ForbiddenAddress) return false;
      }
      if (pauseMs === undefined || closing.signal.aborted) return false;
      // Closing ends the wait too.
      await wait(pauseMs, closing.signal).catch(() => undefined);
      if (closing.signal.aborted) return false;
    }
    return false;
  };

  const work = async (url: string, queue: Delivery[]) => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const isMade = await deliver(next);
      const dropped = isMade ? [] : queue.splice(0);
      if (queue.length === 0) queues.delete(url);
      release(1 + dropped.length);
    }
  };

  return {
    add(delivery) {
      if (reach === 'off' || isClosed || pending >= maxPending) return;
      pending += 1;
      const queue = queues.get(delivery.url);
      if (queue !== undefined) {
        queue.push(delivery);
        return;
      }
      const started = [delivery];
      queues.set(delivery.url, started);
      void work(delivery.url, started);
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
