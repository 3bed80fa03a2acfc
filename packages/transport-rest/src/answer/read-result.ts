import {
  isWireObject,
  maxWireDepth,
  setMember,
  WireFormatError,
  type WireObject,
  type WireValue,
} from '@egoi-client/core';
import { areListNames, mayBeNumber, withoutPrefixes } from './numbered-names.ts';

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
  const members = resultMembers(body);
  return isScalar(members) ? restore(members[0][1], 1) : restoreMembers(members, 1);
}

/**
 * Undoes the same for a body whose members are restored already, all but a `status`, which has to be
 * told from an added one first. Source: reference, 14.4.
 *
 * @param body no deeper than `maxWireDepth`
 */
export function readRestoredResult(body: WireValue): WireValue {
  // Elements of the method's name that come more than once: each is as it came.
  if (!isWireObject(body)) return restore(body, 1);
  const members = resultMembers(body);
  if (isScalar(members)) return members[0][1];
  return withoutPrefixes(
    members.map(([name, value]) => [name, name === 'status' ? restore(value, 2) : value] as const),
  );
}

type Member = readonly [name: string, value: WireValue];

/** The members of the result, without a `status` that is not its own. */
function resultMembers(body: WireObject): Member[] {
  return Object.entries(body).flatMap(([name, value]) =>
    name === 'status' ? ownStatus(value) : [[name, value] as const],
  );
}

/** Tells the members around a scalar. */
function isScalar(members: readonly Member[]): members is readonly [Member] {
  const [only] = members;
  if (members.length !== 1 || only?.[0] !== 'response') return false;
  return only[1] === null || typeof only[1] !== 'object';
}

/** The method's own `status`, if it has one: behind an own null the added `success` follows. */
function ownStatus(value: WireValue): Member[] {
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
  // Long lists are told before: the engine goes through the names of objects of their size in another
  // way, and from then on through those of all.
  if (Object.hasOwn(struct, 'key_0')) return restoreNumbered(struct, depth);
  const kind = kindOf(struct);
  if (kind === 'numbered') return restoreNumbered(struct, depth);
  mustNotBeDeeper(depth);
  if (kind === 'texts') return struct;
  for (const name of Object.keys(struct)) {
    const member = struct[name] as WireValue;
    const restored = restore(member, depth + 1);
    if (restored !== member) setMember(struct, name, restored);
  }
  return struct;
}

/** Tells structs that may be lists, as empty ones may, and those that are right as they came. */
function kindOf(struct: WireObject): 'numbered' | 'texts' | 'others' {
  let kind: 'numbered' | 'texts' | 'others' = 'numbered';
  // Names that are not its own come last, and are asked for only where they could matter.
  for (const name in struct) {
    if (mayBeNumber(name) && Object.hasOwn(struct, name)) return 'numbered';
    if (typeof struct[name] !== 'string') kind = 'others';
    else if (kind === 'numbered') kind = 'texts';
  }
  return kind;
}

function restoreNumbered(struct: WireObject, depth: number): WireValue[] | WireObject {
  const names = Object.keys(struct);
  if (!areListNames(names)) return restoreMembers(Object.entries(struct), depth);
  mustNotBeDeeper(depth);
  return names.map((name) => restore(struct[name] as WireValue, depth + 1));
}

function restoreMembers(members: readonly Member[], depth: number): WireValue[] | WireObject {
  mustNotBeDeeper(depth);
  return withoutPrefixes(
    members.map(([name, value]) => [name, restore(value, depth + 1)] as const),
  );
}

function mustNotBeDeeper(depth: number): void {
  if (depth > maxWireDepth) {
    throw new WireFormatError(`it is nested deeper than ${maxWireDepth} levels`);
  }
}
