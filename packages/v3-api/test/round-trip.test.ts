import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type OperationName,
  operationNames,
  operations,
  readAnswer,
  readRequest,
  type Schema,
  writeAnswer,
  writeRequest,
} from '../src/index.ts';
import { valuesOf } from './support/schema-values.ts';

const seed = 20251202;

function inputsOf(name: OperationName): fc.Arbitrary<never> {
  const { pathParams, queryParams, requiredQuery, body } = operations[name];
  const shape: Record<string, Schema> = { ...pathParams, ...queryParams };
  if (body !== undefined) shape['body'] = body;
  const isRequired = (param: string) =>
    param === 'body' || pathParams[param] !== undefined || requiredQuery.includes(param);
  return fc.record(
    Object.fromEntries(
      Object.entries(shape).map(([param, schema]) => [param, valuesOf(schema, false)]),
    ),
    { requiredKeys: Object.keys(shape).filter(isRequired) },
  ) as fc.Arbitrary<never>;
}

/** What both halves agree on; JSON cannot tell `-0` from `0`, nor a member that is undefined from none. */
function asJson(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

/** A query cannot say that a word, a day or a phone is empty: it stands for none. */
function withoutEmptyQuery(name: OperationName, input: Readonly<Record<string, unknown>>) {
  const { queryParams } = operations[name];
  return Object.fromEntries(
    Object.entries(input).filter(
      ([param, value]) => value !== '' || queryParams[param]?.type !== 'word',
    ),
  );
}

describe.each(operationNames)('%s', (name) => {
  test('reads as a server the call that it wrote as a client', () => {
    fc.assert(
      fc.property(inputsOf(name), (input) => {
        const written = writeRequest(name, input);
        if (written.kind !== 'request') throw new Error(JSON.stringify(written.problems));
        const { method, path, body } = written;
        const read = readRequest({ method, path, body: body ?? '' });
        expect(asJson(read)).toEqual({
          kind: 'call',
          name,
          input: asJson(withoutEmptyQuery(name, input)),
        });
      }),
      { seed, numRuns: 60 },
    );
  });

  test('reads as a client the answer that it wrote as a server', () => {
    const { answer } = operations[name];
    const values =
      answer.value === undefined ? fc.constant(undefined) : valuesOf(answer.value, true);
    fc.assert(
      fc.property(values as fc.Arbitrary<never>, (value) => {
        const written = writeAnswer(name, value);
        if (written.kind !== 'answer') throw new Error(JSON.stringify(written.problems));
        expect(written.status).toBe(answer.status);
        const read = readAnswer(name, written);
        expect(asJson(read)).toEqual(asJson({ kind: 'answer', status: answer.status, value }));
      }),
      { seed, numRuns: 40 },
    );
  });
});
