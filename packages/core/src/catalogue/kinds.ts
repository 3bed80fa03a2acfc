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
  return param({ type: 'array', problem: 'must be a list', element });
}

/** A list that travels as a map: its items by whole numbers. */
export function numberedParam(element: Schema): Param {
  return param({
    type: 'record',
    problem: 'must be a struct with whole numbers for names',
    element,
  });
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

const structProblem = 'must be a struct';

/** The parameters of a method of which all are known: others are refused by the types. */
export function closedParams(shape: Params): Param {
  return param({ type: 'object', problem: structProblem, shape });
}

/** The parameters of a method of which no source knows all: other names are fine, and typed as such. */
export function openParams(shape: Params): Param {
  return param({ type: 'object', problem: structProblem, shape, isOpen: true });
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
  return param({
    type: 'object',
    problem: structProblem,
    shape,
    numbered: extraFields,
    ...named,
  });
}

/** A field of a result: always there as it is made, or one that may be missing. */
export interface Field extends Schema {
  optional(): Field;
}

function field(schema: Partial<Schema> & Pick<Schema, 'type'>): Field {
  return {
    description: '',
    isOptional: false,
    isNullable: false,
    ...schema,
    optional: () => field({ ...schema, isOptional: true }),
  };
}

/** Text. Null and an absent value on the wire become `''`, a number what PHP writes for it: `7`, `1.0E-7`; `-0` becomes `0`. */
export function text(description: string): Field {
  return field({ type: 'string', kind: 'text', description });
}

/** A whole number that is always there, such as an id. */
export function id(description: string): Field {
  return field({ type: 'integer', kind: 'integer', description });
}

/** A whole number; `null` where the service has none. */
export function integer(description: string): Field {
  return field({ type: 'integer', kind: 'integer', isNullable: true, description });
}

/** A number with or without decimals; `null` where the service has none. */
export function decimal(description: string): Field {
  return field({ type: 'number', kind: 'decimal', isNullable: true, description });
}

/** Yes or no. `'1'`, `1`, `true` mean yes; `'0'`, `''`, `0`, `null` mean no. */
export function flag(description: string): Field {
  return field({ type: 'boolean', kind: 'flag', description });
}

/** `YYYY-MM-DD`; `null` where unset (`''`, `0000-00-00`). Stays text: the service names no time zone. */
export function date(description: string): Field {
  return field({ type: 'string', kind: 'date', isNullable: true, description });
}

/** `YYYY-MM-DD HH:MM:SS`; `null` where unset. Stays text: the service names no time zone. */
export function dateTime(description: string): Field {
  return field({ type: 'string', kind: 'dateTime', isNullable: true, description });
}

/** Whatever the wire brought: no source knows more. */
export function anything(description: string): Field {
  return field({ type: 'unknown', description });
}

/** A list, whatever its length: empty ones arrive as `''`, `"0"` or an empty struct, and short ones as a lone struct. */
export function listOf(element: Schema, description: string): Field {
  return field({ type: 'array', kind: 'list', element, description });
}

/**
 * A struct. Fields that the catalogue does not know are kept as they came.
 *
 * @param typeName the name of its own that it has among the types; one inside another needs it
 * @param numbered what the names of further fields begin with that end in a number: `EXTRA_FIELD_`
 */
export function struct(
  shape: Readonly<Record<string, Field>>,
  description: string,
  typeName?: string,
  numbered?: string,
): Field {
  return field({
    type: 'object',
    kind: 'struct',
    shape,
    isOpen: true,
    description,
    ...(typeName === undefined ? {} : { typeName }),
    ...(numbered === undefined ? {} : { numbered: { prefix: numbered } }),
  });
}

/** Structs keyed by their id. An empty one arrives as `''`, `"0"` or an empty list. */
export function mapById(element: Schema, description: string): Field {
  return field({ type: 'record', kind: 'mapById', element, description });
}
