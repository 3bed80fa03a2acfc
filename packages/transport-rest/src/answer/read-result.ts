import {
  isWireObject,
  maxWireDepth,
  setMember,
  WireFormatError,
  type WireObject,
  type WireValue,
} from '@egoi-client/core';

/**
 * Undoes what REST adds to a method's result: the `status` that is not the method's own, the
 * `response` around a scalar, and `key_` in front of numbers. Source: reference, 14.4.
 *
 * @param body what stands in the method's element
 * @returns `[]` where nothing is left: an empty list and an empty struct look alike, as in PHP
 * @throws WireFormatError for more levels than `maxWireDepth`, and for numbers without end
 */
export function readResult(body: WireValue): WireValue {
  if (!isWireObject(body)) return restore(body, 1);
  const members = Object.entries(body).flatMap(([name, value]) =>
    name === 'status' ? ownStatus(value) : [[name, value] as const],
  );
  const [only] = members;
  if (members.length === 1 && only?.[0] === 'response') {
    const [, scalar] = only;
    if (scalar === null || typeof scalar !== 'object') return restore(scalar, 1);
  }
  return restoreMembers(members, 1);
}

/** The method's own `status`, if it has one: behind an own null the added `success` follows. */
function ownStatus(value: WireValue): (readonly [string, WireValue])[] {
  if (value === 'success') return [];
  const isOwnNull = Array.isArray(value) && value[1] === 'success';
  return [['status', isOwnNull ? '' : value]];
}

function restore(value: WireValue, depth: number): WireValue {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new WireFormatError('it holds a number without end');
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    mustNotBeDeeper(depth);
    return value.map((item) => restore(item, depth + 1));
  }
  return restoreStruct(value, depth);
}

/** Nearly all structs have no numbers among their names, and stay the objects that they are. */
function restoreStruct(struct: WireObject, depth: number): WireValue[] | WireObject {
  const names = Object.keys(struct);
  if (names.length === 0 || names.some(mayBeNumber)) {
    return restoreMembers(Object.entries(struct), depth);
  }
  mustNotBeDeeper(depth);
  for (const name of names) {
    const member = struct[name] as WireValue;
    const restored = restore(member, depth + 1);
    if (restored !== member) setMember(struct, name, restored);
  }
  return struct;
}

function mayBeNumber(name: string): boolean {
  return name.startsWith('key_') || (name >= '0' && name < ':');
}

function restoreMembers(
  members: readonly (readonly [string, WireValue])[],
  depth: number,
): WireValue[] | WireObject {
  mustNotBeDeeper(depth);
  const restored = members.map(
    ([name, value]) => [withoutPrefix(name), restore(value, depth + 1)] as const,
  );
  return toList(restored) ?? toStruct(restored);
}

function mustNotBeDeeper(depth: number): void {
  if (depth > maxWireDepth) {
    throw new WireFormatError(`it is nested deeper than ${maxWireDepth} levels`);
  }
}

/** XML has no names that are numbers, so the service writes `key_7` for 7. */
function withoutPrefix(name: string): string {
  return /^key_\d+$/.test(name) ? name.slice(4) : name;
}

/** A list, where the names are 0 to n-1 in whatever order. */
function toList(members: readonly (readonly [string, WireValue])[]): WireValue[] | undefined {
  const [first] = members;
  if (first !== undefined && !/^\d+$/.test(first[0])) return undefined;
  const byIndex = new Map(members);
  if (byIndex.size !== members.length) return undefined;
  const items: WireValue[] = [];
  for (let index = 0; index < members.length; index += 1) {
    const item = byIndex.get(String(index));
    if (item === undefined) return undefined;
    items.push(item);
  }
  return items;
}

function toStruct(members: readonly (readonly [string, WireValue])[]): WireObject {
  const struct: WireObject = {};
  for (const [name, value] of members) setMember(struct, name, value);
  return struct;
}
