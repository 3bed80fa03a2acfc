import * as z from 'zod';
import { type Schema, shapeOf, zodOf } from './schema.ts';
import { typeNames } from './type-names.ts';

/** A parameter: required as it is made, or one that may be left out or null. */
export interface Param extends Schema {
  nullish(): Param;
}

/** Parameters by their names. */
export type Params = Readonly<Record<string, Param>>;

/** A number that the API writes as text: `7` and `'7'` mean the same. */
export function idParam(description: string): Param {
  return z
    .union([z.int().nonnegative(), z.string().regex(/^\d+$/)], {
      error: 'must be a whole number of 0 or more, as a number or as digits',
    })
    .describe(description);
}

/** Text. */
export function textParam(description: string): Param {
  return z.string({ error: 'must be text' }).describe(description);
}

/** Text, or a whole number that stands for its digits. */
export function textOrNumberParam(problem: string): Param {
  return z.union([z.string(), z.int()], { error: problem });
}

/** A switch: `true`, `1`, `'1'` or `false`, `0`, `'0'`. */
export function flagParam(description: string): Param {
  return z
    .union([z.boolean(), z.literal([0, 1, '0', '1'])], {
      error: "must be true, false, 0, 1, '0' or '1'",
    })
    .describe(description);
}

/** One of a few codes that may be written as a number or as its digit. */
export function codeParam(codes: readonly number[], description: string): Param {
  return z
    .literal([...codes, ...codes.map(String)], {
      error: `must be one of ${codes.join(', ')}, as a number or as text`,
    })
    .describe(description);
}

/** One of a few words. */
export function wordParam(words: readonly string[], description: string): Param {
  const error = words.length === 1 ? `must be '${words[0]}'` : `must be one of ${words.join(', ')}`;
  return z.literal(words, { error }).describe(description);
}

/** A calendar day, `YYYY-MM-DD` or `DD-MM-YYYY`; `''` for none. */
export function dateParam(description: string): Param {
  return z
    .string()
    .regex(/^(?:\d{4}-\d{2}-\d{2}|\d{2}-\d{2}-\d{4}|)$/, {
      error: 'must be a date as YYYY-MM-DD or DD-MM-YYYY',
    })
    .describe(description);
}

/** A list. */
export function listParam(item: Schema): Param {
  return z.array(zodOf(item));
}

/** A list that travels as a map: its items by whole numbers. */
export function numberedParam(item: Schema): Param {
  return z.record(z.string().regex(/^\d+$/), zodOf(item));
}

/** One of several forms. */
export function eitherParam(forms: readonly Schema[], description: string, problem: string): Param {
  return z.union(forms.map(zodOf), { error: problem }).describe(description);
}

/** Whatever a wire carries: no source knows more. */
export function anyParam(description: string): Param {
  return z.unknown().describe(description);
}

/** The parameters of a method of which all are known: others are refused by the types. */
export function closedParams(fields: Params): Param {
  return z.object(shapeOf(fields));
}

/** The parameters of a method of which no source knows all: other names are fine, and typed as such. */
export function openParams(fields: Params): Param {
  return z.looseObject(shapeOf(fields));
}

/**
 * The parameters `extra_1`, `extra_2`, … with the values of extra fields, beside named ones. Their
 * type is wide, the check is not: a computed name, `[`extra_${id}`]`, makes TypeScript hold all
 * members of the literal against it.
 *
 * @param typeName the name of its own that it has among the types; a row of a list needs it
 */
export function withExtraFields(fields: Params, typeName?: string): Param {
  const value = z.union([z.string(), z.number()], { error: 'must be text or a number' }).nullish();
  const params = z.intersection(
    z.object(shapeOf(fields)),
    z.looseRecord(z.templateLiteral(['extra_', z.int()]), value),
  );
  if (typeName !== undefined) typeNames.set(params, typeName);
  return params;
}
