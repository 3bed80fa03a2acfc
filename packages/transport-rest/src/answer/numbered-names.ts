import { type WireObject, type WireValue } from '@egoi-client/core';
import { setMember } from '@egoi-client/core/wire';

type Member = readonly [name: string, value: WireValue];

const letterK = 0x6b;
const digit0 = 0x30;
const digit9 = 0x39;

/** Tells names that may stand for numbers; nearly all do not. */
export function mayBeNumber(name: string): boolean {
  const first = name.charCodeAt(0);
  return first === letterK ? name.startsWith('key_') : first >= digit0 && first <= digit9;
}

/** Tells the names of a list in its order, as the service writes them: `key_0`, `key_1`, … */
export function areListNames(names: readonly string[]): boolean {
  return names.length > 0 && names.every(isNameAt);
}

/** Compares digit by digit: a text made for each of many thousand names would take longer than all else. */
function isNameAt(name: string, index: number): boolean {
  let place = name.length;
  for (let rest = index; place === name.length || rest > 0; rest = Math.floor(rest / 10)) {
    place -= 1;
    if (name.charCodeAt(place) !== digit0 + (rest % 10)) return false;
  }
  return place === 4 && name.startsWith('key_');
}

/** Tells names that objects sort, whatever order they came in. */
export function isNumber(name: string): boolean {
  return /^\d+$/.test(name);
}

/** A list or a struct of members, without the `key_` in front of numbers. */
export function withoutPrefixes(members: readonly Member[]): WireValue[] | WireObject {
  const named = members.map(([name, value]) => [withoutPrefix(name), value] as const);
  return toList(named) ?? toStruct(named);
}

/** XML has no names that are numbers, so the service writes `key_7` for 7. */
function withoutPrefix(name: string): string {
  return /^key_\d+$/.test(name) ? name.slice(4) : name;
}

/** A list, where the names are 0 to n-1 in that order, as PHP tells lists. */
function toList(members: readonly Member[]): WireValue[] | undefined {
  const isList = members.every(([name], index) => name === String(index));
  return isList ? members.map(([, value]) => value) : undefined;
}

function toStruct(members: readonly Member[]): WireObject {
  const struct: WireObject = {};
  for (const [name, value] of members) setMember(struct, name, value);
  return struct;
}
