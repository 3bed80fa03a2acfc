import { type OperationName, operations } from '../operations/all-operations.ts';
import { writingAnswer } from '../schema/manners.ts';
import { readBySchema, type SchemaProblem } from '../schema/reading.ts';
import type { OperationAnswers } from '../types/operations.ts';
import type { Problem } from './problem.ts';

/** An answer as it goes to a client. */
export interface WrittenAnswer {
  readonly kind: 'answer';
  readonly status: number;
  /** JSON, for `Content-Type: application/json`; `''` where there is none. */
  readonly body: string;
}

/** An answer that is not what the description promises: a fault of the server that made it. */
export interface UnwrittenAnswer {
  readonly kind: 'refused';
  readonly problems: readonly SchemaProblem[];
}

/** Writes the answer of a call that succeeded. All that clients may expect must be there, and nothing else. */
export function writeAnswer<Name extends OperationName>(
  name: Name,
  value: OperationAnswers[Name],
): WrittenAnswer | UnwrittenAnswer {
  const { status, value: schema } = operations[name].answer;
  if (schema === undefined) return { kind: 'answer', status, body: '' };
  const read = readBySchema(schema, value, writingAnswer);
  return read.problems.length > 0
    ? { kind: 'refused', problems: read.problems }
    : { kind: 'answer', status, body: JSON.stringify(read.value) };
}

/** Writes a refusal or a failure. What is wrong with values is said twice, since clients look in either place. */
export function writeProblem(problem: Problem): WrittenAnswer {
  const { status, errors } = problem;
  const isOfValues = status === 422 && errors !== undefined;
  const document = isOfValues ? { ...problem, validation_messages: errors } : problem;
  return { kind: 'answer', status, body: JSON.stringify(document) };
}
