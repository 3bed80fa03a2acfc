import { allMethods } from '@egoi-client/core';
import type { Schema } from '@egoi-client/core/wire';
import { paramsInterface, resultInterface } from './interface-text.ts';

/** The name of its own that a struct has. */
export function nameOfStruct(schema: Schema): string | undefined {
  return schema.typeName;
}

/** The structs that have a name of their own, as interfaces by their names. */
export function namedStructs(): Map<string, string> {
  const schemas = new Map<string, Schema>();
  const visit = (schema: Schema) => {
    const { typeName, element, options = [], shape = {} } = schema;
    if (typeName !== undefined) schemas.set(typeName, schema);
    const below = [element, ...options, ...Object.values(shape)];
    for (const member of below) if (member !== undefined) visit(member);
  };
  for (const form of allMethods().flatMap(({ forms }) => forms)) {
    visit(form.params);
    visit(form.result);
  }
  return new Map(
    [...schemas]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, schema]) => [name, structText(name, schema)]),
  );
}

function structText(name: string, schema: Schema): string {
  const nameOfOthers = (other: Schema) => (other.typeName === name ? undefined : other.typeName);
  return schema.kind === undefined
    ? paramsInterface(name, schema, nameOfOthers, schema.description)
    : resultInterface(name, schema, nameOfOthers);
}
