import type { AccountWork } from '../../account/work/account-work.ts';

/** One request, as a handler sees it: read and checked by the description of its operation. */
export interface HandlerCall<Path = unknown, Query = unknown, Body = unknown> extends AccountWork {
  readonly path: Path;
  readonly query: Query;
  readonly body: Body;
  /** Where files that the account makes are found, without a slash at its end. */
  readonly filesUrl: string;
  /** Login of the account's user. */
  readonly username: string;
}

/** What a handler answers: a status of its operation, and a value unless that has no body. */
export interface HandlerAnswer {
  readonly status: 200 | 201 | 202 | 204;
  readonly value?: unknown;
}

/** Work that waits for its turn. */
export const accepted: HandlerAnswer = { status: 202, value: { result: 'success' } };

/** Nothing more to say. */
export const done: HandlerAnswer = { status: 204 };

export function ok(value: unknown): HandlerAnswer {
  return { status: 200, value };
}

export function created(value: unknown): HandlerAnswer {
  return { status: 201, value };
}
