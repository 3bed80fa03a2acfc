import { hashOf, keysOf } from '@egoi-client/bulk';
import type { WireObject } from '@egoi-client/core';

/**
 * Tells which of the batches that are not done hold some of the same contacts as another. A contact
 * takes 8 bytes for each of its keys, as long as its batch is not done.
 */
export class SharingBatches {
  readonly #keys = new Map<number, Float64Array>();
  readonly #compareField: string;

  constructor(compareField: string) {
    this.#compareField = compareField;
  }

  /** The batches that are remembered. */
  get indexes(): number[] {
    return [...this.#keys.keys()];
  }

  /** Remembers a batch. @returns the remembered ones that share contacts with it */
  add(index: number, contacts: readonly WireObject[]): number[] {
    const keys = Float64Array.from(
      new Set(contacts.flatMap((contact) => keysOf(contact, this.#compareField).map(numberOf))),
    ).toSorted();
    const sharing = [...this.#keys].filter(([, others]) => doMeet(keys, others));
    this.#keys.set(index, keys);
    return sharing.map(([other]) => other);
  }

  forget(index: number): void {
    this.#keys.delete(index);
  }
}

/** A number of 53 bits that stands for a key. */
function numberOf(key: string): number {
  const [one, other] = hashOf(key);
  return (other >>> 11) * 2 ** 32 + one;
}

/** Whether two rising rows of numbers have one in common. */
function doMeet(one: Float64Array, other: Float64Array): boolean {
  let at = 0;
  let place = 0;
  while (at < one.length && place < other.length) {
    const difference = (one[at] ?? 0) - (other[place] ?? 0);
    if (difference === 0) return true;
    if (difference < 0) at += 1;
    else place += 1;
  }
  return false;
}
