import type { WireObject } from '@egoi-client/core';
import { readValue, scalarText, readId, readCount } from '@egoi-client/core/wire';
import { Refusal, type V2Code } from './refusal.ts';

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

/** The items that `start` and `limit` ask for; all of them without `limit`. */
export function readRange(params: WireObject): { readonly start: number; readonly limit: number } {
  return {
    start: readCount(params, 'start') ?? 0,
    limit: readCount(params, 'limit') ?? Number.POSITIVE_INFINITY,
  };
}
