import { translations } from '@egoi-client/transport-v3';
import type { AnsweredCall } from './run-v3-case.ts';

/** What a method costs over API v3, in HTTP requests of a call. */
export interface V3Cost {
  readonly method: string;
  /** Of a call in its plainest form, as its method declares. */
  readonly declared: number;
  /** The same, counted at the server; `undefined` where no call was answered. */
  readonly counted: number | undefined;
  /** The most that a call took. */
  readonly most: number | undefined;
  /** What takes more, in words. */
  readonly further: string;
}

/**
 * What each method that API v3 answers costs. The plainest form of a call is the one with the fewest
 * parameters, and of several the cheapest.
 *
 * @param answered the calls of a method that were answered
 */
export function costsOf(answered: (method: string) => readonly AnsweredCall[]): V3Cost[] {
  return translations().flatMap(({ method, translation }) => {
    if (translation.verdict === 'refused') return [];
    const { requests: declared, further = '' } = translation.cost;
    const calls = answered(method);
    const [plainest] = calls.toSorted(
      (one, other) => one.parameters - other.parameters || one.requests - other.requests,
    );
    const most =
      calls.length === 0 ? undefined : Math.max(...calls.map(({ requests }) => requests));
    return [{ method, declared, counted: plainest?.requests, most, further }];
  });
}
