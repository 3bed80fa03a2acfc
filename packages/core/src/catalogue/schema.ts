import type * as z from 'zod';

/** What a parameter takes or a field of a result holds, as the catalogue says it; `viewSchema` reads it. */
export interface Schema {
  readonly description?: string | undefined;
}

/**
 * The members of a struct as that library takes them.
 *
 * @internal
 */
export function shapeOf(fields: Readonly<Record<string, Schema>>): z.ZodRawShape {
  return fields as Readonly<Record<string, z.ZodType>>;
}

/**
 * A schema as the library behind it knows it: every schema of the catalogue is made by one.
 *
 * @internal
 */
export function zodOf(schema: Schema): z.ZodType {
  return schema as z.ZodType;
}
