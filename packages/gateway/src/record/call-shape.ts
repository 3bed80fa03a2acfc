import { isWireObject, type WireObject, type WireValue } from '@egoi-client/core';
import { otherName, plainName } from '../plain-name.ts';

/**
 * Of what type a parameter was. `empty`: a text, a list or a struct without anything in it, which the
 * wires do not all tell apart. `mixed`: the items of a list differ in it.
 */
export type ShapeType =
  | 'string'
  | 'number'
  | 'boolean'
  | 'null'
  | 'list'
  | 'struct'
  | 'empty'
  | 'mixed';

/**
 * The names of a call's parameters with their types, in the order of the alphabet; never a value. Inside
 * of structs and lists a name is a path: `subscribers[].email`. Numbered extra fields are one, `extra_*`;
 * what is no plain name, or goes beyond the bounds of a shape, is `(other)`.
 */
export type CallShape = Readonly<Record<string, ShapeType>>;

/** A call has a few dozen; a caller may send a million. */
const maxNames = 256;
const maxValues = 200_000;
const maxDepth = 6;
const maxPathLength = 255;

/**
 * The shape of a call's parameters.
 *
 * @param redact takes the caller's secret out of a text
 */
export function shapeOf(params: WireObject, redact: (text: string) => string): CallShape {
  const reader = new ShapeReader(redact);
  reader.readMembers(params, '', 0);
  return reader.shape();
}

class ShapeReader {
  readonly #redact: (text: string) => string;
  readonly #types = new Map<string, ShapeType>();
  /** Nearly all items of a list have the same names. */
  readonly #segments = new Map<string, string>();
  #values = 0;

  constructor(redact: (text: string) => string) {
    this.#redact = redact;
  }

  shape(): CallShape {
    const names = [...this.#types].toSorted(([one], [other]) => (one < other ? -1 : 1));
    return Object.fromEntries(names);
  }

  /** A map with whole numbers for names is how PHP sends a list, at times. */
  readMembers(struct: WireObject, path: string, depth: number): void {
    for (const name in struct) {
      if (!Object.hasOwn(struct, name)) continue;
      const isIndex = path !== '' && /^\d+$/.test(name);
      const place = isIndex ? `${path}[]` : this.#below(path, name);
      if (!this.#read(struct[name] as WireValue, place, depth)) return;
    }
  }

  /** @returns whether there is room for more */
  #read(value: WireValue, path: string, depth: number): boolean {
    this.#values += 1;
    if (this.#values > maxValues) {
      this.#note(otherName, 'mixed');
      return false;
    }
    this.#note(path, typeOf(value));
    if (typeof value !== 'object' || value === null || path === otherName) return true;
    if (depth >= maxDepth) this.#note(otherName, 'mixed');
    else if (isWireObject(value)) this.readMembers(value, path, depth + 1);
    else this.#readItems(value, `${path}[]`, depth + 1);
    return true;
  }

  #readItems(items: readonly WireValue[], path: string, depth: number): void {
    for (const item of items) if (!this.#read(item, path, depth)) return;
  }

  #below(path: string, name: string): string {
    let segment = this.#segments.get(name);
    if (segment === undefined) {
      segment = /^extra_\d+$/i.test(name) ? 'extra_*' : plainName(name, this.#redact);
      if (this.#segments.size < maxNames) this.#segments.set(name, segment);
    }
    if (segment === otherName || path.length + segment.length > maxPathLength) return otherName;
    return path === '' ? segment : `${path}.${segment}`;
  }

  #note(path: string, type: ShapeType): void {
    const before = this.#types.get(path);
    if (before !== undefined) this.#types.set(path, merged(before, type));
    else if (this.#types.size < maxNames) this.#types.set(path, type);
    else this.#types.set(otherName, 'mixed');
  }
}

function typeOf(value: WireValue): ShapeType {
  if (value === null) return 'null';
  if (value === '') return 'empty';
  if (typeof value !== 'object') return typeof value as 'string' | 'number' | 'boolean';
  const isList = Array.isArray(value);
  if (isList ? value.length === 0 : Object.keys(value).length === 0) return 'empty';
  return isList ? 'list' : 'struct';
}

/** An item that has nothing there does not contradict the others. */
function merged(one: ShapeType, other: ShapeType): ShapeType {
  if (one === other || other === 'null' || other === 'empty') return one;
  return one === 'null' || one === 'empty' ? other : 'mixed';
}
