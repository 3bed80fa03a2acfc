import { isWireObject, type WireObject, type WireValue } from '@egoi-client/core';
import {
  formatPath,
  maxWireDepth,
  plainDecimal,
  type WireCall,
  WireFormatError,
} from '@egoi-client/core/wire';
import type { RestFormat } from '../format.ts';

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

/** The name of a member in a field's name: `[name]`, encoded. */
function bracketed(name: string): string {
  return `%5B${encodeFormText(name)}%5D`;
}

/** How many bytes `bracketed` makes of a name. */
export function bracketedLength(name: string): number {
  return formTextLength(name) + 6;
}

/** A value that is one field, as the field has it: `true` is 1, `false` is 0. Source: reference, 14.3. */
function fieldText(value: string | number | boolean): string {
  if (typeof value === 'string') return encodeFormText(value);
  return typeof value === 'boolean' ? flag(value) : plainDecimal(value);
}

/** How many bytes `fieldText` makes of a value. */
export function fieldTextLength(value: string | number | boolean): number {
  return typeof value === 'string' ? formTextLength(value) : fieldText(value).length;
}

function flag(value: boolean): string {
  return value ? '1' : '0';
}

/** What keeps a value from being a field. */
function fieldProblem(value: string | number | boolean): string | undefined {
  if (typeof value === 'string') {
    return value.isWellFormed() ? undefined : 'the text holds half of a surrogate pair';
  }
  return typeof value === 'boolean' || Number.isFinite(value)
    ? undefined
    : 'must be a finite number';
}

/** Names that PHP reads back as another name, as an appended item, or not at all. */
function nameProblem(name: string): string | undefined {
  if (isAppendingName(name)) return 'a form cannot carry an empty name';
  if (/[[\]]/.test(name)) return 'a form cannot carry a name with brackets';
  if (name.includes('\0')) return 'a form cannot carry a name with a NUL character';
  if (!name.isWellFormed()) return 'the name holds half of a surrogate pair';
  return undefined;
}

/** How many fields a value makes. */
export function countFields(value: WireValue): number {
  if (value === null) return 0;
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + countFields(item), 0);
  if (!isWireObject(value)) return 1;
  return Object.values(value).reduce((sum: number, member) => sum + countFields(member), 0);
}

/** How PHP's `urlencode` spells the characters of ASCII (RFC 1738); `undefined` for those that stay. */
const spellings: readonly (string | undefined)[] = Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[\w.-]/.test(character)) return undefined;
  if (character === ' ') return '+';
  return `%${code.toString(16).toUpperCase().padStart(2, '0')}`;
});

/** Writes text as PHP's `urlencode` does (RFC 1738): a space is `+`; only letters, digits, `-_.` stay. */
function encodeFormText(text: string): string {
  let encoded = '';
  let from = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 0x80) return encoded + encodeWide(text.slice(from));
    const spelling = spellings[code];
    if (spelling === undefined) continue;
    encoded += text.slice(from, index) + spelling;
    from = index + 1;
  }
  return from === 0 ? text : encoded + text.slice(from);
}

function encodeWide(text: string): string {
  return encodeURIComponent(text)
    .replaceAll('%20', '+')
    .replace(/[!'()*~]/g, (character) => spellings[character.charCodeAt(0)] ?? character);
}

/** How many bytes `encodeFormText` makes of a text. */
function formTextLength(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    // `%XX` for each byte of UTF-8; each half of a surrogate pair stands for 2 of the pair's 4 bytes.
    if (code < 0x80) bytes += spellings[code]?.length ?? 1;
    else bytes += code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 6 : 9;
  }
  return bytes;
}

/**
 * Reads a name or a value of a form as PHP's `urldecode` does: a `%` without two hexadecimal digits is
 * text, which the maker's Python wrapper counts on when it sends `50% off`.
 *
 * @throws WireFormatError for percent codes of bytes that are not UTF-8, which PHP would hand on as they are
 */
export function decodeFormText(text: string): string {
  // Most texts are spelt as they are.
  if (!/[%+]/.test(text)) return text;
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced.replaceAll(/(?:%[\da-f]{2})+/gi, decodeBytes);
  }
}

function decodeBytes(codes: string): string {
  try {
    return decodeURIComponent(codes);
  } catch {
    throw new WireFormatError(
      'the form holds percent codes of bytes that are not UTF-8; write a percent sign as %25',
    );
  }
}

/** Tells the names between brackets that PHP takes for none, so that it appends: `a[]`, `a[ ]`. */
export function isAppendingName(name: string): boolean {
  return /^[ \t\n\v\f\r]?$/.test(name);
}
