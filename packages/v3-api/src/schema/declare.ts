import type { Member, Presence, Schema } from './schema.ts';

/** Schemas by the names of their members. */
export type Shape = Readonly<Record<string, Schema>>;

/** Text. */
export function text(description: string): Schema {
  return { type: 'text', description, problem: 'must be text' };
}

/** Text of a certain look. @param problem what is said of any other: `must be a day as YYYY-MM-DD` */
export function textLike(pattern: RegExp, problem: string, description: string): Schema {
  return { type: 'text', description, problem, pattern };
}

/** A whole number. @param range its least and most, and what the service takes where nothing is said */
export function integer(
  description: string,
  range: Pick<Schema, 'least' | 'most' | 'usual'> = {},
): Schema {
  return { type: 'integer', description, problem: integerProblem(range), ...range };
}

function integerProblem({ least, most }: Pick<Schema, 'least' | 'most'>): string {
  if (least === undefined) return 'must be a whole number';
  return most === undefined
    ? `must be a whole number of ${least} or more`
    : `must be a whole number from ${least} to ${most}`;
}

/** A number that the service gave something, from 1. */
export function id(description: string): Schema {
  return integer(description, { least: 1 });
}

/** A count; what is counted is the description. */
export function count(description: string): Schema {
  return integer(description, { least: 0 });
}

/** Yes or no. @param usual what the service takes where nothing is said */
export function flag(description: string, usual?: boolean): Schema {
  return {
    type: 'flag',
    description,
    problem: 'must be true or false',
    ...(usual === undefined ? {} : { usual }),
  };
}

/** One of a few words. @param usual the one that the service takes where nothing is said */
export function word(words: readonly string[], description: string, usual?: string): Schema {
  return {
    type: 'word',
    description,
    words,
    problem: words.length === 1 ? `must be ${words[0]}` : `must be one of ${words.join(', ')}`,
    ...(usual === undefined ? {} : { usual }),
  };
}

/** A list. @param rules how many items it must have where it is written, and whether one may come twice */
export function listOf(
  element: Schema,
  description: string,
  rules: Pick<Schema, 'leastItems' | 'isUnique'> = {},
): Schema {
  const { leastItems = 0, isUnique } = rules;
  const few = leastItems > 0 ? ` of ${leastItems} or more` : '';
  const problem = `must be a list${few}${isUnique === true ? ' in which nothing comes twice' : ''}`;
  return { type: 'list', description, element, problem, ...rules };
}

/** Values by names that only the account knows. */
export function mapOf(element: Schema, description: string): Schema {
  return {
    type: 'map',
    description,
    element,
    problem: 'must be a JSON object whose names are letters, digits, _ and -',
  };
}

/** The members of a struct by their presence. */
interface Members extends Pick<Schema, 'setByService' | 'bareList'> {
  readonly required?: Shape;
  readonly expected?: Shape;
  readonly optional?: Shape;
}

/** A JSON object. @param typeName the name that it has among the types */
export function struct(
  typeName: string,
  description: string,
  { required = {}, expected = {}, optional = {}, ...rest }: Members,
): Schema {
  const members = {
    ...withPresence(required, 'required'),
    ...withPresence(expected, 'expected'),
    ...withPresence(optional, 'optional'),
  };
  return {
    type: 'struct',
    description,
    typeName,
    members,
    problem: 'must be a JSON object',
    ...rest,
  };
}

function withPresence(shape: Shape, presence: Presence): Record<string, Member> {
  return Object.fromEntries(
    Object.entries(shape).map(([name, schema]) => [name, { presence, schema }]),
  );
}

/** One of several forms, tried in this order. @param problem what is said of a value that is none of them */
export function eitherOf(forms: readonly Schema[], description: string, problem: string): Schema {
  return { type: 'either', description, forms, problem };
}

/** The same, or `null` in an answer. */
export function orNull(schema: Schema): Schema {
  return { ...schema, isNullable: true };
}
