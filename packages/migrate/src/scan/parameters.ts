import { findMethod, type MethodSpec } from '@egoi-client/core';
import type { Schema } from '@egoi-client/core/wire';
import type { Argument, Expression, FunctionModel } from '../source/expression.ts';
import type { Evaluation } from './evaluate.ts';
import type { Value } from './values.ts';

const credentials = ['apikey', 'plugin_key', 'username', 'password'];

/** Finds a method by the name that a program has for it: `addSubscriber`, `addSubscriberAsync`, `BeginAddSubscriber`. */
export function methodNamed(named: string): MethodSpec | undefined {
  const plain = named.replace(/^.*[#:/]/, '');
  const bare = plain.replace(/^Begin(?=\w)/, '').replace(/(Task)?Async$/, '');
  for (const spelling of [plain, bare, bare.slice(0, 1).toLowerCase() + bare.slice(1)]) {
    const spec = findMethod(spelling);
    if (spec !== undefined) return spec;
  }
  return undefined;
}

/** Names of parameters that a method has, as a record spells them: `extra_*`, `subscribers[].email`. */
function parameterNames(spec: MethodSpec): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { params } of spec.forms) addNames(params, '', names);
  return names;
}

function addNames(
  { shape, numbered, options, element }: Schema,
  prefix: string,
  names: Map<string, string>,
): void {
  for (const [named, member] of Object.entries(shape ?? {})) {
    names.set(`${prefix}${named}`.toLowerCase(), `${prefix}${named}`);
    for (const listed of [member, ...(member.options ?? [])]) {
      if (listed.element !== undefined) addNames(listed.element, `${prefix}${named}[].`, names);
    }
  }
  if (numbered !== undefined)
    names.set(`${prefix}${numbered.prefix}*`, `${prefix}${numbered.prefix}*`);
  for (const option of options ?? []) addNames(option, prefix, names);
  if (prefix === '' && element !== undefined) addNames(element, prefix, names);
}

/** The keys that are written out in what a call is given, as deep as `subscribers[].email`. */
export function keysIn(
  args: readonly Argument[],
  around: FunctionModel,
  evaluation: Evaluation,
): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { name, value } of args) {
    if (name !== undefined && name !== 'functionOptions') keys.add(plainKey(name));
    const isNested = name !== undefined && name !== 'functionOptions';
    addKeys(value, around, evaluation, isNested ? `${name}[].` : '', keys, 0);
  }
  return keys;
}

/** `functionOptions[listID]` is `listID`. */
function plainKey(key: string): string {
  const found = /^functionOptions\[(\w+)\]/.exec(key)?.[1];
  return (found ?? key).replace(/^extra_\d+$/, 'extra_*');
}

function addKeys(
  expression: Expression,
  around: FunctionModel,
  evaluation: Evaluation,
  prefix: string,
  keys: Set<string>,
  depth: number,
): void {
  if (depth > 5) return;
  if (expression.kind === 'call' || expression.kind === 'creation') {
    for (const { value } of expression.args.slice(0, 8))
      addKeys(value, around, evaluation, prefix, keys, depth + 1);
    if (expression.kind === 'call' && expression.callee.kind === 'member') {
      addKeys(expression.callee.object, around, evaluation, prefix, keys, depth + 1);
    }
  }
  for (const value of evaluation.values(expression, around))
    addValue(value, evaluation, prefix, keys, depth);
}

function addValue(
  value: Value,
  evaluation: Evaluation,
  prefix: string,
  keys: Set<string>,
  depth: number,
): void {
  if (value.type === 'key') keys.add(prefix + plainKey(value.key));
  if (value.type === 'text') addFormKeys(value.text, keys);
  if (value.type !== 'map') return;
  for (const { key, value: held } of value.map.entries) {
    const named = key?.kind === 'text' ? plainKey(key.text) : undefined;
    if (named === undefined) {
      // What is spread here, or an item of a list.
      addKeys(held, value.around, evaluation, prefix, keys, depth + 1);
      continue;
    }
    keys.add(prefix + named);
    if (named === 'functionOptions') keysBelow(held, value.around, evaluation, prefix, keys, depth);
    else if (prefix === '' && held.kind !== 'text') {
      keysBelow(held, value.around, evaluation, `${named}[].`, keys, depth);
    }
  }
}

function keysBelow(
  held: Expression,
  around: FunctionModel,
  evaluation: Evaluation,
  prefix: string,
  keys: Set<string>,
  depth: number,
): void {
  addKeys(held, around, evaluation, prefix, keys, depth + 1);
}

/** Keys of a form that is written as text: `…&functionOptions[listID]=1`. */
function addFormKeys(text: string, keys: Set<string>): void {
  for (const [, key = ''] of text.matchAll(/functionOptions(?:\[|%5B)(\w{1,64})(?:\]|%5D)/gi)) {
    keys.add('functionOptions');
    keys.add(plainKey(key));
  }
}

/** The parameters of a method among keys, in the catalogue's spelling. */
export function parametersAmong(spec: MethodSpec, keys: ReadonlySet<string>): string[] {
  const known = parameterNames(spec);
  const found = new Set<string>();
  for (const key of keys) {
    const named = known.get(key.toLowerCase());
    if (named !== undefined && !credentials.includes(named)) found.add(named);
  }
  return [...found].toSorted();
}

/** `"listID", list, "email", address`: names and values by turns. */
export function keysByTurns(args: readonly Argument[], spec: MethodSpec): string[] {
  const known = parameterNames(spec);
  const names = args
    .filter((_, index) => index % 2 === 0)
    .map(({ value }) => (value.kind === 'text' ? value.text : ''));
  const isByTurns =
    args.length > 1 &&
    args.length % 2 === 0 &&
    names.every((named) => known.has(plainKey(named).toLowerCase()));
  return isByTurns ? names.map(plainKey) : [];
}
