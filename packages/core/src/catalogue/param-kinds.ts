import type { NumberedMembers, Schema } from './schema.ts';

/** A parameter: required as it is made, or one that may be left out or null. */
export interface Param extends Schema {
  nullish(): Param;
}

/** Parameters by their names. */
export type Params = Readonly<Record<string, Param>>;

function param(schema: Partial<Schema> & Pick<Schema, 'type'>): Param {
  return {
    description: '',
    isOptional: false,
    isNullable: false,
    ...schema,
    nullish: () => param({ ...schema, isOptional: true, isNullable: true }),
  };
}

/** A number that the API writes as text: `7` and `'7'` mean the same. */
export function idParam(description: string): Param {
  return param({
    type: 'union',
    options: [param({ type: 'integer', least: 0 }), param({ type: 'string', pattern: /^\d+$/ })],
    problem: 'must be a whole number of 0 or more, as a number or as digits',
    description,
  });
}

/** Text. */
export function textParam(description: string): Param {
  return param({ type: 'string', problem: 'must be text', description });
}

/** Text, or a whole number that stands for its digits. */
export function textOrNumberParam(problem: string): Param {
  return param({
    type: 'union',
    options: [param({ type: 'string' }), param({ type: 'integer' })],
    problem,
  });
}

/** A switch: `true`, `1`, `'1'` or `false`, `0`, `'0'`. */
export function flagParam(description: string): Param {
  return param({
    type: 'union',
    options: [param({ type: 'boolean' }), param({ type: 'literal', values: [0, 1, '0', '1'] })],
    problem: "must be true, false, 0, 1, '0' or '1'",
    description,
  });
}

/** One of a few codes that may be written as a number or as its digit. */
export function codeParam(codes: readonly number[], description: string): Param {
  return param({
    type: 'literal',
    values: [...codes, ...codes.map(String)],
    problem: `must be one of ${codes.join(', ')}, as a number or as text`,
    description,
  });
}

/** One of a few words. */
export function wordParam(words: readonly string[], description: string): Param {
  return param({
    type: 'literal',
    values: words,
    problem: words.length === 1 ? `must be '${words[0]}'` : `must be one of ${words.join(', ')}`,
    description,
  });
}

/** A calendar day, `YYYY-MM-DD` or `DD-MM-YYYY`; `''` for none. */
export function dateParam(description: string): Param {
  return param({
    type: 'string',
    pattern: /^(?:\d{4}-\d{2}-\d{2}|\d{2}-\d{2}-\d{4}|)$/,
    problem: 'must be a date as YYYY-MM-DD or DD-MM-YYYY',
    description,
  });
}

/** A list. */
export function listParam(element: Schema): Param {
  return param({ type: 'array', element });
}

/** A list that travels as a map: its items by whole numbers. */
export function numberedParam(element: Schema): Param {
  return param({ type: 'record', element });
}

/** One of several forms. */
export function eitherParam(
  options: readonly Schema[],
  description: string,
  problem: string,
): Param {
  return param({ type: 'union', options, problem, description });
}

/** Whatever a wire carries: no source knows more. */
export function anyParam(description: string): Param {
  return param({ type: 'unknown', description });
}

/** The parameters of a method of which all are known: others are refused by the types. */
export function closedParams(shape: Params): Param {
  return param({ type: 'object', shape });
}

/** The parameters of a method of which no source knows all: other names are fine, and typed as such. */
export function openParams(shape: Params): Param {
  return param({ type: 'object', shape, isOpen: true });
}

const extraFields: NumberedMembers = {
  prefix: 'extra_',
  value: param({
    type: 'union',
    options: [param({ type: 'string' }), param({ type: 'number' })],
    problem: 'must be text or a number',
  }).nullish(),
};

/**
 * The parameters `extra_1`, `extra_2`, … with the values of extra fields, beside named ones. Their
 * type is wide, the check is not: a computed name, `[`extra_${id}`]`, makes TypeScript hold all
 * members of the literal against it.
 *
 * @param typeName the name of its own that it has among the types; a row of a list needs it
 */
export function withExtraFields(shape: Params, typeName?: string): Param {
  const named = typeName === undefined ? {} : { typeName };
  return param({ type: 'object', shape, numbered: extraFields, ...named });
}
