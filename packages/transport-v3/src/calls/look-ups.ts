import { EgoiError } from '@egoi-client/core';

/** How long an answer is kept, in milliseconds. */
const keptMs = 60_000;

/** Most answers that are kept; the oldest go first. */
const mostKept = 256;

const endings: ReadonlySet<string> = new Set(['aborted', 'timeout']);

interface Flight {
  readonly value: Promise<unknown>;
  readonly untilMs: number;
  arrived?: { readonly value: unknown };
}

/** Small facts of an account that calls need again and again, asked for once by all of them. */
export class LookUps {
  readonly #flights = new Map<string, Flight>();
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /**
   * The answer that is kept, or the one that `load` brings; who comes meanwhile gets the same.
   *
   * @param key tells the account as well
   */
  async get<T>(key: string, load: () => Promise<T>): Promise<T> {
    for (let known = this.#fresh(key); known !== undefined; known = this.#fresh(key)) {
      try {
        return (await known.value) as T;
      } catch (error) {
        // Ended by the signal of who asked first, which is not ours.
        if (!(error instanceof EgoiError) || !endings.has(error.kind)) throw error;
        if (this.#flights.get(key) === known) this.#flights.delete(key);
      }
    }
    const flight: Flight = { value: load(), untilMs: this.#now() + keptMs };
    this.#keep(key, flight);
    try {
      const value = (await flight.value) as T;
      flight.arrived = { value };
      return value;
    } catch (error) {
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
      throw error;
    }
  }

  /** What is kept already; `undefined` where it would have to be asked for. */
  known(key: string): unknown {
    return this.#fresh(key)?.arrived?.value;
  }

  /** Forgets what a write has changed. */
  drop(key: string): void {
    this.#flights.delete(key);
  }

  #fresh(key: string): Flight | undefined {
    const flight = this.#flights.get(key);
    return flight !== undefined && flight.untilMs > this.#now() ? flight : undefined;
  }

  #keep(key: string, flight: Flight): void {
    this.#flights.delete(key);
    this.#flights.set(key, flight);
    for (const oldest of this.#flights.keys()) {
      if (this.#flights.size <= mostKept) break;
      this.#flights.delete(oldest);
    }
  }
}
