import type { EgoiErrorCode } from '@egoi-client/core';
import type { Problem } from '@egoi-client/v3-api';

/** A code of API v2; that of an extra field has its number in it. */
export type V2Code = EgoiErrorCode | `EXTRA_FIELD_${number}_${'DOES_NOT_EXIST' | 'ALREADY_EXISTS'}`;

/** Ends a call with an error of the API: found here before anything was sent, or said by API v3. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  /** The code of API v2; `undefined` where none means the same. */
  readonly code: V2Code | undefined;
  /** What API v3 said; `undefined` where it was not asked. */
  readonly problem: Problem | undefined;

  constructor(code: V2Code | undefined, problem?: Problem) {
    super(code ?? problem?.title ?? 'refused');
    this.code = code;
    this.problem = problem;
  }
}

/** How an operation's problems are told in codes of API v2. */
export interface ProblemCodes {
  /** Status 404, where it does not speak of a list. */
  readonly notFound?: V2Code;
  /** Status 404, where it speaks of a list. @default LIST_NOT_FOUND */
  readonly listNotFound?: V2Code;
  /** Status 409. */
  readonly conflict?: V2Code | ((errors: Readonly<Record<string, unknown>>) => V2Code | undefined);
  /** Status 422, by the member that is wrong; `''` stands for any. */
  readonly invalid?: Readonly<Record<string, V2Code>>;
}

/** The code of API v2 for what API v3 refused; `undefined` where none means the same. */
export function codeOf(problem: Problem, codes: ProblemCodes): V2Code | undefined {
  switch (problem.status) {
    case 403:
      return 'NO_ACCESS';
    case 404:
      // A path names a list and something in it, and the status does not say which is not there.
      return /\blist\b/i.test(problem.detail) || codes.notFound === undefined
        ? (codes.listNotFound ?? 'LIST_NOT_FOUND')
        : codes.notFound;
    case 409:
      return typeof codes.conflict === 'function'
        ? codes.conflict(problem.errors ?? {})
        : codes.conflict;
    case 413:
      return 'FILE_TOO_LARGE';
    case 422:
      return codeOfMembers(namesIn(problem.errors), codes);
    case 500:
      return 'INTERNAL_ERROR';
    default:
      return undefined;
  }
}

/** The code for the first of some members that are wrong. */
export function codeOfMembers(
  members: readonly string[],
  { invalid = {} }: ProblemCodes,
): V2Code | undefined {
  for (const member of members) {
    const code = Object.hasOwn(invalid, member) ? invalid[member] : undefined;
    if (code !== undefined) return code;
  }
  return invalid[''];
}

/** Deepest member of a problem's errors that is looked at. */
const deepest = 8;

/** The names of all members that a problem speaks of: `base.email` says `base` and `email`, and nests as it likes. */
export function namesIn(errors: unknown, depth = 0): string[] {
  if (typeof errors !== 'object' || errors === null || depth > deepest) return [];
  return Object.entries(errors).flatMap(([name, member]) => [
    ...name.split(/[.[\]]+/).toReversed(),
    ...namesIn(member, depth + 1),
  ]);
}
