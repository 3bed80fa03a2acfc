import { isWireObject, type WireObject, type WireValue } from '@egoi-client/core';
import { carriedText, maxWireDepth } from '@egoi-client/core/wire';
import type { WireCode } from './reason-codes.ts';
import { Refusal } from './refusal.ts';

/**
 * The value of a parameter; `undefined` when there is none. Null and lists or structs that hold
 * nothing count as none, because a form drops them (reference, 14.3) and a call must mean the same
 * on every wire.
 */
export function readValue(params: WireObject, name: string): WireValue | undefined {
  const value = Object.hasOwn(params, name) ? params[name] : undefined;
  return value === undefined || isNothing(value, 0) ? undefined : value;
}

function isNothing(value: WireValue, depth: number): boolean {
  if (value === null) return true;
  if (typeof value !== 'object' || depth > maxWireDepth) return false;
  return Object.values(value).every((member: WireValue) => isNothing(member, depth + 1));
}

/** Text as every wire can carry it; a number its digits, true and false `1` and `0` as PHP writes them. */
export function scalarText(value: WireValue | undefined): string | undefined {
  if (typeof value === 'string') return carriedText(value, '');
  if (typeof value === 'number') return String(value);
  return typeof value === 'boolean' ? (value ? '1' : '0') : undefined;
}

/**
 * A text parameter; `''` stays, since it clears a value.
 *
 * @param wrong the code for a list or a struct in its place
 * @throws Refusal with that code
 */
export function readText(params: WireObject, name: string, wrong: WireCode): string | undefined {
  const value = readValue(params, name);
  if (value === undefined) return undefined;
  const text = scalarText(value);
  if (text === undefined) throw new Refusal(wrong);
  return text;
}

/** A text parameter that must be there and hold more than spaces. @throws Refusal with `missing` */
export function readName(params: WireObject, name: string, missing: WireCode): string {
  const text = readText(params, name, missing);
  if (text === undefined || text.trim() === '') throw new Refusal(missing);
  return text;
}

/** A text parameter whose wrong values no code exists for: they count as absent, and so does `''`. */
export function readWord(params: WireObject, name: string): string | undefined {
  const text = scalarText(readValue(params, name));
  return text === '' ? undefined : text;
}

/** The number of a stored thing; `undefined` when absent or `''`, and 0, which names nothing, when it is no number. */
export function readId(params: WireObject, name: string): number | undefined {
  const value = readValue(params, name);
  return value === '' || value === undefined ? undefined : toId(value);
}

/** A switch, as PHP sees it: `''` and `0` are off, and so is `false`; anything else is on. */
export function readFlag(params: WireObject, name: string): boolean | undefined {
  const text = scalarText(readValue(params, name));
  return text === undefined ? undefined : !['', '0', 'false'].includes(text);
}

/** A count of 0 or more; numbers too large to count become the largest. Anything else counts as absent. */
function readCount(params: WireObject, name: string): number | undefined {
  const text = scalarText(readValue(params, name));
  if (text === undefined || !/^\d+$/.test(text)) return undefined;
  return Math.min(Number(text), Number.MAX_SAFE_INTEGER);
}

/** The items of a list, which may come as a map with whole numbers as keys (reference, addSubscriberBulk), or alone. */
export function readList(params: WireObject, name: string): WireValue[] {
  const value = readValue(params, name);
  if (value === undefined) return [];
  return itemsOf(value).filter((item) => !isNothing(item, 0));
}

/** Numbers of stored things: a list of numbers, or `{ id: … }` as the maker's C# sample sends it. */
export function readIds(params: WireObject, name: string): number[] {
  const ids = readList(params, name).flatMap((item) =>
    isWireObject(item) ? readList(item, 'id') : [item],
  );
  return [...new Set(ids.map(toId))].filter((id) => id > 0);
}

/** The size of a value as UTF-8 text without any wire's wrapping, in bytes; counts up to `limit` only. */
export function textBytes(value: WireValue, limit: number, depth = 0): number {
  if (typeof value !== 'object' || value === null)
    return Buffer.byteLength(scalarText(value) ?? '');
  if (depth > maxWireDepth) return 0;
  let bytes = 0;
  for (const [key, member] of Object.entries(value)) {
    if (!Array.isArray(value)) bytes += Buffer.byteLength(key);
    bytes += textBytes(member, limit - bytes, depth + 1);
    if (bytes > limit) break;
  }
  return bytes;
}

function itemsOf(value: WireValue): WireValue[] {
  if (Array.isArray(value)) return value;
  if (!isWireObject(value)) return [value];
  return Object.keys(value).every((key) => /^\d+$/.test(key)) ? Object.values(value) : [value];
}

function toId(value: WireValue): number {
  const text = scalarText(value) ?? '';
  const id = /^\d{1,16}$/.test(text) ? Number(text) : 0;
  return Number.isSafeInteger(id) ? id : 0;
}

/** The most items of a page, and its size when `limit` is absent: more than 1,000 no client asked for. */
const maxPage = 1000;

/** The page that `start` and `limit` ask for, of 1,000 items at most. */
export function readPage(params: WireObject): { readonly start: number; readonly limit: number } {
  return {
    start: readCount(params, 'start') ?? 0,
    limit: Math.min(readCount(params, 'limit') ?? maxPage, maxPage),
  };
}
