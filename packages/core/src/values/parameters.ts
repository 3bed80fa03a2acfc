import { carriedText } from './carried-text.ts';

import { isWireObject, maxWireDepth, type WireObject, type WireValue } from './wire-value.ts';

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

/** A text parameter whose wrong values no code exists for: they count as absent, and so does `''`. */
export function readWord(params: WireObject, name: string): string | undefined {
  const text = scalarText(readValue(params, name));
  return text === '' ? undefined : text;
}

/** A switch, as PHP sees it: `''` and `0` are off, and so is `false`; anything else is on. */
export function readFlag(params: WireObject, name: string): boolean | undefined {
  const text = scalarText(readValue(params, name));
  return text === undefined ? undefined : !['', '0', 'false'].includes(text);
}

/** The number of a stored thing; `undefined` when absent or `''`, and 0, which names nothing, when it is no number. */
export function readId(params: WireObject, name: string): number | undefined {
  const value = readValue(params, name);
  return value === '' || value === undefined ? undefined : idIn(value);
}

/** The number that a value is; 0, which names nothing, for anything else. */
export function idIn(value: WireValue): number {
  const text = scalarText(value) ?? '';
  const id = /^\d{1,16}$/.test(text) ? Number(text) : 0;
  return Number.isSafeInteger(id) ? id : 0;
}

/** A count of 0 or more; numbers too large to count become the largest. Anything else counts as absent. */
export function readCount(params: WireObject, name: string): number | undefined {
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

function itemsOf(value: WireValue): WireValue[] {
  if (Array.isArray(value)) return value;
  if (!isWireObject(value)) return [value];
  return Object.keys(value).every((key) => /^\d+$/.test(key)) ? Object.values(value) : [value];
}
