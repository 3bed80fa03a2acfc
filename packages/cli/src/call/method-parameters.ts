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
