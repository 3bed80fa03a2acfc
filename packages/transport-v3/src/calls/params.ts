import { isWireObject, type WireObject, type WireValue } from '@egoi-client/core';
import { carriedText, maxWireDepth } from '@egoi-client/core/wire';
import { Refusal, type V2Code } from './refusal.ts';

/** The value of a parameter; `undefined` for none, and for lists and structs that hold nothing, which forms drop. */
export function readValue(params: WireObject, name: string): WireValue | undefined {
  const value = Object.hasOwn(params, name) ? params[name] : undefined;
  return value === undefined || isNothing(value, 0) ? undefined : value;
}

function isNothing(value: WireValue, depth: number): boolean {
  if (value === null) return true;
  if (typeof value !== 'object' || depth > maxWireDepth) return false;
  return Object.values(value).every((member: WireValue) => isNothing(member, depth + 1));
}

/** Text as every wire carries it; numbers as their digits, flags as `1` and `0`. */
export function scalarText(value: WireValue | undefined): string | undefined {
  if (typeof value === 'string') return carriedText(value, '');
  if (typeof value === 'number') return String(value);
  return typeof value === 'boolean' ? (value ? '1' : '0') : undefined;
}

/** A text; `''` stays, since it clears a value. @throws Refusal with `wrong` for a list or a struct */
export function readText(params: WireObject, name: string, wrong: V2Code): string | undefined {
  const value = readValue(params, name);
  if (value === undefined) return undefined;
  const text = scalarText(value);
  if (text === undefined) throw new Refusal(wrong);
  return text;
}

/** A text that must be there and hold more than blanks. @throws Refusal with `missing` */
export function readName(params: WireObject, name: string, missing: V2Code): string {
  const text = readText(params, name, missing);
  if (text === undefined || text.trim() === '') throw new Refusal(missing);
  return text;
}

/** A word; none where it is empty or no text. */
export function readWord(params: WireObject, name: string): string | undefined {
  const text = scalarText(readValue(params, name));
  return text === '' ? undefined : text;
}

/** Whether something is wanted; `undefined` where it is left out. */
export function readFlag(params: WireObject, name: string): boolean | undefined {
  const text = scalarText(readValue(params, name));
  return text === undefined ? undefined : !['', '0', 'false'].includes(text);
}

/** The number of a thing; `undefined` where it is left out, 0 where it is no number. */
export function readId(params: WireObject, name: string): number | undefined {
  const value = readValue(params, name);
  return value === undefined || value === '' ? undefined : idIn(value);
}

/** The number of a list that can be asked for. @throws Refusal `missing`, and `notFound` for what no list has */
export function readListId(
  params: WireObject,
  missing: V2Code = 'LIST_MISSING',
  notFound: V2Code = 'LIST_NOT_FOUND',
): number {
  const id = readId(params, 'listID');
  if (id === undefined) throw new Refusal(missing);
  if (id === 0) throw new Refusal(notFound);
  return id;
}

/** The items of a list, which may come as a map with whole numbers for names, or alone. */
export function readList(params: WireObject, name: string): WireValue[] {
  const value = readValue(params, name);
  if (value === undefined) return [];
  return itemsOf(value).filter((item) => !isNothing(item, 0));
}

function itemsOf(value: WireValue): WireValue[] {
  if (Array.isArray(value)) return value;
  if (!isWireObject(value)) return [value];
  return Object.keys(value).every((key) => /^\d+$/.test(key)) ? Object.values(value) : [value];
}

/** The number that a value is; 0, which names nothing, for anything else. */
export function idIn(value: WireValue): number {
  const text = scalarText(value) ?? '';
  const id = /^\d{1,16}$/.test(text) ? Number(text) : 0;
  return Number.isSafeInteger(id) ? id : 0;
}

/** The items that `start` and `limit` ask for; all of them without `limit`. */
export function readRange(params: WireObject): { readonly start: number; readonly limit: number } {
  return {
    start: readCount(params, 'start') ?? 0,
    limit: readCount(params, 'limit') ?? Number.POSITIVE_INFINITY,
  };
}

function readCount(params: WireObject, name: string): number | undefined {
  const text = scalarText(readValue(params, name));
  if (text === undefined || !/^\d+$/.test(text)) return undefined;
  return Math.min(Number(text), Number.MAX_SAFE_INTEGER);
}
