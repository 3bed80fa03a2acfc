import { type WireObject, type WireValue } from '@egoi-client/core';
import {
  LongNames,
  maxWireDepth,
  namesAsTheyCame,
  setMember,
  WireFormatError,
} from '@egoi-client/core/wire';

/** Stands in a value for what `href="#id"` points to, until the whole document has been read. */
export class Reference {
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }
}

/** A map some of whose keys are references, which can be a struct only when they are known. */
export class KeyedByReference {
  readonly known: WireObject;
  readonly entries: (readonly [key: Draft, value: Draft])[] = [];

  constructor(known: WireObject) {
    this.known = known;
  }
}

/** A value while its document is being read. Lists and structs may hold drafts as well. */
export type Draft = WireValue | Reference | KeyedByReference;

/** How many values references may add to those that the document spells out. */
const maxAddedValues = 250_000;

/** The key that a map's `key` element stands for. @throws WireFormatError when it is no scalar */
export function mapKey(key: WireValue): string {
  if (typeof key === 'string' || typeof key === 'number') return String(key);
  throw new WireFormatError('the key of a map is neither text nor a number');
}

/** The values of a document that have an `id`, and the way from references to them. */
export class References {
  /** Whether a reference has come so far. */
  used = false;
  readonly #values = new Map<string, Draft>();
  readonly #open = new Set<string>();
  readonly #longNames = new LongNames();
  #budget: number | undefined;

  /** Makes a reference. @param href `#` and an id of the same document */
  refer(href: string): Reference {
    if (!href.startsWith('#')) throw new WireFormatError('a reference leaves the document');
    this.#longNames.count(href);
    this.used = true;
    return new Reference(href.slice(1));
  }

  define(id: string, value: Draft): void {
    this.#longNames.count(id);
    if (this.#values.has(id)) throw new WireFormatError('two elements have the same id');
    this.#values.set(id, value);
  }

  /**
   * The value of a draft, with every reference replaced by a copy of what it points to.
   *
   * @param elements how many elements the document has
   * @throws WireFormatError for references to nothing, cycles, too many copies and too deep a value
   */
  resolve(draft: Draft, elements: number): WireValue {
    // Nearly all documents: nothing to replace, so nothing to walk through.
    if (!this.used) return draft as WireValue;
    // One allowance for the document, or every part of a call would have its own.
    this.#budget ??= elements + maxAddedValues;
    return this.#resolved(draft, 0);
  }

  #resolved(draft: Draft, level: number): WireValue {
    this.#budget = (this.#budget ?? 0) - 1;
    if (this.#budget < 0) throw new WireFormatError('references unfold into too many values');
    if (draft instanceof Reference) return this.#target(draft.id, level);
    if (typeof draft !== 'object' || draft === null) return draft;
    if (level >= maxWireDepth) {
      throw new WireFormatError(`a value is nested deeper than ${maxWireDepth} levels`);
    }
    if (Array.isArray(draft)) return draft.map((item) => this.#resolved(item, level + 1));
    const struct: WireObject = {};
    const known = draft instanceof KeyedByReference ? draft.known : draft;
    for (const key of namesAsTheyCame(known)) {
      setMember(struct, key, this.#resolved(known[key] as Draft, level + 1));
    }
    if (draft instanceof KeyedByReference) {
      for (const [key, value] of draft.entries) {
        setMember(struct, mapKey(this.#resolved(key, level + 1)), this.#resolved(value, level + 1));
      }
    }
    return struct;
  }

  #target(id: string, level: number): WireValue {
    const target = this.#values.get(id);
    if (target === undefined) throw new WireFormatError('a reference points to nothing');
    if (this.#open.has(id)) throw new WireFormatError('a reference leads back to itself');
    this.#open.add(id);
    try {
      return this.#resolved(target, level);
    } finally {
      this.#open.delete(id);
    }
  }
}
