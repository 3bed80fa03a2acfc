import { type OperationName, operations } from '../operations/all-operations.ts';
import { readingAnswer } from '../schema/manners.ts';
import { readBySchema } from '../schema/reading.ts';
import type { OperationAnswers } from '../types/operations.ts';
import { type JsonLimits, readJson } from './json.ts';
import { type Problem, problemIn } from './problem.ts';

/** An answer as it comes from the service. */
export interface ReceivedAnswer {
  /** Status of HTTP. */
  readonly status: number;
  /** The body as text; `''` where there is none. */
  readonly body: string;
}

/** What an answer says. */
export type ReadAnswer<Value> =
  | { readonly kind: 'answer'; readonly status: number; readonly value: Value }
  /** The service refused the call, or failed. */
  | { readonly kind: 'problem'; readonly status: number; readonly problem: Problem }
  /** It is none of this API: a page of a proxy, another version, a body that was cut. */
  | { readonly kind: 'foreign'; readonly status: number; readonly reason: string };

/**
 * Reads the answer to a call: any status from 200 to 299 is a success, whatever the description says,
 * since the service itself does not keep to it. Members and words that the description does not know
 * are kept; digits in text are numbers where numbers are meant; `null` is nothing.
 */
export function readAnswer<Name extends OperationName>(
  name: Name,
  { status, body }: ReceivedAnswer,
  limits?: JsonLimits,
): ReadAnswer<OperationAnswers[Name]> {
  const foreign = (reason: string) => ({ kind: 'foreign', status, reason }) as const;
  const isSuccess = status >= 200 && status < 300;
  const schema = operations[name].answer.value;
  if (isSuccess && schema === undefined) {
    return { kind: 'answer', status, value: undefined as OperationAnswers[Name] };
  }
  const json = readJson(body, limits);
  if (json.kind !== 'value') {
    return foreign(
      json.kind === 'too large' ? 'the body is too large' : `the body ${json.problem}`,
    );
  }
  if (!isSuccess || schema === undefined) {
    const problem = problemIn(json.value, status);
    return problem === undefined
      ? foreign('the body is no problem document')
      : { kind: 'problem', status, problem };
  }
  const { value, problems } = readBySchema(schema, json.value, readingAnswer);
  const [first] = problems;
  if (first !== undefined) {
    return foreign(`${first.path === '' ? 'the body' : first.path} ${first.problem}`);
  }
  return { kind: 'answer', status, value: value as OperationAnswers[Name] };
}
