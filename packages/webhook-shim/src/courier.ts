import type { Outbox, PendingDelivery } from './outbox.ts';
import { post, type PostOutcome } from './post.ts';
import type { ReceiverGuard } from './receiver-guard.ts';
import type { ShimEvent } from './shim-events.ts';

/** How callbacks are delivered. */
export interface CourierOptions {
  readonly timeoutMs: number;
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  readonly giveUpAfterMs: number;
  readonly guard: ReceiverGuard;
  readonly tell: (event: ShimEvent) => void;
}

/** Receivers that are posted to at once. */
const mostAtOnce = 32;

/** How often to look for what another process has put into the outbox, in milliseconds. */
const lookMs = 5000;

/** A wait that a receiver asks for is not longer than this, in milliseconds. */
const longestAskedMs = 3_600_000;

/**
 * Delivers what is in an outbox: to each receiver one after the other, in the order in which it came; a
 * slow receiver holds up no other. One that fails is tried again after a pause that doubles each time.
 */
export class Courier {
  readonly #outbox: Outbox;
  readonly #options: CourierOptions;
  readonly #atWork = new Map<string, Promise<void>>();
  readonly #closing = new AbortController();
  #timer: NodeJS.Timeout | undefined;

  constructor(outbox: Outbox, options: CourierOptions) {
    this.#outbox = outbox;
    this.#options = options;
  }

  /** Looks for what is due. */
  wake(): void {
    if (this.#closing.signal.aborted) return;
    clearTimeout(this.#timer);
    let waitMs = lookMs;
    try {
      const now = Date.now();
      for (const url of this.#outbox.due(now, mostAtOnce + this.#atWork.size)) {
        if (this.#atWork.size >= mostAtOnce) break;
        if (!this.#atWork.has(url)) this.#start(url);
      }
      waitMs = Math.min((this.#outbox.nextDueMs(now) ?? Number.POSITIVE_INFINITY) - now, lookMs);
    } catch (error) {
      this.#options.tell({ kind: 'defect', error });
    }
    this.#timer = setTimeout(() => this.wake(), Math.max(1, waitMs));
    this.#timer.unref();
  }

  /** Starts no further delivery, and ends those under way; what was not delivered stays in the outbox. */
  async close(): Promise<void> {
    this.#closing.abort();
    clearTimeout(this.#timer);
    await Promise.all(this.#atWork.values());
  }

  #start(url: string): void {
    const work = this.#serve(url)
      .catch((error: unknown) => this.#options.tell({ kind: 'defect', error }))
      .finally(() => {
        this.#atWork.delete(url);
        // Another may have waited for the place.
        this.#later();
      });
    this.#atWork.set(url, work);
  }

  #later(): void {
    if (this.#closing.signal.aborted) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.wake(), 1);
  }

  /** Delivers to one receiver until nothing is left or it fails. */
  async #serve(url: string): Promise<void> {
    while (!this.#closing.signal.aborted) {
      const delivery = this.#outbox.begin(url);
      if (delivery === undefined || !(await this.#deliver(delivery))) return;
    }
  }

  async #deliver(delivery: PendingDelivery): Promise<boolean> {
    const { guard, timeoutMs, tell } = this.#options;
    const { url, body, name } = delivery;
    const repeated: Record<string, string> =
      delivery.may_have_arrived === 1 ? { 'x-egoi-delivery-repeated': 'true' } : {};
    const headers = { 'x-egoi-delivery': name, ...repeated };
    const outcome = await post({ url, body, headers }, guard, timeoutMs, this.#closing.signal);
    const about = { delivery: name, receiver: originOf(url), tries: delivery.tries + 1 };
    if (outcome.kind === 'answered' && outcome.status >= 200 && outcome.status < 300) {
      this.#outbox.delivered(delivery);
      tell({ kind: 'delivered', ...about });
      return true;
    }
    const reason = reasonOf(outcome);
    const now = Date.now();
    const pauseMs = this.#pauseMs(about.tries, outcome);
    const isLate = now + pauseMs > delivery.accepted_ms + this.#options.giveUpAfterMs;
    if (outcome.kind === 'forbidden' || (isLate && !this.#closing.signal.aborted)) {
      const dropped = this.#outbox.giveUp(delivery, reason, now);
      tell({ kind: 'given up', ...about, reason });
      if (dropped > 0) tell({ kind: 'dropped', count: dropped });
      return true;
    }
    const mayHaveArrived = outcome.kind === 'answered' || outcome.mayHaveArrived;
    this.#outbox.failed(delivery, now + pauseMs, mayHaveArrived);
    tell({ kind: 'failed', ...about, reason });
    return false;
  }

  /** Half of the pause is chance, so that receivers which failed together are not tried together. */
  #pauseMs(tries: number, outcome: PostOutcome): number {
    const { firstPauseMs, longestPauseMs } = this.#options;
    const longest = Math.min(firstPauseMs * 2 ** Math.min(tries - 1, 30), longestPauseMs);
    const pauseMs = Math.ceil(longest / 2 + Math.random() * (longest / 2));
    const asked = outcome.kind === 'answered' ? (outcome.retryAfterMs ?? 0) : 0;
    return Math.max(pauseMs, Math.min(asked, longestAskedMs));
  }
}

function reasonOf(outcome: PostOutcome): string {
  switch (outcome.kind) {
    case 'answered':
      return `HTTP ${outcome.status}`;
    case 'failed':
      return outcome.reason;
    default:
      return 'its address may not be called';
  }
}

function originOf(url: string): string {
  return new URL(url).origin;
}
