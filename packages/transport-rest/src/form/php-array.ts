import { type WireObject, type WireValue } from '@egoi-client/core';
import {
  maxWireDepth,
  requireFewMembers,
  setMember,
  WireFormatError,
} from '@egoi-client/core/wire';
import { isAppendingName } from './form-pieces.ts';

/**
 * An array as PHP fills it from form fields: names in order of arrival, `a[]` under the next free
 * number, a later value in place of an earlier one.
 */
export class PhpArray {
  /** The first name and its member, which are all that most levels of a deep name have. */
  #onlyName: string | undefined = undefined;
  #onlyMember: string | PhpArray = '';
  #members: Map<string, string | PhpArray> | undefined = undefined;
  #nextIndex = 0;

  /** A value that came for this name. */
  get(name: string): string | PhpArray | undefined {
    if (this.#members !== undefined) return this.#members.get(name);
    return name === this.#onlyName ? this.#onlyMember : undefined;
  }

  /**
   * Puts a value where a path leads, making arrays on the way.
   *
   * @param path names from the outside in; `''` appends
   * @param level of this array: which name of the path is one of its own
   */
  put(path: readonly string[], value: string, level = 0): void {
    const name = this.#nameFor(path[level] ?? '');
    if (level === path.length - 1) {
      this.#set(name, value);
      return;
    }
    const present = this.get(name);
    const inner = present instanceof PhpArray ? present : new PhpArray();
    if (inner !== present) this.#set(name, inner);
    inner.put(path, value, level + 1);
  }

  /** Takes the members of another in, which count more: arrays go together, all else is replaced, as in `$_REQUEST`. */
  merge(other: PhpArray): void {
    for (const [name, member] of other.#entries()) {
      const present = this.get(name);
      if (member instanceof PhpArray && present instanceof PhpArray) present.merge(member);
      else this.#set(this.#nameFor(name), member);
    }
  }

  /** A list where the names are 0 to n-1, else a struct. */
  toWireValue(): WireValue[] | WireObject {
    const size = this.#members?.size ?? (this.#onlyName === undefined ? 0 : 1);
    const isList = size > 0 && this.#nextIndex === size && this.#hasOnlyIndexes();
    if (!isList) return this.toWireObject();
    return Array.from({ length: size }, (_, index) => valueOf(this.get(String(index))));
  }

  /** A struct, also where the names are numbers. */
  toWireObject(): WireObject {
    const struct: WireObject = {};
    for (const [name, member] of this.#entries()) setMember(struct, name, valueOf(member));
    return struct;
  }

  #hasOnlyIndexes(): boolean {
    for (const [name] of this.#entries()) if (indexOf(name) === undefined) return false;
    return true;
  }

  #entries(): Iterable<readonly [string, string | PhpArray]> {
    if (this.#members !== undefined) return this.#members;
    return this.#onlyName === undefined ? [] : [[this.#onlyName, this.#onlyMember]];
  }

  #set(name: string, member: string | PhpArray): void {
    if (this.#members !== undefined) this.#members.set(name, member);
    else if (this.#onlyName === undefined || this.#onlyName === name) {
      this.#onlyName = name;
      this.#onlyMember = member;
    } else {
      this.#members = new Map([
        [this.#onlyName, this.#onlyMember],
        [name, member],
      ]);
    }
    requireFewMembers(this.#members?.size ?? 1);
  }

  #nameFor(name: string): string {
    if (name === '') {
      this.#nextIndex += 1;
      return String(this.#nextIndex - 1);
    }
    const index = indexOf(name);
    if (index !== undefined) this.#nextIndex = Math.max(this.#nextIndex, index + 1);
    return name;
  }
}

const codeOfNine = 0x39;

function valueOf(member: string | PhpArray | undefined): WireValue {
  return member instanceof PhpArray ? member.toWireValue() : (member ?? '');
}

/** PHP takes `7` for a number and `07` for text. */
function indexOf(name: string): number | undefined {
  // Most names are words.
  if (name.charCodeAt(0) > codeOfNine) return undefined;
  return /^(?:0|[1-9]\d{0,14})$/.test(name) ? Number(name) : undefined;
}

/**
 * Takes the name of a form field apart: `a[b][0]` into `a`, `b`, `0`. As in PHP, what stands behind the
 * last closing bracket is dropped, blanks before the name are, too, and a dot, a blank or a lone bracket
 * in the outermost name becomes `_`, since it was the name of a variable once.
 *
 * @returns `undefined` for a name that PHP does not register at all
 * @throws WireFormatError for more levels than PHP reads
 */
export function pathOfField(name: string): string[] | undefined {
  const end = name.indexOf('\0');
  const whole = (end === -1 ? name : name.slice(0, end)).replace(/^ +/, '');
  let open = whole.indexOf('[');
  const path = [variableName(open === -1 ? whole : whole.slice(0, open))];
  if (path[0] === '') return undefined;
  while (open !== -1 && whole[open] === '[') {
    const close = whole.indexOf(']', open + 1);
    if (close === -1) return path.length === 1 ? [variableName(whole)] : path;
    if (path.length > maxWireDepth) {
      throw new WireFormatError(`the form is nested deeper than ${maxWireDepth} levels`);
    }
    const inner = whole.slice(open + 1, close);
    path.push(isAppendingName(inner) ? '' : inner);
    open = close + 1;
  }
  return path;
}

function variableName(name: string): string {
  // Nearly all fields are `functionOptions`.
  return /[ .[]/.test(name) ? name.replaceAll(/[ .[]/g, '_') : name;
}
