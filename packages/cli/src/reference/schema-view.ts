import type { MethodForm } from '@egoi-client/core';

/** A schema of the catalogue. */
export type Schema = MethodForm['result'];

/** What the pages read of a schema's definition; which parts are there depends on its type. */
interface Definition {
  readonly type: string;
  readonly innerType?: Schema;
  readonly element?: Schema;
  readonly options?: readonly Schema[];
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly values?: readonly (string | number)[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly left?: Schema;
  readonly right?: Schema;
  readonly valueType?: Schema;
  /** There for structs that other names pass in. */
  readonly catchall?: Schema;
  readonly format?: string;
}

/** A schema without what makes it optional or null. */
interface SchemaView {
  readonly schema: Schema;
  readonly definition: Definition;
  readonly isOptional: boolean;
  readonly isNullable: boolean;
  readonly description: string;
}

/** Looks below `optional` and `nullable`. */
export function viewSchema(schema: Schema): SchemaView {
  // The schema library types definitions by class, which would have to be imported to be told apart.
  const definition = schema.def as unknown as Definition;
  const description = schema.description ?? '';
  const { innerType } = definition;
  if (innerType === undefined) {
    return { schema, definition, isOptional: false, isNullable: false, description };
  }
  const inner = viewSchema(innerType);
  return {
    ...inner,
    isOptional: inner.isOptional || definition.type === 'optional',
    isNullable: inner.isNullable || definition.type === 'nullable',
    description: description === '' ? inner.description : description,
  };
}
