import { type Schema, viewSchema } from '@egoi-client/core/wire';
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
export function parameterRows(schema: Schema, prefix = ''): ParameterRow[] {
  const { definition } = viewSchema(schema);
  const { left, shape } = definition;
  if (left !== undefined) {
    const extras = {
      name: `${prefix}extra_N`,
      type: 'text, or number',
      isRequired: false,
      description: 'Value of the extra field with the number N.',
    };
    return [...parameterRows(left, prefix), extras];
  }
  return Object.entries(shape ?? {}).flatMap(([name, member]) => {
    const { isOptional, description } = viewSchema(member);
    const path = prefix + name;
    const row = { name: path, type: typeInWords(member), isRequired: !isOptional, description };
    return [row, ...rowsOfListed(member, `${path}[].`)];
  });
}

/** Tells whether names pass that the schema does not have. */
export function isOpen(schema: Schema): boolean {
  return viewSchema(schema).definition.catchall !== undefined;
}

function rowsOfListed(schema: Schema, prefix: string): ParameterRow[] {
  const { definition } = viewSchema(schema);
  const lists = definition.options ?? [schema];
  for (const list of lists) {
    const { element } = viewSchema(list).definition;
    if (element !== undefined && isStruct(element)) return parameterRows(element, prefix);
  }
  return [];
}

function isStruct(schema: Schema): boolean {
  const { left, shape } = viewSchema(schema).definition;
  return left !== undefined || shape !== undefined;
}
