import type { MethodSpec, WireValue } from '@egoi-client/core';
import { type ParameterRow, parameterRows } from '../reference/parameter-rows.ts';
import { checkOf, type Schema } from '@egoi-client/core/wire';
import type { TextReader } from './read-words.ts';

/** The parameters of a method, those of all its forms, each once. Members of listed structs are not among them. */
export function parametersOf({ forms }: MethodSpec): ParameterRow[] {
  const rows = new Map<string, ParameterRow>();
  for (const { params } of forms) {
    for (const row of parameterRows(params)) {
      const known = rows.get(row.name);
      if (known === undefined) rows.set(row.name, row);
      else if (known.type !== row.type && row.type === 'text') rows.set(row.name, row);
    }
  }
  return [...rows.values()].filter(({ name }) => !name.includes('['));
}

/**
 * Reads texts as a method takes them: as they are, or, where it takes no text there, as the JSON that
 * they are: `canal_email=true`, `tags=[1,2]`.
 */
export function textReaderFor(spec: MethodSpec | undefined): TextReader {
  const schemas = new Map<string, Schema[]>();
  for (const { params } of spec?.forms ?? []) {
    for (const [name, schema] of Object.entries(params.shape ?? {})) {
      schemas.set(name, [...(schemas.get(name) ?? []), schema]);
    }
  }
  return (name, text) => {
    const takers = schemas.get(name) ?? [];
    const takes = (value: unknown) => takers.some((schema) => checkOf(schema)(value));
    if (takers.length === 0 || takes(text)) return text;
    const value = asJson(text);
    return value !== undefined && takes(value) ? value : text;
  };
}

function asJson(text: string): WireValue | undefined {
  try {
    return JSON.parse(text) as WireValue;
  } catch {
    return undefined;
  }
}

/** The values that the parameters of a method take, where there are few: `subscriber`, `1`, `true`. */
export function parameterValues({ forms }: MethodSpec): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, readonly string[]>();
  for (const { params } of forms) {
    for (const [name, schema] of Object.entries(params.shape ?? {})) {
      const all = [...(values.get(name) ?? []), ...valuesOf(schema)];
      if (all.length > 0) values.set(name, [...new Set(all)]);
    }
  }
  return values;
}

function isSameWord(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function valuesOf({ type, values = [], options = [] }: Schema): string[] {
  if (type === 'boolean') return ['true', 'false'];
  // Dates may be left empty, and what is empty is no word to complete.
  const words = values.map(String).filter((value) => value !== '');
  // Of `pt` and `PT` one is enough.
  const own = words.filter(
    (word, index) => words.findIndex((other) => isSameWord(other, word)) === index,
  );
  return [...own, ...options.flatMap(valuesOf)];
}
