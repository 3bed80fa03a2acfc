import { type WireObject, type WireValue } from '@egoi-client/core';
import {
  compacted,
  LongNames,
  requireFewMembers,
  setMember,
  WireFormatError,
} from '@egoi-client/core/wire';
import { mayBeNumber, withoutPrefixes } from './read-result.ts';

/** An element that has started and not ended. */
export class OpenElement {
  readonly name: string;
  readonly parent: OpenElement | undefined;
  /** 1 for the outermost. */
  readonly level: number;
  text = '';
  /** What it holds, as long as that is `key_0`, `key_1` and so on. */
  list: WireValue[] | undefined = undefined;
  /** How many levels of lists and structs are in one another here, from this one down. */
  height = 0;
  #members: WireObject | undefined = undefined;
  #count = 0;
  #hasNumbers = false;
  /** Those of the whole document. */
  readonly #longNames: LongNames;
  /** Members that have come more than once, and so are lists. */
  #repeated: Set<string> | undefined = undefined;

  constructor(name: string, parent: OpenElement | undefined) {
    this.name = name;
    this.parent = parent;
    this.#longNames = parent === undefined ? new LongNames() : parent.#longNames;
    this.level = parent === undefined ? 1 : parent.level + 1;
  }

  /**
   * Takes the content of an element in it.
   *
   * @param height how many levels of lists and structs the content has
   * @param undoesNumbers whether `key_0`, `key_1` are the items of a list here
   */
  add(name: string, value: WireValue, height: number, undoesNumbers: boolean): void {
    if (height >= this.height) this.height = height + 1;
    if (undoesNumbers && this.#members === undefined) {
      if (this.list !== undefined ? name === `key_${this.list.length}` : name === 'key_0') {
        this.list ??= [];
        this.list.push(value);
        return;
      }
    }
    this.#addMember(name, value, height);
  }

  /** What it holds, with or without `key_` in front of numbers. */
  content(undoesNumbers: boolean): WireValue {
    const { list, text } = this;
    const members = this.#members;
    if (list === undefined && members === undefined) return text;
    if (/[^ \t\r\n]/.test(text)) throw new WireFormatError('it has text beside elements');
    if (list !== undefined) return list;
    if (members === undefined) return text;
    if (undoesNumbers && this.#hasNumbers) return withoutPrefixes(Object.entries(members));
    return compacted(members, this.#count);
  }

  /** A list is what elements of one name make. */
  #addMember(name: string, value: WireValue, height: number): void {
    this.#members ??= this.#listAsMembers();
    const members = this.#members;
    const before = Object.hasOwn(members, name) ? members[name] : undefined;
    if (before === undefined) {
      this.#count += 1;
      requireFewMembers(this.#count);
      this.#longNames.count(name);
      this.#hasNumbers ||= mayBeNumber(name);
      setMember(members, name, value);
    } else if (this.#repeated?.has(name) === true) {
      (before as WireValue[]).push(value);
      this.height = Math.max(this.height, height + 2);
    } else {
      this.#repeated ??= new Set();
      this.#repeated.add(name);
      setMember(members, name, [before, value]);
      this.height = Math.max(this.height, height + 2, heightOf(before) + 2);
    }
  }

  /** What seemed to be a list has other members too, or gaps. */
  #listAsMembers(): WireObject {
    const members: WireObject = {};
    const { list = [] } = this;
    requireFewMembers(list.length);
    this.list = undefined;
    for (const [index, item] of list.entries()) members[`key_${index}`] = item;
    this.#count = list.length;
    this.#hasNumbers = list.length > 0;
    return members;
  }
}

function heightOf(value: WireValue): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>(
    (height, member) => Math.max(height, heightOf(member) + 1),
    1,
  );
}
