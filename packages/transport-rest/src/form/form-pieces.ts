import { type WireObject, type WireValue } from '@egoi-client/core';
import { formatPath, maxWireDepth, type WireCall } from '@egoi-client/core/wire';
import type { RestFormat } from '../format.ts';
import { bracketed, fieldProblem, fieldText, nameProblem } from './form-fields.ts';
import { encodeFormText } from './form-text.ts';

/** Is told what becomes of a call while it is written; ends the writing where it throws. */
export interface FormWatch {
  /** A field was written. */
  field(): void;
  /** A member was left out, because a form would lose or change it. */
  problem(path: string, problem: string): void;
}

/** `type` and `method`. */
export const headFieldCount = 2;

const pieceLength = 32 * 1024;
const maxKnownNames = 256;

/** A list or struct of which some members are still to be written. */
interface OpenValue {
  /** What the names of its fields begin with, encoded. */
  readonly prefix: string;
  readonly members: WireValue[] | WireObject;
  /** `undefined` in a list. */
  readonly names: readonly string[] | undefined;
  readonly length: number;
  /** Of the member that comes next. */
  index: number;
}

/**
 * Writes a call as a form, piece by piece: `type`, `method`, then the arguments, nested exactly as
 * PHP's `http_build_query` does, which is what the service's PHP reads back: lists by index; nulls and
 * empty lists and structs leave no field. Source: reference, REST request (14.3); golden files.
 */
export function formPieces(
  call: WireCall,
  format: RestFormat,
  watch: FormWatch,
): Generator<string, void> {
  return new FormWriting(watch).pieces(call, format);
}

class FormWriting {
  readonly #watch: FormWatch;
  readonly #open: OpenValue[] = [];
  readonly #knownNames = new Map<string, string>();
  #text = '';

  constructor(watch: FormWatch) {
    this.#watch = watch;
  }

  *pieces({ method, options, parts }: WireCall, format: RestFormat): Generator<string, void> {
    this.#text = `type=${format}&method=${encodeFormText(method.toWellFormed())}`;
    for (const part of parts ?? ['functionOptions']) {
      const own = Object.hasOwn(options, part) ? options[part] : undefined;
      this.#write(parts === undefined ? options : (own ?? null), part);
      for (let open = this.#open.at(-1); open !== undefined; open = this.#open.at(-1)) {
        if (open.index === open.length) this.#open.pop();
        else this.#writeMember(open);
        if (this.#text.length < pieceLength) continue;
        yield this.#text;
        this.#text = '';
      }
    }
    yield this.#text;
  }

  #writeMember(open: OpenValue): void {
    const { members, names, prefix, index } = open;
    open.index += 1;
    if (names === undefined) {
      this.#write((members as WireValue[])[index], `${prefix}%5B${index}%5D`);
      return;
    }
    const name = names[index] ?? '';
    const value = (members as WireObject)[name];
    const inBrackets = this.#nameInBrackets(name);
    if (inBrackets !== undefined) this.#write(value, prefix + inBrackets);
    else if (value !== null) this.#report(nameProblem(name) ?? '');
  }

  /** `undefined` for a name with a problem. */
  #nameInBrackets(name: string): string | undefined {
    const known = this.#knownNames.get(name);
    if (known !== undefined) return known;
    if (nameProblem(name) !== undefined) return undefined;
    const inBrackets = bracketed(name);
    if (this.#knownNames.size < maxKnownNames) this.#knownNames.set(name, inBrackets);
    return inBrackets;
  }

  #write(value: WireValue | undefined, name: string): void {
    if (value === null) return;
    if (value === undefined) {
      this.#report('must be a text, a number or a boolean');
      return;
    }
    if (typeof value === 'object') {
      this.#openValue(value, name);
      return;
    }
    const problem = fieldProblem(value);
    if (problem === undefined) {
      this.#text += `&${name}=${fieldText(value)}`;
      this.#watch.field();
    } else this.#report(problem);
  }

  #openValue(members: WireValue[] | WireObject, prefix: string): void {
    if (this.#open.length >= maxWireDepth) {
      this.#report(`is nested deeper than the ${maxWireDepth} levels that PHP reads`);
      return;
    }
    if (Array.isArray(members)) {
      this.#open.push({ prefix, members, names: undefined, length: members.length, index: 0 });
      return;
    }
    const names = Object.keys(members);
    this.#open.push({ prefix, members, names, length: names.length, index: 0 });
  }

  #report(problem: string): void {
    const path = this.#open.map(({ names, index }) => names?.[index - 1] ?? index - 1);
    this.#watch.problem(formatPath(path), problem);
  }
}
