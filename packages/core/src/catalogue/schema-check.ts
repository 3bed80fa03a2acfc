import type { Schema } from './schema.ts';

/** Tells whether a value passes a schema, without saying what is wrong. */
export type Check = (value: unknown) => boolean;

/** What is wrong with a part of a value. */
export interface SchemaProblem {
  readonly path: readonly (string | number)[];
  readonly problem: string;
}

type Struct = Readonly<Record<string, unknown>>;

const compiled = new WeakMap<Schema, Check>();

/** Makes the check of a schema, once for each: an import holds one against thousands of contacts. */
export function checkOf(schema: Schema): Check {
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  const check = withAbsence(schema, compile(schema));
  compiled.set(schema, check);
  return check;
}

function withAbsence({ isOptional, isNullable }: Schema, check: Check): Check {
  if (!isOptional && !isNullable) return check;
  return (value) =>
    (isOptional && value === undefined) || (isNullable && value === null) || check(value);
}

function compile(schema: Schema): Check {
  const { least, pattern, element } = schema;
  switch (schema.type) {
    case 'string':
      return pattern === undefined
        ? (value) => typeof value === 'string'
        : (value) => typeof value === 'string' && pattern.test(value);
    case 'integer':
      return (value) =>
        Number.isSafeInteger(value) && (least === undefined || (value as number) >= least);
    case 'number':
      return (value) => Number.isFinite(value);
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'literal': {
      const values: ReadonlySet<unknown> = new Set(schema.values);
      return (value) => values.has(value);
    }
    case 'union': {
      const options = (schema.options ?? []).map(checkOf);
      return (value) => options.some((option) => option(value));
    }
    case 'array': {
      const item = element === undefined ? isAnything : checkOf(element);
      return (value) => Array.isArray(value) && value.every(item);
    }
    case 'record': {
      const item = element === undefined ? isAnything : checkOf(element);
      return (value) =>
        isStruct(value) && Object.keys(value).every((name) => isWhole(name) && item(value[name]));
    }
    case 'object':
      return compileStruct(schema);
    default:
      return isAnything;
  }
}

function compileStruct({ shape = {}, numbered }: Schema): Check {
  const members = Object.entries(shape).map(([name, member]) => [name, checkOf(member)] as const);
  const extra = numbered?.value === undefined ? undefined : checkOf(numbered.value);
  return (value) => {
    if (!isStruct(value)) return false;
    for (const [name, check] of members) if (!check(value[name])) return false;
    if (numbered === undefined || extra === undefined) return true;
    for (const name of Object.keys(value)) {
      if (isNumbered(name, numbered.prefix) && !extra(value[name])) return false;
    }
    return true;
  };
}

/** All that is wrong with a value, each thing with its place in it; none where `checkOf` says yes. */
export function problemsIn(
  schema: Schema,
  value: unknown,
  path: SchemaProblem['path'] = [],
): SchemaProblem[] {
  if (checkOf(schema)(value)) return [];
  if (value === undefined && path.length > 0) return [{ path, problem: 'is required' }];
  const inner = innerProblems(schema, value, path);
  return inner.length > 0 ? inner : [{ path, problem: schema.problem ?? 'is not taken here' }];
}

function innerProblems(
  schema: Schema,
  value: unknown,
  path: SchemaProblem['path'],
): SchemaProblem[] {
  const { type, element, options = [] } = schema;
  if (type === 'union') return closestProblems(options, value, path);
  if (type === 'object' && isStruct(value)) return memberProblems(schema, value, path);
  if (type === 'array' && Array.isArray(value) && element !== undefined) {
    return value.flatMap((item, index) => problemsIn(element, item, [...path, index]));
  }
  if (type === 'record' && isStruct(value) && element !== undefined) {
    return Object.entries(value).flatMap(([name, item]) =>
      isWhole(name)
        ? problemsIn(element, item, [...path, name])
        : [{ path: [...path, name], problem: 'must have a whole number for its name' }],
    );
  }
  return [];
}

/** A union's own sentence says what is wanted; where one of its forms got further, that form says it better. */
function closestProblems(
  options: readonly Schema[],
  value: unknown,
  path: SchemaProblem['path'],
): SchemaProblem[] {
  const deeper = options
    .map((option) => problemsIn(option, value, path))
    .filter((problems) => problems.some((problem) => problem.path.length > path.length));
  return deeper.toSorted((one, other) => one.length - other.length)[0] ?? [];
}

function memberProblems(
  { shape = {}, numbered }: Schema,
  value: Struct,
  path: SchemaProblem['path'],
): SchemaProblem[] {
  const problems = Object.entries(shape).flatMap(([name, member]) =>
    problemsIn(member, value[name], [...path, name]),
  );
  const extra = numbered?.value;
  if (numbered === undefined || extra === undefined) return problems;
  for (const name of Object.keys(value)) {
    if (isNumbered(name, numbered.prefix)) {
      problems.push(...problemsIn(extra, value[name], [...path, name]));
    }
  }
  return problems;
}

function isAnything(): boolean {
  return true;
}

function isStruct(value: unknown): value is Struct {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWhole(name: string): boolean {
  return /^\d+$/.test(name);
}

function isNumbered(name: string, prefix: string): boolean {
  return name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length));
}
