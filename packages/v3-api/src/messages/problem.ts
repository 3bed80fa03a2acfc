import type { SchemaProblem } from '../schema/reading.ts';

/** The titles of refusals and failures by their statuses, as the API words them. */
export const problemTitles = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  409: 'Conflict',
  413: 'Request Entity Too Large',
  422: 'Unprocessable Entity',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
} as const satisfies Readonly<Record<number, string>>;

/** A status with which a request is refused or fails. */
export type ProblemStatus = keyof typeof problemTitles;

/** Members of a problem's `errors`. */
export type ProblemErrors = Readonly<Record<string, unknown>>;

/** A refusal or a failure, in the manner of RFC 9457. */
export interface Problem {
  /** Always the address of the same page of a standard. */
  readonly type: string;
  /** What kind of problem it is, in fixed words: `Conflict`. */
  readonly title: string;
  /** Status of the answer. */
  readonly status: number;
  /** What was wrong, in a sentence. */
  readonly detail: string;
  /** What was wrong, by names: of reasons with status 409, of members with status 422. */
  readonly errors?: ProblemErrors;
}

const problemType = 'http://www.w3.org/Protocols/rfc2616/rfc2616-sec10.html';

/** Makes a problem. @param errors what was wrong by names; none where there is nothing to name */
export function problem(status: ProblemStatus, detail: string, errors?: ProblemErrors): Problem {
  const words = { type: problemType, title: problemTitles[status], status, detail };
  return errors === undefined ? words : { ...words, errors };
}

/** Makes the problem of values that are not as they must be, each named by its place. */
export function problemOfValues(problems: readonly SchemaProblem[]): Problem {
  const [first] = problems;
  const detail = first === undefined ? 'A value is not taken' : sentenceOf(first);
  const errors = new Map<string, string[]>();
  for (const { path, problem: words } of problems) {
    const name = path === '' ? 'body' : path;
    errors.set(name, [...(errors.get(name) ?? []), words]);
  }
  return problem(422, detail, Object.fromEntries(errors));
}

function sentenceOf({ path, problem: words }: SchemaProblem): string {
  return `${path === '' ? 'The body' : path} ${words}`;
}

/** The problem in an answer's body; `undefined` where it is none. What it does not say is told by the status. */
export function problemIn(body: unknown, status: number): Problem | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const members = body as Readonly<Record<string, unknown>>;
  const isProblem = ['title', 'detail', 'errors', 'validation_messages'].some(
    (name) => members[name] !== undefined,
  );
  if (!isProblem) return undefined;
  const errors = { ...asErrors(members['validation_messages']), ...asErrors(members['errors']) };
  const titles: Readonly<Record<number, string>> = problemTitles;
  return {
    type: asText(members['type']) ?? problemType,
    title: asText(members['title']) ?? titles[status] ?? '',
    status,
    detail: asText(members['detail']) ?? '',
    ...(Object.keys(errors).length === 0 ? {} : { errors }),
  };
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function asErrors(value: unknown): ProblemErrors {
  if (typeof value !== 'object' || value === null) return {};
  return { ...value };
}
