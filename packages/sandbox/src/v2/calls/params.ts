import { isWireObject, type WireObject, type WireValue } from '@egoi-client/core';
import {
  readValue,
  scalarText,
  idIn,
  readCount,
  readList,
  maxWireDepth,
} from '@egoi-client/core/wire';
import type { WireCode } from './reason-codes.ts';
import { Refusal } from './refusal.ts';

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

/** Numbers of stored things: a list of numbers, or `{ id: … }` as the maker's C# sample sends it. */
export function readIds(params: WireObject, name: string): number[] {
  const ids = readList(params, name).flatMap((item) =>
    isWireObject(item) ? readList(item, 'id') : [item],
  );
  return [...new Set(ids.map(idIn))].filter((id) => id > 0);
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

/** The most items of a page, and its size when `limit` is absent: more than 1,000 no client asked for. */
const maxPage = 1000;

/** The page that `start` and `limit` ask for, of 1,000 items at most. */
export function readPage(params: WireObject): { readonly start: number; readonly limit: number } {
  return {
    start: readCount(params, 'start') ?? 0,
    limit: Math.min(readCount(params, 'limit') ?? maxPage, maxPage),
  };
}
