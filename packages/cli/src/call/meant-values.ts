import type { EgoiInputError, MethodSpec, WireObject } from '@egoi-client/core';
import { nearest, type Schema } from '@egoi-client/core/wire';
import { shown } from '../output/shown.ts';

/**
 * What a caller may have meant with values that a method does not take: of each that is near to one of the
 * words that it takes, the parameter to type.
 */
export function meantValues(
  { forms }: MethodSpec,
  params: WireObject,
  { problems }: EgoiInputError,
): string[] {
  return problems.flatMap(({ path }) => {
    const names = path.split(/[.[\]]+/).filter((name) => name !== '');
    const value = valueAt(params, names);
    if (typeof value !== 'string') return [];
    const words = forms.flatMap((form) => wordsAt(form.params, names));
    const [meant] = nearest(value, words);
    if (meant === undefined || meant === value) return [];
    const [first = '', ...members] = names;
    const parameter = [first, ...members.map((name) => `[${name}]`)].join('');
    return [`${path} is ${shown(value)}; did you mean ${meant}? Type: ${parameter}=${meant}`];
  });
}

function valueAt(value: unknown, [name, ...below]: readonly string[]): unknown {
  if (name === undefined) return value;
  const isThere = typeof value === 'object' && value !== null && Object.hasOwn(value, name);
  return isThere ? valueAt((value as Readonly<Record<string, unknown>>)[name], below) : undefined;
}

/** The words that a schema takes at a place, of all its forms. */
function wordsAt(schema: Schema, names: readonly string[]): string[] {
  const { options = [], shape = {}, element, values = [] } = schema;
  const inForms = options.flatMap((option) => wordsAt(option, names));
  const [name, ...below] = names;
  if (name === undefined) return [...inForms, ...values.filter((word) => typeof word === 'string')];
  const member = Object.hasOwn(shape, name) ? shape[name] : element;
  return [...inForms, ...(member === undefined ? [] : wordsAt(member, below))];
}
