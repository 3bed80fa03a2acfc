import { z } from 'zod';

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

/** The kind of each schema made here; zod itself only knows the normalised form. */
export const resultKinds = z.registry<{ kind: ResultKind }>();

/** Text. Null and an absent value on the wire become `''`, a number its digits. */
export function text(description: string) {
  return z.string().describe(description).register(resultKinds, { kind: 'text' });
}

/** A whole number that is always there, such as an id. */
export function id(description: string) {
  return z.int().describe(description).register(resultKinds, { kind: 'integer' });
}

/** A whole number; `null` where the service has none. */
export function integer(description: string) {
  return z.int().nullable().describe(description).register(resultKinds, { kind: 'integer' });
}

/** A number with or without decimals; `null` where the service has none. */
export function decimal(description: string) {
  return z.number().nullable().describe(description).register(resultKinds, { kind: 'decimal' });
}

/** Yes or no. `'1'`, `1`, `true` mean yes; `'0'`, `''`, `0`, `null` mean no. */
export function flag(description: string) {
  return z.boolean().describe(description).register(resultKinds, { kind: 'flag' });
}

/** `YYYY-MM-DD`; `null` where unset (`''`, `0000-00-00`). Stays text: the service names no time zone. */
export function date(description: string) {
  return z.string().nullable().describe(description).register(resultKinds, { kind: 'date' });
}

/** `YYYY-MM-DD HH:MM:SS`; `null` where unset. Stays text: the service names no time zone. */
export function dateTime(description: string) {
  return z.string().nullable().describe(description).register(resultKinds, { kind: 'dateTime' });
}

/** A list, whatever its length: empty ones arrive as `''`, `"0"` or an empty struct, and short ones as a lone struct. */
export function listOf<T extends z.ZodType>(item: T, description: string) {
  return z.array(item).describe(description).register(resultKinds, { kind: 'list' });
}

/** A struct. Fields that the catalogue does not know are kept as they came. */
export function struct<T extends z.ZodRawShape>(fields: T, description: string) {
  return z.looseObject(fields).describe(description).register(resultKinds, { kind: 'struct' });
}

/** Structs keyed by their id. An empty one arrives as `''`, `"0"` or an empty list. */
export function mapById<T extends z.ZodType>(item: T, description: string) {
  return z
    .record(z.string(), item)
    .describe(description)
    .register(resultKinds, { kind: 'mapById' });
}
