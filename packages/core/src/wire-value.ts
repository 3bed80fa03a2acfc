/** What any of the four wires can carry. */
export type WireValue = string | number | boolean | null | WireValue[] | WireObject;

/** A struct, a map or an associative array: the wires do not tell them apart. */
export interface WireObject {
  [key: string]: WireValue;
}

/** Tells a struct from a list and from a scalar. */
export function isWireObject(value: WireValue | undefined): value is WireObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Sets a member as plain data, whatever its name: a member called `__proto__` must not become
 * the prototype of the struct that carries it.
 */
export function setMember(target: WireObject, key: string, value: WireValue): void {
  if (key === '__proto__') {
    Object.defineProperty(target, key, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  } else {
    target[key] = value;
  }
}

/** How many members a struct has that is laid out anew. */
const leastCompacted = 16;
const mostCompacted = 512;

/**
 * A struct without spare room. The engine turns one that is given more than a handful of members one
 * by one into a hash table, several times as large as the same members laid out once they are known.
 *
 * @param members how many members it has
 * @returns the struct, or a copy that takes its place
 */
export function compacted(struct: WireObject, members: number): WireObject {
  return members >= leastCompacted && members <= mostCompacted ? { ...struct } : struct;
}

/** The most levels of lists and structs inside one another that a call or an answer may have. */
export const maxWireDepth = 64;

// Not in the function: a literal there is a new object for every number.
const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const wholeNumber = /^[+-]?\d+$/;

/**
 * The number that a decimal text stands for, or the text itself where a number would lose digits
 * (whole numbers beyond 2^53, infinities, anything that is not a number).
 */
export function numberOrText(text: string): number | string {
  const trimmed = text.trim();
  if (!decimal.test(trimmed)) return text;
  const value = Number(trimmed);
  const exact = wholeNumber.test(trimmed) ? Number.isSafeInteger(value) : Number.isFinite(value);
  return exact ? value + 0 : text;
}
