import { integer, type Shape } from '../schema/declare.ts';
import type { Schema } from '../schema/schema.ts';

/** The methods of HTTP that the API has. */
export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * What a request does to the account: nothing, the same however often it comes, or something each time.
 * Requests of the last kind may be repeated only where they were not sent, or were answered 429.
 */
export type Effect = 'read' | 'idempotent' | 'write';

/** Where the facts of an operation are from: `described` by the maker alone, or also `seen` in programs that call it. */
export type Evidence = 'described' | 'seen';

/** How a collection is read page by page: `offset` and `limit` in the query. */
export interface Paging {
  /** Items of a page for which no limit is given. */
  readonly usualLimit: number;
  /** The most items that a page may have. */
  readonly mostItems: number;
  /** Whether `total_items` says how many there are; without it a short page is the last. */
  readonly hasTotal: boolean;
}

/** What a refusal with status 409 says. */
export interface Conflict {
  /** The reasons, by the names that they have in `errors`, with the sentences that stand there; none where the API leaves them open. */
  readonly reasons: Readonly<Record<string, string>>;
  /** Further members of `errors`. */
  readonly details: Shape;
}

/** One operation of the API. */
export interface Operation {
  readonly method: HttpMethod;
  /** Path with its parameters in braces: `/lists/{list_id}`. */
  readonly path: string;
  /** What it is for, in one sentence. */
  readonly summary: string;
  /** The parameters of the path, each of them required. */
  readonly pathParams: Shape;
  /** The parameters of the query; those of pages among them. */
  readonly queryParams: Shape;
  /** Names of the parameters of the query that must be given. */
  readonly requiredQuery: readonly string[];
  /** The JSON body; `undefined` where it has none. */
  readonly body: Schema | undefined;
  /** What it answers when it succeeds; without `value` there is no body. */
  readonly answer: { readonly status: 200 | 201 | 202 | 204; readonly value?: Schema };
  readonly effect: Effect;
  /** Whether a success means that the work waits for its turn. */
  readonly isQueued: boolean;
  /** Whether it wants the header `Apikey`. */
  readonly needsKey: boolean;
  readonly paging: Paging | undefined;
  /** What 409 says; `undefined` where it is not answered. */
  readonly conflict: Conflict | undefined;
  /** What is posted as JSON to `callback_url` at the end; `undefined` where there is no such address. */
  readonly callback: Schema | undefined;
  /** Statuses of refusals that nothing else of the description implies. */
  readonly furtherStatuses: readonly number[];
  readonly evidence: Evidence;
  /** Facts and choices worth a reader's time. */
  readonly notes: readonly string[];
}

/** What an operation is declared with. */
interface OperationFacts
  extends Pick<Operation, 'method' | 'path' | 'summary' | 'answer'>,
    Partial<Omit<Operation, 'method' | 'path' | 'summary' | 'answer' | 'conflict' | 'paging'>> {
  readonly paging?: Partial<Paging>;
  readonly conflict?: Partial<Conflict>;
}

const effects: Readonly<Record<HttpMethod, Effect>> = {
  GET: 'read',
  POST: 'write',
  PUT: 'idempotent',
  PATCH: 'idempotent',
  DELETE: 'idempotent',
};

/** Declares an operation; what is not said is what most operations have. */
export function operation(facts: OperationFacts): Operation {
  const { method, answer, paging, conflict, queryParams = {} } = facts;
  const pages = paging === undefined ? undefined : { ...usualPaging, ...paging };
  return {
    pathParams: {},
    requiredQuery: [],
    body: undefined,
    effect: effects[method],
    isQueued: answer.status === 202,
    needsKey: true,
    callback: undefined,
    furtherStatuses: [],
    evidence: 'described',
    notes: [],
    ...facts,
    queryParams: pages === undefined ? queryParams : { ...queryParams, ...pageParams(pages) },
    paging: pages,
    conflict: conflict === undefined ? undefined : { reasons: {}, details: {}, ...conflict },
  };
}

const usualPaging: Paging = { usualLimit: 10, mostItems: 1000, hasTotal: true };

function pageParams({ usualLimit, mostItems }: Paging): Shape {
  return {
    offset: integer('How many items to pass over.', { least: 0 }),
    limit: integer('Most items of the page.', { least: 1, most: mostItems, usual: usualLimit }),
  };
}

/** The statuses with which an operation can refuse or fail, in order; the description of the API declares fewer. */
export function errorStatusesOf({
  needsKey,
  body,
  queryParams,
  pathParams,
  conflict,
  furtherStatuses,
}: Operation): number[] {
  const statuses = new Set([408, 500, 503, ...furtherStatuses]);
  if (needsKey) for (const status of [401, 403, 429]) statuses.add(status);
  if (body !== undefined) for (const status of [400, 413, 422]) statuses.add(status);
  if (Object.keys(queryParams).length > 0) statuses.add(422);
  if (Object.keys(pathParams).length > 0) statuses.add(404);
  if (conflict !== undefined) statuses.add(409);
  return [...statuses].toSorted((one, other) => one - other);
}
