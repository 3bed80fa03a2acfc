import { STATUS_CODES } from 'node:http';
import { EgoiConfigError } from '@egoi-client/core';
import { option, resolveOptions, type Wait } from '@egoi-client/core/wire';
import {
  type OperationName,
  operations,
  type ProblemErrors,
  problem,
  problemTitles,
} from '@egoi-client/v3-api';
import {
  delayShape,
  occurrenceShape,
  type PendingFailure,
  pendingFailures,
} from './pending-failures.ts';

/** What a request by API v3 is made to end in. */
export type V3ScriptedFailure =
  /** A status, 400 to 599; the same as `{ status }`. */
  | number
  /** A problem document in place of the answer. */
  | {
      /** 400 to 599, also one that the API does not document. */
      readonly status: number;
      /** What kind of problem it is, in fixed words. @default that of the status */
      readonly title?: string;
      /** What was wrong, in a sentence. @default that the failure was scripted */
      readonly detail?: string;
      /** What was wrong, by names. @default none */
      readonly errors?: ProblemErrors;
      /** The same, where some answers have it; beside `errors` or in place of it. @default none */
      readonly validation_messages?: ProblemErrors;
    }
  /** No answer: the connection is closed. */
  | { readonly connection: 'cut' }
  /** No failure but a wait of 0 to 86,400,000 milliseconds. Other requests do not wait for it. */
  | { readonly delayMs: number }
  /** Of an operation that is queued: it is accepted, and its work is lost, so that it never gets its turn. */
  | { readonly work: 'lost' };

/** How often and when a failure happens. */
export interface V3FailureOptions {
  /** Requests that it happens to, 1 or more, or `Infinity`. @default 1 */
  readonly times?: number;
  /** `'before'`: in place of the request. `'after'`: the request is performed, and its answer is lost. @default 'before' */
  readonly when?: 'before' | 'after';
}

type Step =
  | { readonly status: number; readonly body: string }
  | { readonly connection: 'cut' }
  | { readonly delayMs: number }
  | { readonly work: 'lost' };

interface Failure {
  readonly operation: OperationName | '*';
  readonly step: Step;
  readonly when: 'before' | 'after';
}

/** An answer as far as failures are concerned. */
interface FailingAnswer {
  readonly status: number;
  readonly body: string;
  readonly defect?: unknown;
  readonly isLost?: boolean;
}

/** The failures that requests by API v3 are to meet. */
export interface V3FailureScript {
  /** @returns takes the failure back @throws EgoiConfigError for a wrong operation, failure or option */
  add(
    operation: OperationName | '*',
    what: V3ScriptedFailure,
    options?: V3FailureOptions,
  ): PendingFailure;
  /**
   * Performs a request under the oldest failure that waits for it, if there is one.
   *
   * @param perform is told whether the work that it queues is to be lost
   */
  run(
    operation: OperationName,
    perform: (losesWork: boolean) => Promise<FailingAnswer>,
  ): Promise<FailingAnswer>;
}

/** @param wait lets delays pass @param closing ends them */
export function v3FailureScript(wait: Wait, closing: AbortSignal): V3FailureScript {
  const pending = pendingFailures<Failure>();

  const pause = async (delayMs: number) => {
    try {
      await wait(delayMs, closing);
    } catch (error) {
      if (!closing.aborted) throw error;
    }
  };

  return {
    add(operation, what, options = {}) {
      if (operation !== '*' && !Object.hasOwn(operations, operation)) {
        throw new EgoiConfigError("failV3: the operation must be one of API v3, or '*'");
      }
      const { times, when } = resolveOptions('failV3', occurrenceShape, options);
      const step = stepOf(what);
      if ('work' in step) {
        if (operation !== '*' && !operations[operation].isQueued) {
          throw new EgoiConfigError(`failV3: ${operation} queues no work that could be lost`);
        }
        if (options.when !== undefined) {
          throw new EgoiConfigError('failV3: when says nothing of work that is lost; leave it out');
        }
      }
      return pending.add({ operation, step, when }, times);
    },

    async run(name, perform) {
      const failure = pending.take(
        ({ operation, step }) =>
          (operation === '*' || operation === name) &&
          (!('work' in step) || operations[name].isQueued),
      );
      if (failure === undefined) return perform(false);
      const { step, when } = failure;
      if ('work' in step) return perform(true);
      if ('delayMs' in step) {
        if (when === 'before') await pause(step.delayMs);
        const answer = await perform(false);
        if (when === 'after') await pause(step.delayMs);
        return answer;
      }
      const answer = when === 'after' ? await perform(false) : unperformed;
      return 'connection' in step ? { ...answer, isLost: true } : step;
    },
  };
}

const scripted = 'The failure was scripted';

/** What whoever does not look at `isLost` is told of a connection that was cut before anything was done. */
const unperformed: FailingAnswer = { status: 503, body: JSON.stringify(problem(503, scripted)) };

const errorsProblem = 'must be an object that JSON can hold';
const answerShape = {
  status: option.custom<number>(isFailure, 'must be a whole number from 400 to 599'),
  title: option.text().optional(),
  detail: option.text().default(scripted),
  errors: option.custom<ProblemErrors>(isErrors, errorsProblem).optional(),
  validation_messages: option.custom<ProblemErrors>(isErrors, errorsProblem).optional(),
};
const connectionShape = { connection: option.word(['cut'], 'cut') };
const workShape = { work: option.word(['lost'], 'lost') };

function isFailure(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 400 && Number(value) <= 599;
}

function isErrors(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  try {
    JSON.stringify(value);
    return true;
  } catch {
    // A circle, or a number that JSON does not know.
    return false;
  }
}

function stepOf(what: V3ScriptedFailure): Step {
  const failure: unknown = typeof what === 'number' ? { status: what } : what;
  const has = (name: string) =>
    typeof failure === 'object' && failure !== null && Object.hasOwn(failure, name);
  if (has('delayMs')) return resolveOptions('failV3', delayShape, failure);
  if (has('connection')) return resolveOptions('failV3', connectionShape, failure);
  if (has('work')) return resolveOptions('failV3', workShape, failure);
  const { status, title, detail, ...more } = resolveOptions('failV3', answerShape, failure);
  const { type } = problem(500, detail);
  const words = title ?? titleOf(status);
  // Written now, so that what its maker changes afterwards changes no answer.
  return { status, body: JSON.stringify({ type, title: words, status, detail, ...more }) };
}

function titleOf(status: number): string {
  const titles: Readonly<Record<number, string>> = problemTitles;
  return titles[status] ?? STATUS_CODES[status] ?? 'Unknown';
}
