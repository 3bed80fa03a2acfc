import type { Delivery } from './post.ts';

/** One try at a delivery. */
export interface DeliveryTry {
  /** In milliseconds since 1970. */
  readonly startedMs: number;
  /** What the receiver answered; not there where no answer came. */
  readonly status?: number;
  /** Why it counts as not delivered; `''` where it does. */
  readonly problem: string;
}

/**
 * A delivery with what came of it. `dropped` is one that was never tried, because one before it was given
 * up or too many waited; `off` is one that the account may not make.
 */
export interface LoggedDelivery {
  readonly id: number;
  readonly delivery: Delivery;
  /** When it was asked for, in milliseconds since 1970. */
  readonly addedMs: number;
  /** The one that it repeats; not there for one that the account made of itself. */
  readonly repeats?: number;
  state: 'waiting' | 'trying' | 'delivered' | 'given up' | 'dropped' | 'off';
  readonly tries: DeliveryTry[];
  /** When it is tried next, in milliseconds since 1970. */
  nextTryMs: number | undefined;
}

/** Most deliveries that are kept. */
const mostDeliveries = 1000;
/** Most characters of all their bodies together. */
const mostCharacters = 8 * 1024 * 1024;

/** The last deliveries. What it keeps is bounded; the oldest go first. */
export class DeliveryLog {
  readonly #kept = new Map<number, LoggedDelivery>();
  #characters = 0;
  #lastId = 0;

  add(delivery: Delivery, repeats?: number): LoggedDelivery {
    this.#lastId += 1;
    const logged: LoggedDelivery = {
      id: this.#lastId,
      delivery,
      addedMs: Date.now(),
      ...(repeats === undefined ? {} : { repeats }),
      state: 'waiting',
      tries: [],
      nextTryMs: undefined,
    };
    this.#kept.set(logged.id, logged);
    this.#characters += delivery.body.length;
    for (const [id, oldest] of this.#kept) {
      if (this.#kept.size <= mostDeliveries && this.#characters <= mostCharacters) break;
      this.#kept.delete(id);
      this.#characters -= oldest.delivery.body.length;
    }
    return logged;
  }

  find(id: number): LoggedDelivery | undefined {
    return this.#kept.get(id);
  }

  /** The newest first. */
  page(start: number, limit: number): LoggedDelivery[] {
    return [...this.#kept.values()].toReversed().slice(start, start + limit);
  }

  clear(): void {
    this.#kept.clear();
    this.#characters = 0;
  }
}
