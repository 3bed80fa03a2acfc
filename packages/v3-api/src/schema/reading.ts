import type { Manner } from './manners.ts';
import type { Member, Schema } from './schema.ts';

/** What is wrong with a part of a value. */
export interface SchemaProblem {
  /** Where it is: `contacts[3].base.email`; `''` is the whole. */
  readonly path: string;
  /** What is wrong: `must be text`. */
  readonly problem: string;
}

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
  const quick = { manner, problems, hasPaths: false, mostProblems: 1 };
  const taken = read(schema, value, quick, path);
  if (problems.length === 0) return { value: taken, problems };
  problems.length = 0;
  const thorough = { manner, problems, hasPaths: true, mostProblems };
  return { value: read(schema, value, thorough, path), problems };
}

interface Context {
  readonly manner: Manner;
  /** Whether places are told. Most values are right, and an import has a million places. */
  readonly hasPaths: boolean;
  readonly problems: SchemaProblem[];
  /** After so many the rest is not looked at. */
  readonly mostProblems: number;
}

function isHopeless(context: Context): boolean {
  return context.problems.length >= context.mostProblems;
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
    default:
      return readEither(schema, value, context, path);
  }
}

function refuse({ problem }: Schema, context: Context, path: string): undefined {
  if (!isHopeless(context)) context.problems.push({ path, problem });
  return undefined;
}

function textIn(value: unknown, { takesDigits, checksValues }: Manner): string | undefined {
  if (typeof value === 'string') return value;
  if (!takesDigits || typeof value !== 'number') return undefined;
  return isAsWritten(value) || !checksValues ? String(value) : undefined;
}

/** Whether a number still has all of its digits: of `12345678901234567890` JSON leaves others. */
function isAsWritten(value: number): boolean {
  return Number.isSafeInteger(value) || (Number.isFinite(value) && !Number.isInteger(value));
}

/** The wires of API v2 are XML, which cannot say them; and the account's store ends a text at the first of them. */
// oxlint-disable-next-line no-control-regex -- these are the characters
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

function readText(schema: Schema, value: unknown, context: Context, path: string): unknown {
  const { checksValues, takesControls } = context.manner;
  const taken = textIn(value, context.manner);
  if (checksValues && taken !== undefined && !taken.isWellFormed()) {
    return refuse({ ...schema, problem: 'must not have half of a surrogate pair' }, context, path);
  }
  if (!takesControls && taken !== undefined && controls.test(taken)) {
    return refuse({ ...schema, problem: 'must not have control characters' }, context, path);
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
  const items: unknown[] = [];
  for (const [index, item] of value.entries()) {
    if (isHopeless(context)) return items;
    const at = itemPath(path, index, context);
    items.push(element === undefined ? item : read(element, item, context, at));
  }
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
      read(element, item, context, memberPath(path, name, context)),
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
  for (const name of Object.keys(given)) {
    if (isHopeless(context)) return taken;
    const item = given[name];
    if (item === undefined) continue;
    const member = Object.hasOwn(members, name) ? members[name] : undefined;
    if (member !== undefined) {
      const at = memberPath(path, name, context);
      const made = isAbsent(member, item, manner)
        ? readAbsence(member, item, context, at)
        : read(member.schema, item, context, at);
      if (made !== undefined) taken[name] = made;
    } else if (manner.unknownMembers === 'kept') taken[name] = item;
    else if (!setByService.includes(name)) {
      const problem = 'is no member that is known here';
      refuse({ ...schema, problem }, context, memberPath(path, name, context));
    }
  }
  for (const [name, member] of awaitedIn(schema)) {
    if (given[name] !== undefined) continue;
    readAbsence(member, undefined, context, memberPath(path, name, context));
  }
  return taken;
}

/** The members of each struct that may not be left out everywhere. */
const awaited = new WeakMap<Schema, readonly (readonly [string, Member])[]>();

function awaitedIn(schema: Schema): readonly (readonly [string, Member])[] {
  const known = awaited.get(schema);
  if (known !== undefined) return known;
  const members = Object.entries(schema.members ?? {});
  const made = members.filter(([, { presence }]) => presence !== 'optional');
  awaited.set(schema, made);
  return made;
}

function isAbsent({ schema }: Member, value: unknown, manner: Manner): boolean {
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
    const taken = read(form, value, { ...context, problems }, path);
    if (problems.length === 0) return taken;
    const distance = distanceOf(problems, path);
    if (distance >= leastDistance) continue;
    leastDistance = distance;
    closest = problems;
  }
  if (leastDistance === Infinity) return refuse(schema, context, path);
  for (const problem of closest) {
    if (!isHopeless(context)) context.problems.push(problem);
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
function memberPath(path: string, name: string, { hasPaths }: Context): string {
  if (!hasPaths) return '';
  // Half of a pair, given or left by the cut, is JSON that not every reader takes.
  const short = (name.length > 80 ? `${name.slice(0, 80)}…` : name).toWellFormed();
  return path === '' ? short : `${path}.${short}`;
}

function itemPath(path: string, index: number, { hasPaths }: Context): string {
  return hasPaths ? `${path}[${index}]` : '';
}

function isStruct(value: unknown): value is Struct {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
