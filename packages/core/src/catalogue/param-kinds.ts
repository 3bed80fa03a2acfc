import { z } from 'zod';
import type { WireValue } from '../wire-value.ts';

/** A number that the API writes as text: `7` and `'7'` mean the same. */
export function idParam(description: string) {
  return z
    .union([z.int().nonnegative(), z.string().regex(/^\d+$/)], {
      error: 'must be a whole number of 0 or more, as a number or as digits',
    })
    .describe(description);
}

/** Text. */
export function textParam(description: string) {
  return z.string({ error: 'must be text' }).describe(description);
}

/** A switch: `true`, `1`, `'1'` or `false`, `0`, `'0'`. */
export function flagParam(description: string) {
  return z
    .union([z.boolean(), z.literal([0, 1, '0', '1'])], {
      error: "must be true, false, 0, 1, '0' or '1'",
    })
    .describe(description);
}

/** One of a few codes that may be written as a number or as its digit. */
export function codeParam<const Codes extends readonly number[]>(
  codes: Codes,
  description: string,
) {
  const digits = codes.map(String) as { [K in keyof Codes]: `${Codes[K] & number}` };
  const literals = [...codes, ...digits] as (Codes[number] | `${Codes[number]}`)[];
  return z
    .literal(literals, { error: `must be one of ${codes.join(', ')}, as a number or as text` })
    .describe(description);
}

/** One of a few words. */
export function wordParam<const Words extends readonly string[]>(
  words: Words,
  description: string,
) {
  return z.enum(words, { error: `must be one of ${words.join(', ')}` }).describe(description);
}

/** A calendar day, `YYYY-MM-DD`. */
export function dateParam(description: string) {
  return z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'must be a date as YYYY-MM-DD' })
    .describe(description);
}

/**
 * The parameters `extra_1`, `extra_2`, … with the values of extra fields, beside named ones. Their
 * type is wide, the check is not: a computed name, `[`extra_${id}`]`, makes TypeScript hold all
 * members of the literal against it.
 */
export function withExtraFields<T extends z.ZodRawShape>(fields: T) {
  const value: z.ZodType<unknown, WireValue | undefined> = z
    .union([z.string(), z.number()], { error: 'must be text or a number' })
    .nullish();
  return z.intersection(
    z.object(fields),
    z.looseRecord(z.templateLiteral(['extra_', z.int()]), value),
  );
}

/** The parameters of a method of which no source knows all: other names are fine, and typed as such. */
export function openParams<T extends z.ZodRawShape>(fields: T) {
  return z.looseObject(fields);
}
