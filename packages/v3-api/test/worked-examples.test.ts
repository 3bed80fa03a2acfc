import { describe, expect, test } from '@jest/globals';
import { operations, readAnswer, readRequest, writeAnswer, writeRequest } from '../src/index.ts';
import { workedExamples } from './support/worked-examples.ts';

/** Path and query, taken apart: the order of the query says nothing. */
function parts(path: string) {
  const { pathname, searchParams } = new URL(path, 'http://service.example');
  return { pathname, query: Object.fromEntries(searchParams) };
}

describe.each(workedExamples)('$title', ({ name, input, request, status, answer }) => {
  const isSuccess = status < 300;

  test('the client half writes the request', () => {
    const written = writeRequest(name, input as never);
    if (written.kind !== 'request') throw new Error(JSON.stringify(written.problems));
    expect(written.method).toBe(request.method);
    expect(parts(written.path)).toEqual(parts(request.path));
    expect(written.body === undefined ? undefined : JSON.parse(written.body)).toEqual(request.body);
  });

  test('the server half reads it', () => {
    const { method, path, body } = request;
    const text = body === undefined ? '' : JSON.stringify(body);
    expect(readRequest({ method, path, body: text })).toEqual({ kind: 'call', name, input });
  });

  test('the client half reads the answer', () => {
    const read = readAnswer(name, { status, body: JSON.stringify(answer) });
    expect(read).toEqual(
      isSuccess
        ? { kind: 'answer', status, value: answer }
        : { kind: 'problem', status, problem: answer },
    );
  });

  test('the server half writes it', () => {
    if (!isSuccess) return;
    expect(operations[name].answer.status).toBe(status);
    const written = writeAnswer(name, answer as never);
    if (written.kind !== 'answer') throw new Error(JSON.stringify(written.problems));
    expect(JSON.parse(written.body)).toEqual(answer);
  });
});
