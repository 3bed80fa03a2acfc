import { isDeepStrictEqual } from 'node:util';
import type { Answer } from './served/run-calls.ts';

type Compared = Pick<Answer, 'status' | 'body'>;

/** In what an answer differs from the one that was expected: in nothing, or in a line. */
export function differenceOf(expected: Compared, actual: Compared): string[] {
  if (actual.status !== expected.status) {
    return [`status ${actual.status} in place of ${expected.status}: ${shown(actual.body)}`];
  }
  if (isDeepStrictEqual(comparable(actual.body), comparable(expected.body))) return [];
  return [`body ${shown(actual.body)} in place of ${shown(expected.body)}`];
}

/** A file is at the address of its own server, under a name that nobody can guess. */
function comparable(body: unknown): unknown {
  if (body === undefined) return undefined;
  const file = /http:\/\/127\.0\.0\.1:\d+\/v3-files\/(\w+)-[\da-f]{32}\./g;
  return JSON.parse(JSON.stringify(body).replaceAll(file, 'http://127.0.0.1/v3-files/$1.'));
}

function shown(body: unknown): string {
  return JSON.stringify(body)?.slice(0, 300) ?? 'nothing';
}
