import { describe, expect, test } from '@jest/globals';
import type { WireObject } from '@egoi-client/core';
import fc from 'fast-check';
import Deserializer from 'xmlrpc/lib/deserializer.js';
import serializer from 'xmlrpc/lib/serializer.js';
import { decodeAnswer, decodeCall, encodeAnswer, encodeCall } from '../src/codec.ts';
import { wireStruct, wireValue } from './support/arbitraries.ts';
import { expected } from './support/expected.ts';
import { hasPython, readByPython, writtenByPython } from './support/python.ts';

const asJson = (value: unknown) => JSON.stringify(value);
const fixed = { seed: 20251202, numRuns: 300 };
const calls = Object.entries(expected).map(([folder, { options }]) => ({
  method: folder.slice(0, folder.indexOf('__')),
  options,
}));
const answers = Object.values(expected).map(({ answer }) => answer);

/** Gives a document to the library's reader at once, in place of a stream. */
function sourceOf(document: string): never {
  return {
    setEncoding() {},
    on() {},
    pipe(parser: { end(text: string): void }) {
      parser.end(document);
    },
  } as never;
}

describe("the xmlrpc package's reader", () => {
  function readAnswer(document: string): unknown {
    let outcome: unknown;
    new Deserializer().deserializeMethodResponse(sourceOf(document), (error, value) => {
      outcome =
        error === null || error === undefined ? { value } : { code: String(error.faultCode) };
    });
    return outcome;
  }

  test('finds in our answers what went into them', () => {
    for (const answer of answers) {
      const wanted = 'fault' in answer ? { code: answer.fault.faultCode } : answer;
      expect(readAnswer(encodeAnswer(answer))).toStrictEqual(wanted);
    }
  });

  test('finds in our calls the method and one struct', () => {
    for (const call of calls) {
      let outcome: unknown;
      new Deserializer().deserializeMethodCall(
        sourceOf(encodeCall(call)),
        (error, method, params) => {
          outcome = { error, method, params };
        },
      );
      expect(outcome).toEqual({ error: null, method: call.method, params: [call.options] });
    }
  });

  test('reads every value that we write', () => {
    // Its reader makes a prototype of a member called __proto__; all other names are data to it too.
    const readable = wireValue.filter((value) => !JSON.stringify(value).includes('"__proto__":'));
    fc.assert(
      fc.property(readable, (value) => {
        expect(asJson(readAnswer(encodeAnswer({ value })))).toBe(asJson({ value }));
      }),
      fixed,
    );
  });
});

test("the xmlrpc package's own calls and answers are read", () => {
  for (const { method, options } of calls) {
    expect(decodeCall(serializer.serializeMethodCall(method, [options]))).toStrictEqual({
      method,
      options,
    });
  }
  for (const answer of answers) {
    const document =
      'fault' in answer
        ? serializer.serializeFault(answer.fault)
        : serializer.serializeMethodResponse(answer.value);
    expect(decodeAnswer(document)).toStrictEqual(answer);
  }
});

/** Python refuses whole numbers beyond 32 bits, and writes CR as it is, which any reader takes for LF. */
function isWritableByPython(struct: WireObject): boolean {
  let writable = true;
  JSON.stringify(struct, (name, value: unknown) => {
    const wide = Number.isInteger(value) && Math.abs(Number(value)) > 2_147_483_647;
    if (
      (wide && !String(value).includes('e')) ||
      `${name}${typeof value === 'string' ? value : ''}`.includes('\r')
    ) {
      writable = false;
    }
    return value;
  });
  return writable;
}

const describeWithPython = hasPython ? describe : describe.skip;
const note = hasPython ? '' : ' (skipped: there is no python3 here)';

describeWithPython(`Python's xmlrpc.client${note}`, () => {
  test('finds in our calls the method and one struct', () => {
    expect(readByPython(calls.map(encodeCall))).toEqual(
      calls.map(({ method, options }) => ({ method, params: [options] })),
    );
  });

  test('finds in our answers what went into them', () => {
    const wanted = answers.map((answer) => {
      if ('value' in answer) return { method: null, params: [answer.value] };
      const { faultCode, faultString } = answer.fault;
      return { fault: { faultCode: Number(faultCode), faultString } };
    });
    expect(readByPython(answers.map(encodeAnswer))).toEqual(wanted);
  });

  test('reads every value that we write, as a call and as an answer', () => {
    const structs = fc.sample(wireStruct, fixed);
    const inCalls = structs.map((options) => encodeCall({ method: 'm', options }));
    const inAnswers = structs.map((value) => encodeAnswer({ value }));
    expect(asJson(readByPython([...inCalls, ...inAnswers]))).toBe(
      asJson([
        ...structs.map((struct) => ({ method: 'm', params: [struct] })),
        ...structs.map((struct) => ({ method: null, params: [struct] })),
      ]),
    );
  });

  test('writes calls and answers that we read', () => {
    const structs = fc.sample(wireStruct.filter(isWritableByPython), fixed);
    const inCalls = writtenByPython(structs.map((value) => ({ method: 'm', value })));
    const inAnswers = writtenByPython(structs.map((value) => ({ value })));
    expect(asJson(inCalls.map((text) => decodeCall(text)))).toBe(
      asJson(structs.map((options) => ({ method: 'm', options }))),
    );
    expect(asJson(inAnswers.map(decodeAnswer))).toBe(asJson(structs.map((value) => ({ value }))));
  });

  test('writes numbers and faults that we read', () => {
    const numbers = [1e-7, 1.5e300, -0.1, 2_147_483_647, -2_147_483_648, 5e-324];
    const [list, fault] = writtenByPython([
      { value: numbers },
      { fault: { faultCode: -32_601, faultString: 'no <such> "method" & so on' } },
    ]);
    expect(decodeAnswer(list ?? '')).toStrictEqual({ value: numbers });
    expect(decodeAnswer(fault ?? '')).toStrictEqual({
      fault: { faultCode: '-32601', faultString: 'no <such> "method" & so on' },
    });
  });
});
