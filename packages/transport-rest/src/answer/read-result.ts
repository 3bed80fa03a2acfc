import { isWireObject, type WireObject, type WireValue } from '@egoi-client/core';
import { maxWireDepth, namesAsTheyCame, setMember, WireFormatError } from '@egoi-client/core/wire';

/**
 * Whether a document says all that its text does. The engine's parser takes digits from long numbers
 * and puts names that are numbers in order.
 */
export type Faithfulness = 'lossy' | 'faithful';

/** What the engine's parser has made of a document is not all that the document says. */
export class LossyParse extends Error {
  override readonly name = 'LossyParse';
}

/**
 * Undoes what REST adds to a method's result: the `status` that is not the method's own, the
 * `response` around a scalar, and `key_` in front of numbers. Source: reference, 14.4.
 *
 * @param body what stands in the method's element
 * @returns `[]` where nothing is left: an empty list and an empty struct look alike, as in PHP
 * @throws WireFormatError for more levels than `maxWireDepth`, and for numbers without end
 * @throws LossyParse for a number or a name of a lossy one that may have lost something
 */
export function readResult(body: WireValue, faith: Faithfulness): WireValue {
  if (!isWireObject(body)) return restore(body, 1, faith);
  const members = resultMembers(body);
  if (isScalar(members)) return restore(members[0][1], 1, faith);
  return restoreMembers(members, 1, faith);
}

/**
 * Undoes the same for a body whose members are restored already, all but a `status`, which has to be
 * told from an added one first. Source: reference, 14.4.
 *
 * @param body no deeper than `maxWireDepth`
 */
export function readRestoredResult(body: WireValue): WireValue {
  // Elements of the method's name that come more than once: each is as it came.
  if (!isWireObject(body)) return restore(body, 1, 'faithful');
  const members = resultMembers(body);
  if (isScalar(members)) return members[0][1];
  return withoutPrefixes(
    members.map(
      ([name, value]) => [name, name === 'status' ? restore(value, 2, 'faithful') : value] as const,
    ),
  );
}

/** From here on the text of a number is looked at. */
const leastDoubtful = 1e14;

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

function restore(value: WireValue, depth: number, faith: Faithfulness): WireValue {
  if (typeof value === 'number') return exact(value, faith);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    mustNotBeDeeper(depth);
    return value.map((item) => restore(item, depth + 1, faith));
  }
  return restoreStruct(value, depth, faith);
}

/** Nearly all structs have no numbers among their names, and stay the objects that they are. */
function restoreStruct(
  struct: WireObject,
  depth: number,
  faith: Faithfulness,
): WireValue[] | WireObject {
  // Long lists are told before: the engine goes through the names of objects of their size in another
  // way, and from then on through those of all.
  if (Object.hasOwn(struct, 'key_0')) return restoreNumbered(struct, depth, faith);
  const kind = kindOf(struct);
  if (kind === 'numbered') return restoreNumbered(struct, depth, faith);
  mustNotBeDeeper(depth);
  if (kind === 'texts') return struct;
  for (const name of Object.keys(struct)) {
    const member = struct[name] as WireValue;
    const restored = restore(member, depth + 1, faith);
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

function restoreNumbered(
  struct: WireObject,
  depth: number,
  faith: Faithfulness,
): WireValue[] | WireObject {
  const names = namesAsTheyCame(struct);
  if (!areListNames(names)) {
    const members = names.map((name) => [name, struct[name] as WireValue] as const);
    return restoreMembers(members, depth, faith);
  }
  mustNotBeDeeper(depth);
  return names.map((name) => restore(struct[name] as WireValue, depth + 1, faith));
}

function restoreMembers(
  members: readonly Member[],
  depth: number,
  faith: Faithfulness,
): WireValue[] | WireObject {
  mustNotBeDeeper(depth);
  if (faith === 'lossy' && members.some(([name]) => isNumber(name))) throw new LossyParse();
  return withoutPrefixes(
    members.map(([name, value]) => [name, restore(value, depth + 1, faith)] as const),
  );
}

/** A number that is what the document says, and no float that PHP would write with an exponent. */
function exact(value: number, faith: Faithfulness): number {
  if (!Number.isFinite(value)) throw new WireFormatError('it holds a number without end');
  const isDoubtful = Math.abs(value) >= leastDoubtful && Number.isInteger(value);
  if (isDoubtful && faith === 'lossy') throw new LossyParse();
  return value;
}

function mustNotBeDeeper(depth: number): void {
  if (depth > maxWireDepth) {
    throw new WireFormatError(`it is nested deeper than ${maxWireDepth} levels`);
  }
}

const letterK = 0x6b;
const digit0 = 0x30;
const digit9 = 0x39;

/** Tells names that may stand for numbers; nearly all do not. */
export function mayBeNumber(name: string): boolean {
  const first = name.charCodeAt(0);
  return first === letterK ? name.startsWith('key_') : first >= digit0 && first <= digit9;
}

/** Tells the names of a list in its order, as the service writes them: `key_0`, `key_1`, … */
function areListNames(names: readonly string[]): boolean {
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
function isNumber(name: string): boolean {
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
