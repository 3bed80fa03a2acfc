import { brandClass } from '@egoi-client/core/wire';

/** What is wrong with a post that cannot be read. */
export type CallbackProblem =
  | 'method'
  | 'type'
  | 'size'
  | 'time'
  | 'gone'
  | 'used'
  | 'form'
  | 'document'
  | 'json'
  | 'content';

const statuses: Readonly<Record<CallbackProblem, number>> = {
  method: 405,
  type: 415,
  size: 413,
  time: 408,
  gone: 400,
  used: 500,
  form: 400,
  document: 400,
  json: 400,
  content: 400,
};

/**
 * A post that is no callback, or no webhook. The message says what was wrong and what to do, and holds
 * nothing of the post: no address, no field, no value.
 */
export class EgoiCallbackError extends Error {
  /** What is wrong: the request itself, its body, or what the body says. */
  readonly problem: CallbackProblem;
  /** The HTTP status to answer with: 400, 405, 408, 413 or 415; 500 where the own program is wrong. */
  readonly status: number;

  static {
    brandClass(this, 'EgoiCallbackError');
  }

  constructor(problem: CallbackProblem, message: string) {
    super(message);
    this.problem = problem;
    this.status = statuses[problem];
  }
}
