import { EgoiProtocolError } from '../errors/errors.ts';
import type { PagedItems } from '../answers/normalise.ts';
import type { Page } from './page.ts';
import { isWireObject, type WireValue } from '../values/wire-value.ts';

/**
 * The way from page to page. A short page ends it once a full one has shown that the service takes
 * `limit` as asked; before that only an empty one does, since a service that gives fewer at a time
 * would seem to have no more. Memory holds two pages, whatever the number of items.
 */
export class PageCourse {
  /** Where the page under way begins. */
  start: number;
  readonly pageSize: number;
  ended = false;
  readonly #key: string;
  readonly #items: PagedItems;
  #known: ReadonlySet<string> = new Set();
  #sawFullPage = false;
  #repeats = 0;

  /** @param key the member of an item that tells it from all others */
  constructor(key: string, items: PagedItems, from: number, pageSize: number) {
    this.#key = key;
    this.#items = items;
    this.start = from;
    this.pageSize = pageSize;
  }

  /** What tells an item, as the wire brought it, from all others: the same on every wire. */
  identityOf(item: WireValue): string {
    const key = isWireObject(item) ? item[this.#key] : undefined;
    if (typeof key === 'number' || (typeof key === 'string' && key !== '')) return String(key);
    return JSON.stringify(this.#items.read(item));
  }

  /** Whether the page before held this item too. */
  isKnown(identity: string): boolean {
    return this.#known.has(identity);
  }

  /** Takes a whole page, and goes on behind it as `goOn` does. */
  take(found: readonly WireValue[]): Page<WireValue> {
    const { start } = this;
    const identities = found.map((item) => this.identityOf(item));
    const items = found.filter((_item, index) => !this.isKnown(identities[index] as string));
    this.goOn(identities);
    return { start, items, next: this.start };
  }

  /**
   * Goes on behind a page of these items.
   *
   * @throws EgoiProtocolError for a service that answers the same full page for ever
   */
  goOn(identities: readonly string[]): void {
    const count = identities.length;
    const isRepeat = identities.every((identity) => this.#known.has(identity));
    this.#repeats = isRepeat ? this.#repeats + 1 : 0;
    const isFull = count === this.pageSize;
    // Whoever takes no heed of `start` has given everything at once, or will never give the rest.
    this.ended = count === 0 || (!isFull && (this.#repeats > 0 || this.#sawFullPage));
    if (!this.ended && this.#repeats > 1) {
      throw new EgoiProtocolError(
        'the service answers the same page again and again, as if it knew no start; ask for less with the parameters of the method',
        { delivery: 'answered' },
      );
    }
    this.#sawFullPage ||= isFull;
    this.#known = new Set(identities);
    this.start += count;
  }
}
