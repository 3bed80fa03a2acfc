import type { PageCourse } from './page-course.ts';
import type { WireValue } from '../values/wire-value.ts';

/** How the call for a page ended. */
export type PageOutcome =
  | { /** Of all items of the page. */ readonly identities: readonly string[] }
  | { readonly error: unknown };

/**
 * One page while its answer arrives: the items that wait for the loop, each once, and how the call
 * ended. A call that is repeated tells of its items from the start again; those that were taken
 * already are passed over.
 */
export class ArrivingPage {
  /** `undefined` while the call is under way. */
  outcome: PageOutcome | undefined = undefined;
  readonly #course: PageCourse;
  /** The identities of the items that were taken, by their place in the page. */
  readonly #taken: string[] = [];
  /** Whether a repeated answer held others at those places: contacts came or went in between. */
  #hasMoved = false;
  #waiting: WireValue[] = [];
  #wake = (): void => {};

  /** @param course as it stands at this page, until the page has ended */
  constructor(course: PageCourse) {
    this.#course = course;
  }

  /** Takes an item that has arrived. @returns whether it did, or had it already */
  readonly add = (item: WireValue, index: number): boolean => {
    // After a move only the whole page can say what is new.
    if (this.outcome !== undefined || this.#hasMoved || index > this.#taken.length) return false;
    const identity = this.#course.identityOf(item);
    if (index < this.#taken.length) {
      this.#hasMoved = identity !== this.#taken[index];
      return !this.#hasMoved;
    }
    this.#taken.push(identity);
    if (!this.#course.isKnown(identity)) {
      this.#waiting.push(item);
      this.#wake();
    }
    return true;
  };

  /** Waits for the end of the call, which gives the items that nobody has told of. Never rejects. */
  async follow(call: Promise<readonly WireValue[]>): Promise<void> {
    try {
      const found = await call;
      const identities = found.map((item, index) => this.#identityAt(index, item));
      this.#waiting = [...this.#waiting, ...this.#restOf(found, identities)];
      this.outcome = { identities };
    } catch (error) {
      this.outcome = { error };
    }
    this.#wake();
  }

  /** Takes out the items that wait, also those that come meanwhile. */
  *arrived(): Generator<WireValue, undefined> {
    while (this.#waiting.length > 0) {
      const items = this.#waiting;
      this.#waiting = [];
      yield* items;
    }
  }

  /** Until an item arrives or the call ends. To be awaited when none waits and it has not ended. */
  change(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  /** What was taken has left the page. */
  #identityAt(index: number, item: WireValue): string {
    return (item === null ? this.#taken[index] : undefined) ?? this.#course.identityOf(item);
  }

  #restOf(found: readonly WireValue[], identities: readonly string[]): readonly WireValue[] {
    const taken = this.#taken;
    const hasMoved = taken.some((identity, index) => identity !== identities[index]);
    const given = new Set(hasMoved ? taken : []);
    return found.filter((_item, index) => {
      const identity = identities[index] as string;
      const isTaken = hasMoved ? given.has(identity) : index < taken.length;
      return !isTaken && !this.#course.isKnown(identity);
    });
  }
}
