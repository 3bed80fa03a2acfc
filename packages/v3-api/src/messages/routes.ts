import { type OperationName, operationNames, operations } from '../operations/all-operations.ts';
import type { HttpMethod } from '../operations/operation.ts';

/** The operation that a method and a path mean, or why they mean none. */
export type Route =
  | {
      readonly kind: 'operation';
      readonly name: OperationName;
      /** Parameters of the path, decoded. */
      readonly pathParams: Readonly<Record<string, string>>;
    }
  /** The path is one of the API's, but takes other methods. */
  | { readonly kind: 'wrong method'; readonly allowed: readonly HttpMethod[] }
  | { readonly kind: 'nowhere' };

/** The operations of one path. */
interface RoutedPath {
  readonly segments: readonly string[];
  readonly byMethod: ReadonlyMap<string, OperationName>;
}

/** By the number of segments; those with words where others have parameters come first. */
const routes = routesByLength();

function routesByLength(): Map<number, RoutedPath[]> {
  const byPath = new Map<string, Map<string, OperationName>>();
  for (const name of operationNames) {
    const { method, path } = operations[name];
    const byMethod = byPath.get(path) ?? new Map<string, OperationName>();
    byPath.set(path, byMethod.set(method, name));
  }
  const byLength = new Map<number, RoutedPath[]>();
  for (const [path, byMethod] of byPath) {
    const segments = path.split('/').slice(1);
    byLength.set(segments.length, [
      ...(byLength.get(segments.length) ?? []),
      { segments, byMethod },
    ]);
  }
  const rank = ({ segments }: RoutedPath) =>
    segments.map((segment) => (isParam(segment) ? '1' : '0')).join('');
  for (const paths of byLength.values()) {
    paths.sort((one, other) => (rank(one) < rank(other) ? -1 : 1));
  }
  return byLength;
}

/** Finds the operation of a request. @param path without the query, and without what stands before `/lists` and the like */
export function findRoute(method: string, path: string): Route {
  const segments = path.split('/').slice(1);
  const allowed = new Set<HttpMethod>();
  for (const route of routes.get(segments.length) ?? []) {
    const pathParams = matched(route.segments, segments);
    if (pathParams === undefined) continue;
    const name = route.byMethod.get(method);
    if (name !== undefined) return { kind: 'operation', name, pathParams };
    for (const known of route.byMethod.keys()) allowed.add(known as HttpMethod);
  }
  return allowed.size === 0
    ? { kind: 'nowhere' }
    : { kind: 'wrong method', allowed: [...allowed].toSorted() };
}

function matched(
  route: readonly string[],
  segments: readonly string[],
): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  for (const [index, pattern] of route.entries()) {
    const segment = segments[index] ?? '';
    if (isParam(pattern)) {
      const value = decoded(segment);
      if (value === undefined || value === '') return undefined;
      params[pattern.slice(1, -1)] = value;
    } else if (segment !== pattern) return undefined;
  }
  return params;
}

function isParam(segment: string): boolean {
  return segment.startsWith('{');
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
