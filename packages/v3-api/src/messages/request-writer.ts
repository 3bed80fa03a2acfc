import { type OperationName, operations } from '../operations/all-operations.ts';
import type { HttpMethod } from '../operations/operation.ts';
import { writingRequest } from '../schema/manners.ts';
import { readBySchema, type SchemaProblem } from '../schema/reading.ts';
import type { OperationInputs } from '../types/operations.ts';
import { inputSchema } from './input.ts';

/** A request as it goes to the service, but for the address of the service and the key. */
export interface WrittenRequest {
  readonly kind: 'request';
  readonly method: HttpMethod;
  /** Path and query: `/lists/9/contacts?limit=10`. */
  readonly path: string;
  /** JSON, for `Content-Type: application/json`; `undefined` where there is none. */
  readonly body: string | undefined;
}

/** A call that cannot be written, since the API would not take it. */
export interface UnwrittenRequest {
  readonly kind: 'refused';
  /** What is wrong with the input, each thing by its place in it. */
  readonly problems: readonly SchemaProblem[];
}

/**
 * Writes the request of a call. What the description does not name is refused, and nothing is added: what
 * the service takes where nothing is said is the service's to say.
 *
 * @param name the operation
 * @param input parameters of path and query by their names, and `body`
 */
export function writeRequest<Name extends OperationName>(
  name: Name,
  input: OperationInputs[Name],
): WrittenRequest | UnwrittenRequest {
  const { method, path, pathParams, queryParams } = operations[name];
  const { value, problems } = readBySchema(inputSchema(name), input, writingRequest);
  if (problems.length > 0) return { kind: 'refused', problems };
  const given = value as Readonly<Record<string, unknown>>;
  const query = Object.keys(queryParams).flatMap((param) => pairsOf(param, given[param]));
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, param: string) =>
    encodeURIComponent(pathParams[param] === undefined ? '' : String(given[param])),
  );
  return {
    kind: 'request',
    method,
    path: query.length === 0 ? filled : `${filled}?${query.join('&')}`,
    body: given['body'] === undefined ? undefined : JSON.stringify(given['body']),
  };
}

function pairsOf(name: string, value: unknown): string[] {
  if (value === undefined) return [];
  if (typeof value !== 'object' || value === null) return [pair(name, value)];
  return Object.entries(value).map(([key, item]) => pair(`${name}[${key}]`, item));
}

function pair(name: string, value: unknown): string {
  return `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`;
}
