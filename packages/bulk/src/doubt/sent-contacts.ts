import type { WireObject } from '@egoi-client/core';
import type { People } from './people.ts';
import { hashOf, type KeyHash, keysOf } from './contact-keys.ts';

/** The first filter takes 2 KB, each further one eight times as much as the one before. */
const firstBits = 2 ** 14;
const growth = 8;
/** 64 million bits: where a million contacts were sent, one in ten million is taken for one of them. */
const mostBits = 2 ** 26;
const bitsOfKey = 7;
/** With so many bits for each key that was added. */
const bitsPerKey = 64;
const maxWitnesses = 5;

/** What the rows before a batch tell about its contacts. */
export interface Novelty {
  /** Places in the batch of a few contacts that no earlier row holds, spread over it. */
  readonly witnesses: readonly number[];
  /** How many contacts of the batch earlier rows hold, too. */
  readonly repeats: number;
}

/**
 * Remembers which contacts an import sent, in 10 MB however many they are: Bloom filters. They may take
 * a contact for sent that was not, never the other way round: what is asked of them errs on the safe side.
 */
export class SentContacts {
  readonly #filters: BloomFilter[] = [new BloomFilter(firstBits)];
  readonly #compareField: string;

  constructor(compareField: string) {
    this.#compareField = compareField;
  }

  /** What is new in contacts that come after those that were added. */
  noveltyOf(contacts: readonly WireObject[]): Novelty {
    const fresh: number[] = [];
    contacts.forEach((contact, place) => {
      if (!this.#holds(contact)) fresh.push(place);
    });
    return { witnesses: spread(fresh, maxWitnesses), repeats: contacts.length - fresh.length };
  }

  /** How many contacts were sent before. */
  countOf(people: People): number {
    return people.all.filter(({ values }) => this.#holds(values)).length;
  }

  add(contacts: readonly WireObject[]): void {
    for (const contact of contacts) {
      for (const key of keysOf(contact, this.#compareField)) {
        if (!this.#has(key)) this.#filterWithRoom().add(hashOf(key));
      }
    }
  }

  #filterWithRoom(): BloomFilter {
    const last = this.#filters.at(-1) ?? new BloomFilter(firstBits);
    if (last.keys * bitsPerKey < last.bits || last.bits === mostBits) return last;
    const next = new BloomFilter(Math.min(last.bits * growth, mostBits));
    this.#filters.push(next);
    return next;
  }

  #holds(contact: WireObject): boolean {
    return keysOf(contact, this.#compareField).some((key) => this.#has(key));
  }

  #has(key: string): boolean {
    const hash = hashOf(key);
    return this.#filters.some((filter) => filter.has(hash));
  }
}

class BloomFilter {
  readonly bits: number;
  keys = 0;
  readonly #words: Uint32Array;

  constructor(bits: number) {
    this.bits = bits;
    this.#words = new Uint32Array(bits / 32);
  }

  add(hash: KeyHash): void {
    this.keys += 1;
    for (let turn = 0; turn < bitsOfKey; turn += 1) {
      const bit = this.#bit(hash, turn);
      this.#words[bit >>> 5] = (this.#words[bit >>> 5] ?? 0) | (1 << (bit & 31));
    }
  }

  has(hash: KeyHash): boolean {
    for (let turn = 0; turn < bitsOfKey; turn += 1) {
      const bit = this.#bit(hash, turn);
      if (((this.#words[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) return false;
    }
    return true;
  }

  #bit([one, other]: KeyHash, turn: number): number {
    return (one + turn * ((other | 1) >>> 0)) % this.bits;
  }
}

/** The first, the last, and others evenly between them. */
function spread<T>(items: readonly T[], count: number): T[] {
  if (count >= items.length) return [...items];
  const last = items.length - 1;
  const places = Array.from({ length: count }, (_, step) =>
    Math.round((step * last) / (count - 1)),
  );
  return places.flatMap((place) => items.slice(place, place + 1));
}
