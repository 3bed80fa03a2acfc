import type { TransportRequest } from './transport.ts';
import type { WireValue } from '../values/wire-value.ts';

/**
 * Tells of the items of a paged method's list while a decoder still reads the answer. It tells of one
 * list only: where a second one comes in its place, the rest is left to the whole answer.
 */
export class ArrivingItems {
  /** The member of the answer that holds the list; `undefined` where the answer is the list. */
  readonly member: string | undefined;
  readonly #onItem: NonNullable<TransportRequest['onItem']>;
  #list: WireValue[] | undefined;
  #told = 0;

  constructor(member: string | undefined, onItem: NonNullable<TransportRequest['onItem']>) {
    this.member = member;
    this.#onItem = onItem;
  }

  /** Says that a list has grown. Its items must be whole; those that are taken leave it, and `null` stays. */
  grew(list: WireValue[]): void {
    this.#list ??= list;
    if (this.#list !== list) return;
    while (this.#told < list.length) {
      const index = this.#told;
      this.#told += 1;
      // What nobody holds any longer dies young, which costs the engine nothing.
      if (this.#onItem(list[index] as WireValue, index) === true) list[index] = null;
    }
  }
}

/** What a decoder of the answer to this call may tell of; `undefined` where nobody listens. */
export function arrivingItems({ spec, onItem }: TransportRequest): ArrivingItems | undefined {
  if (onItem === undefined || spec?.paging === undefined) return undefined;
  return new ArrivingItems(spec.paging.items, onItem);
}
