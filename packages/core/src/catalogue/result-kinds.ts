import * as z from 'zod';
import { type Schema, shapeOf, zodOf } from './schema.ts';
import { numberedFields, typeNames } from './type-names.ts';

/**
 * How a field of an answer is read once its wire has been undone. The kind decides what REST's text
 * (`"7"`, `"1"`, `""`) stands for, and what PHP's single empty value stands for.
 */
export type ResultKind =
  | 'text'
  | 'integer'
  | 'decimal'
  | 'flag'
  | 'date'
  | 'dateTime'
  | 'list'
  | 'struct'
  | 'mapById';

/** A field of a result: always there as it is made, or one that may be missing. */
export interface Field extends Schema {
  optional(): Field;
}

/** The kind of each schema made here; the schema library only knows the normalised form. */
export const resultKinds = new WeakMap<Schema, ResultKind>();

/** Text. Null and an absent value on the wire become `''`, a number what PHP writes for it: `7`, `1.0E-7`; `-0` becomes `0`. */
export function text(description: string): Field {
  return ofKind('text', z.string().describe(description));
}

/** A whole number that is always there, such as an id. */
export function id(description: string): Field {
  return ofKind('integer', z.int().describe(description));
}

/** A whole number; `null` where the service has none. */
export function integer(description: string): Field {
  return ofKind('integer', z.int().nullable().describe(description));
}

/** A number with or without decimals; `null` where the service has none. */
export function decimal(description: string): Field {
  return ofKind('decimal', z.number().nullable().describe(description));
}

/** Yes or no. `'1'`, `1`, `true` mean yes; `'0'`, `''`, `0`, `null` mean no. */
export function flag(description: string): Field {
  return ofKind('flag', z.boolean().describe(description));
}

/** `YYYY-MM-DD`; `null` where unset (`''`, `0000-00-00`). Stays text: the service names no time zone. */
export function date(description: string): Field {
  return ofKind('date', z.string().nullable().describe(description));
}

/** `YYYY-MM-DD HH:MM:SS`; `null` where unset. Stays text: the service names no time zone. */
export function dateTime(description: string): Field {
  return ofKind('dateTime', z.string().nullable().describe(description));
}

/** Whatever the wire brought: no source knows more. */
export function anything(description: string): Field {
  return z.unknown().describe(description);
}

/** A list, whatever its length: empty ones arrive as `''`, `"0"` or an empty struct, and short ones as a lone struct. */
export function listOf(item: Schema, description: string): Field {
  return ofKind('list', z.array(zodOf(item)).describe(description));
}

/**
 * A struct. Fields that the catalogue does not know are kept as they came.
 *
 * @param typeName the name of its own that it has among the types; one inside another needs it
 * @param numbered what the names of further fields begin with that end in a number: `EXTRA_FIELD_`
 */
export function struct(
  fields: Readonly<Record<string, Field>>,
  description: string,
  typeName?: string,
  numbered?: string,
): Field {
  const schema = z.looseObject(shapeOf(fields)).describe(description);
  if (typeName !== undefined) typeNames.set(schema, typeName);
  if (numbered !== undefined) numberedFields.set(schema, numbered);
  return ofKind('struct', schema);
}

/** Structs keyed by their id. An empty one arrives as `''`, `"0"` or an empty list. */
export function mapById(item: Schema, description: string): Field {
  return ofKind('mapById', z.record(z.string(), zodOf(item)).describe(description));
}

function ofKind(kind: ResultKind, schema: z.ZodType): Field {
  resultKinds.set(schema, kind);
  return schema;
}
