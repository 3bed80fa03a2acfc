import type { Member, Schema } from './schema.ts';

/** What is wrong with a part of a value. */
export interface SchemaProblem {
  /** Where it is: `contacts[3].base.email`; `''` is the whole. */
  readonly path: string;
  /** What is wrong: `must be text`. */
  readonly problem: string;
}

/** How a value is held against a schema. */
export interface Manner {
  /** What becomes of members that the schema does not name. */
  readonly unknownMembers: 'refused' | 'kept';
  /** Whether digits in text are numbers, and numbers where text is wanted are text. */
  readonly takesDigits: boolean;
  /** Whether `0`, `1` and the words `true` and `false` are flags, as queries have them. */
  readonly takesFlagText: boolean;
  /** Whether an empty word stands for none, as some clients send it. */
  readonly takesEmptyWords: boolean;
  /** Whether words, looks, ranges and lengths of lists are held against the schema. */
  readonly checksValues: boolean;
  /** Whether `null` stands for none. */
  readonly takesNull: boolean;
  /** Whether members that are expected must be there. */
  readonly wantsExpected: boolean;
}

/** What a client sends: as the description says, and nothing else. */
export const writingRequest: Manner = {
  unknownMembers: 'refused',
  takesDigits: false,
  takesFlagText: false,
  takesEmptyWords: false,
  checksValues: true,
  takesNull: false,
  wantsExpected: false,
};

/** What a server takes: digits as text and empty words too, since clients in use send them. */
export const readingRequest: Manner = {
  ...writingRequest,
  takesDigits: true,
  takesEmptyWords: true,
};

/** What a server takes from queries and paths, where everything is text. */
export const readingQuery: Manner = { ...readingRequest, takesFlagText: true };

/** What a client takes: whatever can be read, with members and words that no description has. */
export const readingAnswer: Manner = {
  unknownMembers: 'kept',
  takesDigits: true,
  takesFlagText: false,
  takesEmptyWords: false,
  checksValues: false,
  takesNull: true,
  wantsExpected: false,
};

/** What a server answers: all that clients may expect, and nothing else. */
export const writingAnswer: Manner = { ...writingRequest, wantsExpected: true };

/** How many problems are told of one value: a list of thousands may be wrong in each item. */
const mostProblems = 50;

type Struct = Readonly<Record<string, unknown>>;

/** A value as it was read; `problems` are none where it can be used. */
export interface Reading {
  readonly value: unknown;
  readonly problems: readonly SchemaProblem[];
}

/** Holds a value against a schema, and makes of it what the schema means. The value is left as it is. */
export function readBySchema(schema: Schema, value: unknown, manner: Manner, path = ''): Reading {
  const problems: SchemaProblem[] = [];
  return { value: read(schema, value, { manner, problems }, path), problems };
}

interface Context {
  readonly manner: Manner;
  readonly problems: SchemaProblem[];
}

function read(schema: Schema, value: unknown, context: Context, path: string): unknown {
  switch (schema.type) {
    case 'text':
      return readText(schema, value, context, path);
    case 'integer':
      return readInteger(schema, value, context, path);
    case 'flag':
      return readFlag(schema, value, context, path);
    case 'word': {
      const taken = textIn(value, context.manner);
      const isKnown = !context.manner.checksValues || schema.words?.includes(taken ?? '');
      return taken !== undefined && isKnown ? taken : refuse(schema, context, path);
    }
    case 'list':
      return readList(schema, value, context, path);
    case 'map':
      return readMap(schema, value, context, path);
    case 'struct':
      return readStruct(schema, value, context, path);
    case 'either':
      return readEither(schema, value, context, path);
    default:
      return value;
  }
}

function refuse({ problem }: Schema, { problems }: Context, path: string): undefined {
  if (problems.length < mostProblems) problems.push({ path, problem });
  return undefined;
}

function textIn(value: unknown, { takesDigits }: Manner): string | undefined {
  if (typeof value === 'string') return value;
  return takesDigits && typeof value === 'number' ? String(value) : undefined;
}

function readText(schema: Schema, value: unknown, context: Context, path: string): unknown {
  const { checksValues } = context.manner;
  const taken = textIn(value, context.manner);
  if (checksValues && taken !== undefined && !taken.isWellFormed()) {
    return refuse({ ...schema, problem: 'must not have half of a surrogate pair' }, context, path);
  }
  const isFine =
    taken !== undefined &&
    (!checksValues || schema.pattern === undefined || schema.pattern.test(taken));
  return isFine ? taken : refuse(schema, context, path);
}

function readInteger(schema: Schema, value: unknown, context: Context, path: string): unknown {
  const { takesDigits, checksValues } = context.manner;
  const taken =
    takesDigits && typeof value === 'string' && /^-?\d{1,16}$/.test(value) ? Number(value) : value;
  if (!Number.isSafeInteger(taken)) return refuse(schema, context, path);
  const { least = -Infinity, most = Infinity } = schema;
  const isInRange = (taken as number) >= least && (taken as number) <= most;
  return isInRange || !checksValues ? taken : refuse(schema, context, path);
}

const flagTexts = new Map<unknown, boolean>([
  ['1', true],
  ['true', true],
  ['0', false],
  ['false', false],
]);

function readFlag(schema: Schema, value: unknown, context: Context, path: string): unknown {
  const taken = context.manner.takesFlagText ? (flagTexts.get(value) ?? value) : value;
  return typeof taken === 'boolean' ? taken : refuse(schema, context, path);
}

function readList(schema: Schema, value: unknown, context: Context, path: string): unknown {
  const { element, leastItems = 0, isUnique = false } = schema;
  if (!Array.isArray(value)) return refuse(schema, context, path);
  const before = context.problems.length;
  const items = value.map((item: unknown, index) =>
    element === undefined ? item : read(element, item, context, `${path}[${index}]`),
  );
  if (!context.manner.checksValues || context.problems.length > before) return items;
  const isFine = items.length >= leastItems && (!isUnique || new Set(items).size === items.length);
  return isFine ? items : refuse(schema, context, path);
}

function readMap(schema: Schema, value: unknown, context: Context, path: string): unknown {
  const { element } = schema;
  if (!isStruct(value) || element === undefined) return refuse(schema, context, path);
  const isNamed = Object.keys(value).every((name) => /^[\w-]+$/.test(name));
  if (context.manner.checksValues && !isNamed) return refuse(schema, context, path);
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      read(element, item, context, memberPath(path, name)),
    ]),
  );
}

function readStruct(schema: Schema, value: unknown, context: Context, path: string): unknown {
  const { members = {}, setByService = [], bareList } = schema;
  const { manner } = context;
  const isBare = bareList !== undefined && manner.takesDigits && Array.isArray(value);
  const given = isBare ? { [bareList]: value } : value;
  if (!isStruct(given)) return refuse(schema, context, path);
  const taken: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(members)) {
    const at = memberPath(path, name);
    const item = isAbsent(member, given[name], manner)
      ? readAbsence(member, given[name], context, at)
      : read(member.schema, given[name], context, at);
    if (item !== undefined) taken[name] = item;
  }
  for (const name of Object.keys(given)) {
    if (Object.hasOwn(members, name) || given[name] === undefined) continue;
    if (manner.unknownMembers === 'kept') taken[name] = given[name];
    else if (!setByService.includes(name)) {
      refuse(
        { ...schema, problem: 'is no member that is known here' },
        context,
        memberPath(path, name),
      );
    }
  }
  return taken;
}

function isAbsent({ schema }: Member, value: unknown, manner: Manner): boolean {
  if (value === undefined) return true;
  if (value === null) return manner.takesNull || schema.isNullable === true;
  return value === '' && schema.type === 'word' && manner.takesEmptyWords;
}

function readAbsence(
  { presence, schema }: Member,
  value: unknown,
  context: Context,
  path: string,
): unknown {
  if (value === null && schema.isNullable === true) return null;
  const isMissed =
    presence === 'required' || (presence === 'expected' && context.manner.wantsExpected);
  return isMissed ? refuse({ ...schema, problem: 'is required' }, context, path) : undefined;
}

/** The first form that takes the value; of those that do not, the closest says why. */
function readEither(schema: Schema, value: unknown, context: Context, path: string): unknown {
  let closest: readonly SchemaProblem[] = [];
  let leastDistance = Infinity;
  for (const form of schema.forms ?? []) {
    const problems: SchemaProblem[] = [];
    const taken = read(form, value, { manner: context.manner, problems }, path);
    if (problems.length === 0) return taken;
    const distance = distanceOf(problems, path);
    if (distance >= leastDistance) continue;
    leastDistance = distance;
    closest = problems;
  }
  if (leastDistance === Infinity) return refuse(schema, context, path);
  for (const problem of closest) {
    if (context.problems.length < mostProblems) context.problems.push(problem);
  }
  return undefined;
}

/** How far a value is from a form: its own members say more than what is inside them; `Infinity` where it is another kind of value. */
function distanceOf(problems: readonly SchemaProblem[], path: string): number {
  let distance = 0;
  for (const problem of problems) {
    if (problem.path === path) return Infinity;
    const isOwn = !/[.[]/.test(problem.path.slice(path === '' ? 0 : path.length + 1));
    distance += isOwn ? mostProblems + 1 : 1;
  }
  return distance;
}

/** A name may come from anybody, and be as long as a body may be. */
function memberPath(path: string, name: string): string {
  const short = name.length > 80 ? `${name.slice(0, 80)}…` : name;
  return path === '' ? short : `${path}.${short}`;
}

function isStruct(value: unknown): value is Struct {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
