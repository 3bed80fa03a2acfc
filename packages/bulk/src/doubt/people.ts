import type { WireObject } from '@egoi-client/core';
import type { BatchParameters } from '../batches/send-batch.ts';
import { identityOf, keyOf } from './contact-keys.ts';

/** A contact of a batch: one or more of its rows, with what they make of it together. */
export interface Person {
  /** Places in the batch. */
  readonly places: number[];
  values: WireObject;
}

/** The contacts of a batch, each once. */
export class People {
  readonly all: readonly Person[];
  /** Number of the person by place in the batch. */
  readonly ofPlace: readonly number[];
  readonly #compareField: string;
  /** Made when it is first asked for: most batches are never looked for. */
  #byKey: Map<string, number[]> | undefined;
  readonly #contacts: readonly WireObject[];

  constructor(contacts: readonly WireObject[], { compareField, operation }: BatchParameters) {
    this.#compareField = compareField;
    this.#contacts = contacts;
    const all: Person[] = [];
    const numbers = new Map<string, number>();
    this.ofPlace = contacts.map((contact, place) => {
      const identity = identityOf(contact, compareField);
      const number = numbers.get(identity) ?? all.length;
      const known = all[number];
      if (known === undefined) {
        numbers.set(identity, number);
        all.push({ places: [place], values: contact });
      } else {
        known.places.push(place);
        // Only updates make anything of a second row.
        if (operation === 2) known.values = { ...known.values, ...withValues(contact) };
      }
      return number;
    });
    this.all = all;
  }

  /** Numbers of those that a record of the account may be. */
  matching(record: WireObject): readonly number[] {
    const fields = Object.entries(record).map(([name, value]) => [
      name.toLowerCase().replace(/^extra_field_/, 'extra_'),
      value,
    ]);
    const keys = this.#keys(Object.fromEntries(fields) as WireObject);
    const byKey = (this.#byKey ??= this.#index());
    return [...new Set(keys.flatMap((key) => byKey.get(key) ?? []))];
  }

  #index(): Map<string, number[]> {
    const byKey = new Map<string, number[]>();
    for (const [place, contact] of this.#contacts.entries()) {
      const number = this.ofPlace[place] ?? 0;
      for (const key of this.#keys(contact)) {
        const sharing = byKey.get(key);
        if (sharing === undefined) byKey.set(key, [number]);
        else if (!sharing.includes(number)) sharing.push(number);
      }
    }
    return byKey;
  }

  #keys(contact: WireObject): string[] {
    const fields = new Set(['email', this.#compareField]);
    return [...fields].flatMap((field) => keyOf(field, contact[field]) ?? []);
  }
}

/** What a row says: `null` says nothing. */
function withValues(contact: WireObject): WireObject {
  return Object.fromEntries(Object.entries(contact).filter(([, value]) => value !== null));
}
