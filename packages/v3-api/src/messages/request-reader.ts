import { type OperationName, operations } from '../operations/all-operations.ts';
import type { Operation } from '../operations/operation.ts';
import type { Shape } from '../schema/declare.ts';
import { readingQuery, readingRequest } from '../schema/manners.ts';
import { readBySchema, type SchemaProblem } from '../schema/reading.ts';
import type { OperationInputs } from '../types/operations.ts';
import { type JsonLimits, readJson } from './json.ts';
import { type Problem, problem, problemOfValues } from './problem.ts';
import { findRoute } from './routes.ts';

/** A request as it comes to a server. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path and query, without what stands before `/lists` and the like. */
  readonly path: string;
  /** The body as text; `''` where there is none. */
  readonly body: string;
}

/** A call: an operation with its input. One case for each operation, so that `name` tells the input. */
export type ReadCall = {
  [Name in OperationName]: {
    readonly kind: 'call';
    readonly name: Name;
    readonly input: OperationInputs[Name];
  };
}[OperationName];

/** What a request says: a call, or the problem to answer with. */
export type ReadRequest = ReadCall | { readonly kind: 'problem'; readonly problem: Problem };

/**
 * Reads a request. Digits are taken as text and numbers alike, `0` and `1` as flags in the query, empty
 * text for phones, days and words; names that the query should not have are passed over, members that
 * the body should not have are refused.
 */
export function readRequest(request: ReceivedRequest, limits?: JsonLimits): ReadRequest {
  const mark = request.path.indexOf('?');
  const path = mark < 0 ? request.path : request.path.slice(0, mark);
  const route = findRoute(request.method, path);
  if (route.kind === 'nowhere') return refused(problem(404, 'No operation has this path'));
  if (route.kind === 'wrong method') {
    return refused(problem(405, `The path takes ${route.allowed.join(', ')} alone`));
  }
  const operation = operations[route.name];
  const params = readParams(operation.pathParams, route.pathParams);
  if (params.problems.length > 0) return refused(problem(404, 'Nothing has an id of this form'));
  const queryText = mark < 0 ? '' : request.path.slice(mark + 1);
  if (!isUtf8(queryText)) return refused(problem(400, 'The query is not in UTF-8'));
  const query = readQuery(operation, queryText);
  const body = readBody(operation, request.body, limits);
  if (body.kind === 'problem') return body;
  const problems = [...query.problems, ...body.problems];
  if (problems.length > 0) return refused(problemOfValues(problems));
  const input = { ...params.value, ...query.value, ...body.value };
  return { kind: 'call', name: route.name, input } as ReadCall;
}

interface Part {
  readonly value: Readonly<Record<string, unknown>>;
  readonly problems: readonly SchemaProblem[];
}

function refused(words: Problem) {
  return { kind: 'problem', problem: words } as const;
}

function readParams(shape: Shape, given: Readonly<Record<string, string>>): Part {
  const value: Record<string, unknown> = {};
  const problems: SchemaProblem[] = [];
  for (const [name, schema] of Object.entries(shape)) {
    const read = readBySchema(schema, given[name], readingQuery, name);
    value[name] = read.value;
    problems.push(...read.problems);
  }
  return { value, problems };
}

/** Whether what is percent-encoded is UTF-8: anything else would become other letters in silence. */
function isUtf8(query: string): boolean {
  try {
    for (const [encoded] of query.matchAll(/(?:%[\da-f]{2})+/gi)) decodeURIComponent(encoded);
    return true;
  } catch {
    return false;
  }
}

/** The last of several values of a name is taken, as PHP does. */
function readQuery({ queryParams, requiredQuery }: Operation, text: string): Part {
  const given = new Map<string, string>();
  const maps = new Map<string, Map<string, string>>();
  for (const [name, item] of new URLSearchParams(text)) {
    const [, map, key] = /^(\w+)\[([^\]]*)\]$/.exec(name) ?? [];
    if (map !== undefined && key !== undefined && queryParams[map]?.type === 'map') {
      maps.set(map, (maps.get(map) ?? new Map<string, string>()).set(key, item));
    } else given.set(name, item);
  }
  const value: Record<string, unknown> = {};
  const problems: SchemaProblem[] = [];
  for (const [name, schema] of Object.entries(queryParams)) {
    const map = maps.get(name);
    const item = map === undefined ? given.get(name) : Object.fromEntries(map);
    const isNone = item === undefined || (item === '' && schema.type !== 'text');
    if (isNone) {
      if (requiredQuery.includes(name)) problems.push({ path: name, problem: 'is required' });
      continue;
    }
    const read = readBySchema(schema, item, readingQuery, name);
    value[name] = read.value;
    problems.push(...read.problems);
  }
  return { value, problems };
}

type BodyPart = (Part & { readonly kind: 'body' }) | ReturnType<typeof refused>;

function readBody({ body }: Operation, text: string, limits: JsonLimits | undefined): BodyPart {
  if (body === undefined) return { kind: 'body', value: {}, problems: [] };
  // Nothing at all is an empty object, so that each member that is missing is named.
  const json = text.trim() === '' ? emptyBody : readJson(text, limits);
  if (json.kind === 'too large') return refused(problem(413, 'The body is too large'));
  if (json.kind === 'refused') return refused(problem(400, `The body ${json.problem}`));
  const { value, problems } = readBySchema(body, json.value, readingRequest);
  return { kind: 'body', value: { body: value }, problems };
}

const emptyBody = { kind: 'value', value: {} } as const;
