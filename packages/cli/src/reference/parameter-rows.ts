import type { Schema } from '@egoi-client/core/wire';
import { typeInWords } from './type-words.ts';

/** One parameter, or a member of one. */
export interface ParameterRow {
  /** With dots: `subscribers[].email`. */
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly description: string;
}

/** The parameters that a schema names, those of listed structs below their list. */
export function parameterRows({ shape, numbered }: Schema, prefix = ''): ParameterRow[] {
  const rows = Object.entries(shape ?? {}).flatMap(([name, member]) => {
    const { isOptional, description } = member;
    const path = prefix + name;
    const row = { name: path, type: typeInWords(member), isRequired: !isOptional, description };
    return [row, ...rowsOfListed(member, `${path}[].`)];
  });
  if (numbered === undefined) return rows;
  const extras = {
    name: `${prefix}${numbered.prefix}N`,
    type: 'text, or number',
    isRequired: false,
    description: 'Value of the extra field with the number N.',
  };
  return [...rows, extras];
}

function rowsOfListed(schema: Schema, prefix: string): ParameterRow[] {
  for (const { element } of schema.options ?? [schema]) {
    if (element?.shape !== undefined) return parameterRows(element, prefix);
  }
  return [];
}
