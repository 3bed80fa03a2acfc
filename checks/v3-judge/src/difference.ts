import { isDeepStrictEqual } from 'node:util';
import type { Answer } from './served/run-calls.ts';

type Compared = Pick<Answer, 'status' | 'body'>;

/** In what an answer differs from the one that was expected: in nothing, or in a line. */
export function differenceOf(expected: Compared, actual: Compared): string[] {
  if (actual.status !== expected.status) {
    return [`status ${actual.status} in place of ${expected.status}: ${shown(actual.body)}`];
  }
  if (isDeepStrictEqual(actual.body, expected.body)) return [];
  return [`body ${shown(actual.body)} in place of ${shown(expected.body)}`];
}

function shown(body: unknown): string {
  return JSON.stringify(body)?.slice(0, 300) ?? 'nothing';
}
