import { WireFormatError } from './wire-format-error.ts';

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
 * The names of structs that have numbers for names, in the order in which they came: objects put
 * numbers first and in order. Not a member of theirs, as users and codecs look at all of those.
 */
const arrivals = new WeakMap<WireObject, string[]>();

/** The names of a struct, numbers first and in the order in which they were set. */
export function namesAsTheyCame(struct: WireObject): readonly string[] {
  const names = Object.keys(struct);
  const numbers = arrivals.get(struct);
  return numbers === undefined ? names : [...new Set([...numbers, ...names])];
}

function noteArrival(target: WireObject, name: string): void {
  if (Object.hasOwn(target, name)) return;
  const came = arrivals.get(target);
  if (came === undefined) arrivals.set(target, [name]);
  else came.push(name);
}

/** Tells names that may be numbers; nearly all are words. */
function startsWithDigit(name: string): boolean {
  const first = name.charCodeAt(0);
  return first >= 0x30 && first <= 0x39;
}

/**
 * Sets a member as plain data, whatever its name: a member called `__proto__` must not become
 * the prototype of the struct that carries it.
 */
export function setMember(target: WireObject, key: string, value: WireValue): void {
  if (startsWithDigit(key)) noteArrival(target, key);
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
  if (members < leastCompacted || members > mostCompacted) return struct;
  const copy = { ...struct };
  const came = arrivals.get(struct);
  if (came !== undefined) arrivals.set(copy, came);
  return copy;
}

/**
 * The most members that one struct of a call or an answer may have. The engine lays a struct out anew
 * each time it has doubled, in one go: beyond this, whoever waits feels it.
 */
const maxStructMembers = 131_072;

/** @throws WireFormatError for more members than a struct that is read may have */
export function requireFewMembers(members: number, most = maxStructMembers): void {
  if (members > most) throw new WireFormatError(`a struct has more than ${most} members`);
}

/** Beyond so many characters the engine takes all names of one length for the same, and compares each with all. */
const maxHashedCharacters = 16_383;
const maxLongNames = 16;

/** Counts the names of one document that are so long that many of them would take the square of their time. */
export class LongNames {
  #count = 0;

  /** @throws WireFormatError for the seventeenth name of more than 16,383 characters */
  count(name: string): void {
    if (name.length <= maxHashedCharacters) return;
    this.#count += 1;
    if (this.#count <= maxLongNames) return;
    throw new WireFormatError(
      `more than ${maxLongNames} names have more than ${maxHashedCharacters} characters`,
    );
  }
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
