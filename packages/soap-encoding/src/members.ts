import { type WireObject, type WireValue } from '@egoi-client/core';
import { requireFewMembers, setMember, WireFormatError } from '@egoi-client/core/wire';
import type { Frame } from './frame.ts';
import type { MemberRun } from './member-run.ts';
import { type Draft, KeyedByReference, mapKey, Reference } from './references.ts';

/** Adds a value to the list, struct or map around it. */
export function addChild(parent: Frame, name: string, value: WireValue): void {
  if (parent.kind === 'list') {
    (parent.value as WireValue[]).push(value);
  } else if (parent.kind === 'map') {
    const place = name === 'key' ? 'entryKey' : 'entryValue';
    if (parent[place] !== undefined) {
      throw new WireFormatError('an item of a map has two keys or two values');
    }
    parent[place] = value;
  } else {
    addMember(parent, name, value);
  }
}

/**
 * The most members of a struct whose names are those of elements. A type has few; names that are data,
 * such as numbers, are the keys of a map.
 */
const maxNamedMembers = 8_192;

/** A name that comes again makes a list, as for the toolkits that write lists so. */
function addMember(parent: Frame, name: string, value: WireValue): void {
  const struct = parent.value as WireObject;
  const before = Object.hasOwn(struct, name) ? struct[name] : undefined;
  if (before === undefined) {
    parent.members += 1;
    requireFewMembers(parent.members, maxNamedMembers);
    parent.longNames.count(name);
    setMember(struct, name, value);
  } else if (parent.repeated?.has(name) === true) {
    (before as WireValue[]).push(value);
  } else {
    parent.repeated ??= new Set();
    parent.repeated.add(name);
    setMember(struct, name, [before, value]);
  }
}

/** Ends an entry of a map and goes on to the next. @returns whether that is where it is */
export function goOnInMap(map: Frame, ended: Draft, { whole, key }: MemberRun): boolean {
  const { entryKey } = map;
  if (typeof entryKey !== 'string' || map.value instanceof KeyedByReference) return false;
  const struct = map.value as WireObject;
  map.members += 1 + whole.length;
  requireFewMembers(map.members);
  map.longNames.count(entryKey);
  setMember(struct, entryKey, ended as WireValue);
  for (const [name, value] of whole) setMember(struct, name, value);
  map.entryKey = key;
  return true;
}

/** Ends an entry of a map. */
export function endEntry(map: Frame): void {
  const { entryKey: key, entryValue: value } = map;
  if (key === undefined || value === undefined) {
    throw new WireFormatError('an item of a map lacks its key or its value');
  }
  map.inEntry = false;
  map.entryKey = undefined;
  map.entryValue = undefined;
  if (key instanceof Reference && !(map.value instanceof KeyedByReference)) {
    map.value = new KeyedByReference(map.value as WireObject);
  }
  if (map.value instanceof KeyedByReference) map.value.entries.push([key, value]);
  else {
    const name = mapKey(key as WireValue);
    map.members += 1;
    requireFewMembers(map.members);
    map.longNames.count(name);
    setMember(map.value as WireObject, name, value as WireValue);
  }
}
