import { type ResultKind, resultKinds } from './result-kinds.ts';
import { type Schema, zodOf } from './schema.ts';
import { numberedFields, typeNames } from './type-names.ts';
import type * as z from 'zod';

/** What is read of a schema's definition; which parts are there depends on its type. */
interface SchemaDefinition {
  readonly type: string;
  readonly innerType?: Schema;
  readonly element?: Schema;
  readonly options?: readonly Schema[];
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly values?: readonly (string | number)[];
  readonly left?: Schema;
  readonly right?: Schema;
  readonly valueType?: Schema;
  /** There for structs that other names pass in. */
  readonly catchall?: Schema;
  readonly format?: string;
}

/** A schema without what makes it optional or null. */
export interface SchemaView {
  readonly schema: Schema;
  readonly definition: SchemaDefinition;
  readonly isOptional: boolean;
  readonly isNullable: boolean;
  readonly description: string;
  /** How a field of a result is read; `undefined` for parameters, and where no source knows. */
  readonly kind: ResultKind | undefined;
  /** The name of its own that a struct has among the types. */
  readonly typeName: string | undefined;
  /** What the numbered fields of a struct begin with, beside those that are named. */
  readonly numbered: string | undefined;
  /** What a text must look like, as a regular expression. */
  readonly pattern: string | undefined;
}

/** Looks below `optional` and `nullable`. */
export function viewSchema(schema: Schema): SchemaView {
  // The library types definitions by class, which would have to be imported to be told apart.
  const definition = zodOf(schema).def as unknown as SchemaDefinition;
  const description = schema.description ?? '';
  const kind = resultKinds.get(schema);
  const { innerType } = definition;
  if (innerType === undefined) {
    return {
      schema,
      definition,
      isOptional: false,
      isNullable: false,
      description,
      kind,
      typeName: typeNames.get(schema),
      numbered: numberedFields.get(schema),
      pattern: definition.type === 'string' ? patternOf(schema) : undefined,
    };
  }
  const inner = viewSchema(innerType);
  return {
    ...inner,
    isOptional: inner.isOptional || definition.type === 'optional',
    isNullable: inner.isNullable || definition.type === 'nullable',
    description: description === '' ? inner.description : description,
    kind: kind ?? inner.kind,
  };
}

function patternOf(schema: Schema): string | undefined {
  const { checks = [] } = (zodOf(schema) as z.ZodString).def;
  const [pattern] = checks.map(({ _zod: { def } }) => ('pattern' in def ? def.pattern : undefined));
  return pattern instanceof RegExp ? pattern.source : undefined;
}
