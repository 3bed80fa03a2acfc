import type { Schema } from '../catalogue/schema.ts';
import { isWholeNumber, phpNumber, wholeDigits } from '../values/number-text.ts';
import { isEmptyToPhp } from '../values/php-empty.ts';
import {
  isWireObject,
  namesAsTheyCame,
  numberOrText,
  setMember,
  type WireObject,
  type WireValue,
} from '../values/wire-value.ts';

/**
 * Turns what a wire brought into what the catalogue promises. Values that do not fit stay as they came.
 * Lists and structs of the outcome are always new ones, also where they say the same.
 */
type Normaliser = (value: WireValue) => WireValue;

const compiled = new WeakMap<Schema, Normaliser>();

/**
 * Gives a result the form that its schema promises, whichever wire it came over: text becomes numbers
 * and flags, PHP's one empty value becomes the empty list, struct or `null` that is meant, and a lone
 * struct becomes a list of one where a list is meant. A lone `'OK'` in place of a struct becomes
 * `{ RESULT: 'OK' }`. Fields that no schema names are kept.
 */
export function normaliseResult(schema: Schema, value: WireValue): WireValue {
  const lone = typeof value !== 'object' && !isEmptyToPhp(value) && schema.kind === 'struct';
  return normaliserOf(schema)(lone ? { RESULT: asRestSays(value) } : value);
}

/** How the items of a paged answer are found and read. */
export interface PagedItems {
  /** The items of an answer as the wire brought them; none where the answer holds no list. */
  readonly in: (answer: WireValue) => readonly WireValue[];
  /** Gives an item the form that `normaliseResult` gives it within the whole. Shares nothing with it. */
  readonly read: (item: WireValue) => WireValue;
}

/**
 * Finds and reads the items of a paged result one by one, so that no page has to be there twice.
 *
 * @param result the schema of the whole result
 * @param member where in it the list is; `undefined` when the result is the list
 */
export function pagedItems(result: Schema, member: string | undefined): PagedItems {
  const list = member === undefined ? result : result.shape?.[member];
  return {
    in(answer) {
      const place = member === undefined ? answer : structIn(answer)?.[member];
      return (place === undefined ? undefined : itemsIn(place)) ?? [];
    },
    read: list?.element === undefined ? ownCopy : normaliserOf(list.element),
  };
}

function ownCopy(value: WireValue): WireValue {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(ownCopy);
  const copy = { ...value };
  for (const key of Object.keys(copy)) {
    const member = copy[key] as WireValue;
    if (typeof member === 'object' && member !== null) setMember(copy, key, ownCopy(member));
  }
  return copy;
}

/** Each schema is compiled once, not once per value. */
function normaliserOf(schema: Schema): Normaliser {
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  const made = compile(schema);
  compiled.set(schema, made);
  return made;
}

function compile({ type, kind, element, shape = {} }: Schema): Normaliser {
  if (type === 'array' && element !== undefined) return compileList(normaliserOf(element));
  if (type === 'record' && element !== undefined) return compileMap(normaliserOf(element));
  if (type === 'object') {
    const fields = Object.entries(shape).map(
      ([name, field]) => [name, normaliserOf(field)] as const,
    );
    return compileStruct(new Map(fields));
  }
  return kind === undefined ? ownCopy : scalars[kind as keyof typeof scalars];
}

const scalars = {
  text(value: WireValue): WireValue {
    // PHP's float of that spelling, whose sign most wires lose.
    if (typeof value === 'string') return value === '-0' ? '0' : value;
    return isEmptyToPhp(value) && typeof value !== 'number' && typeof value !== 'boolean'
      ? ''
      : asRestSays(value);
  },
  integer: toNumber,
  decimal: toNumber,
  flag(value: WireValue): WireValue {
    const word = typeof value === 'string' ? value.trim() : value;
    if (word === true || word === 1 || word === '1' || word === 'true') return true;
    return isEmptyToPhp(word) || word === 'false' ? false : asRestSays(value);
  },
  date: (value: WireValue) => toDateText(value),
  dateTime: (value: WireValue) => toDateText(value),
};

function toNumber(value: WireValue): WireValue {
  if (typeof value === 'string') return textToNumber(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value !== 'number') return isEmptyToPhp(value) ? null : ownCopy(value);
  const isExact = Number.isSafeInteger(value) || !isWholeNumber(value);
  // Zero has no sign.
  return isExact ? value + 0 : wholeDigits(value);
}

function textToNumber(text: string): WireValue {
  if (text.length > 15) return wordOrNumber(text);
  // Nearly all are a few digits, which are a number without further questions.
  let whole = 0;
  for (let index = 0; index < text.length; index += 1) {
    const digit = text.charCodeAt(index) - 0x30;
    if (digit < 0 || digit > 9) return wordOrNumber(text);
    whole = whole * 10 + digit;
  }
  return text === '' ? null : whole;
}

function wordOrNumber(text: string): WireValue {
  return text.trim() === '' ? null : numberOrText(text);
}

function toDateText(value: WireValue): WireValue {
  const said = asRestSays(value);
  if (isEmptyToPhp(said)) return null;
  if (typeof said !== 'string') return said;
  const trimmed = said.trim();
  return trimmed.startsWith('0000-00-00') ? null : trimmed;
}

/** A value that does not fit, as REST brings it, which has texts alone: no wire may tell more than the others. */
function asRestSays(value: WireValue): WireValue {
  if (typeof value === 'number') return phpNumber(value);
  if (typeof value === 'boolean') return value ? '1' : '0';
  return ownCopy(value);
}

/** The items of what stands where a list is meant; `undefined` where it cannot be one. */
function itemsIn(value: WireValue): readonly WireValue[] | undefined {
  if (Array.isArray(value)) return value;
  if (isEmptyToPhp(value)) return [];
  if (!isWireObject(value)) return undefined;
  const keys = Object.keys(value);
  const numbered = keys.every((key) => /^\d+$/.test(key));
  return numbered ? namesAsTheyCame(value).map((key) => value[key] as WireValue) : [value];
}

function compileList(item: Normaliser): Normaliser {
  return (value) => itemsIn(value)?.map((member) => item(member)) ?? asRestSays(value);
}

function compileMap(member: Normaliser): Normaliser {
  return (value) => {
    if (isEmptyToPhp(value)) return {};
    if (typeof value !== 'object' || value === null) return asRestSays(value);
    const map: WireObject = {};
    for (const [key, entry] of Object.entries(value)) setMember(map, key, member(entry));
    return map;
  };
}

/** What stands where a struct is meant, as one; `undefined` where it cannot be one. */
function structIn(value: WireValue): WireObject | undefined {
  if (isWireObject(value)) return value;
  if (isEmptyToPhp(value)) return {};
  const only = Array.isArray(value) && value.length === 1 ? value[0] : undefined;
  return isWireObject(only) ? only : undefined;
}

/** How many places of a struct are remembered. */
const maxKnownPlaces = 256;

function compileStruct(fields: ReadonlyMap<string, Normaliser>): Normaliser {
  // The structs of a list have the same names in the same order: each is looked up once for all. Names
  // of the schema alone are remembered, so that nothing of an answer is.
  const knownNames: string[] = [];
  const knownNormalisers: Normaliser[] = [];

  const normaliserAt = (index: number, name: string): Normaliser => {
    if (knownNames[index] === name) return knownNormalisers[index] as Normaliser;
    const normalise = fields.get(name);
    if (normalise === undefined) return ownCopy;
    if (index < maxKnownPlaces) {
      knownNames[index] = name;
      knownNormalisers[index] = normalise;
    }
    return normalise;
  };
  const normaliseFields = (value: WireObject): WireObject => {
    const struct = { ...value };
    let index = 0;
    // The engine's fastest way through an object; `hasOwn` is asked of what is to be changed alone.
    for (const name in value) {
      const normalise = normaliserAt(index, name);
      index += 1;
      const member = value[name] as WireValue;
      if (
        typeof member === 'string' &&
        (normalise === ownCopy || normalise === scalars.text) &&
        member !== '-0'
      ) {
        continue;
      }
      const normal = normalise(member);
      if (!Object.is(normal, member) && Object.hasOwn(value, name)) setMember(struct, name, normal);
    }
    return struct;
  };
  return (value) => {
    const struct = structIn(value);
    return struct === undefined ? asRestSays(value) : normaliseFields(struct);
  };
}
