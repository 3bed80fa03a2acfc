import { isWireObject, type WireObject, type WireValue } from '@egoi-client/core';
import { setMember } from '@egoi-client/core/wire';
import { CommandError } from '../command-error.ts';
import { shown } from '../output/shown.ts';

/** How a parameter takes a text: as it is, or as what the text says in JSON. */
export type TextReader = (name: string, text: string) => WireValue;

/** Reads the text of a file. @param name of the parameter that it is for */
export type FileReader = (name: string, path: string) => string;

interface Word {
  readonly name: string;
  /** Of `a[b][]`: `b` and the empty text. */
  readonly path: readonly string[];
  readonly isJson: boolean;
  readonly text: string;
}

/**
 * Makes parameters of the words of a command line: `name=text`, `name:=json`, `name=@file`,
 * `name:=@file`, `name[member]=text`, `name[]=item`, and `@file` for many at once, as a JSON object.
 *
 * @param readText how a parameter takes a text
 * @param files reads what is named behind an `@`
 * @throws CommandError for a word of another form, JSON that is none, or a name given twice
 */
export function readWords(
  words: readonly string[],
  readText: TextReader,
  files: FileReader,
): WireObject {
  const params: WireObject = {};
  for (const text of words) {
    if (text.startsWith('@')) {
      putAll(params, readJson(text, files(text, text.slice(1))), text);
      continue;
    }
    const word = splitWord(text);
    const value = valueOf(word, readText, files);
    if (!put(params, [word.name, ...word.path], value)) {
      throw new CommandError(`'${[word.name, ...word.path].join(' ')}' is given twice`, [
        `Several values: ${word.name}[]=one ${word.name}[]=two`,
      ]);
    }
  }
  return params;
}

function splitWord(text: string): Word {
  const found = /^([^=:[\]\s]+)((?:\[[^=[\]]*\])*)(:?=)(.*)$/s.exec(text);
  if (found === null) {
    const isName = /^[a-z_]\w{0,40}$/i.test(text);
    throw new CommandError(
      `a parameter must be written name=value${isName ? `; ${shown(text)} is not` : ''}`,
      [
        `Type: ${isName ? text : 'name'}=value, as in egoi call getLists start=0 limit=20`,
        'JSON values: name:=[1,2]. From a file: name=@file, or all: @file. Members: name[member]=value',
      ],
    );
  }
  const [, name = '', members = '', sign, value = ''] = found;
  const path = [...members.matchAll(/\[([^\]]*)\]/g)].map(([, member = '']) => member);
  return { name, path, isJson: sign === ':=', text: value };
}

/** Several parameters that came together. */
function putAll(params: WireObject, value: WireValue, word: string): void {
  if (!isWireObject(value)) {
    throw new CommandError(`${word} must hold a JSON object of parameters`, [
      'As in: {"listID": 1, "email": "ana@example.com"}',
    ]);
  }
  for (const [name, member] of Object.entries(value)) {
    if (!put(params, [name], member)) throw new CommandError(`'${name}' is given twice`);
  }
}

function valueOf(
  { name, path, isJson, text }: Word,
  readText: TextReader,
  files: FileReader,
): WireValue {
  const content = text.startsWith('@') ? files(name, text.slice(1)) : text;
  if (isJson) return readJson(name, content);
  return path.length === 0 ? readText(name, content) : content;
}

function readJson(name: string, text: string): WireValue {
  try {
    return JSON.parse(text) as WireValue;
  } catch {
    if (name.startsWith('@')) throw new CommandError(`${name} is not JSON`);
    throw new CommandError(`${name}: what follows := is not JSON`, [
      `Texts need quotes there, ${name}:='"text"', or none with ${name}=text`,
    ]);
  }
}

/** @returns whether there was room at the place */
function put(
  params: WireObject,
  [name = '', ...path]: readonly string[],
  value: WireValue,
): boolean {
  const last = path.length === 0;
  if (last && Object.hasOwn(params, name)) return false;
  if (last) {
    setMember(params, name, value);
    return true;
  }
  if (!Object.hasOwn(params, name)) setMember(params, name, path[0] === '' ? [] : {});
  return putInside(params[name] ?? null, path, value);
}

function putInside(
  container: WireValue,
  [member = '', ...path]: readonly string[],
  value: WireValue,
): boolean {
  if (Array.isArray(container)) {
    if (member !== '') return false;
    if (path.length === 0) {
      container.push(value);
      return true;
    }
    const item: WireValue = path[0] === '' ? [] : {};
    container.push(item);
    return putInside(item, path, value);
  }
  if (typeof container !== 'object' || container === null || member === '') return false;
  return put(container, [member, ...path], value);
}
