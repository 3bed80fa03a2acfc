import { type WireValue } from '@egoi-client/core';
import {
  apiErrorIn,
  catalogue,
  normaliseResult,
  type WireAnswer,
  type WireCall,
} from '@egoi-client/core/wire';
import * as soap from '@egoi-client/soap-encoding';
import * as rest from '@egoi-client/transport-rest/codec';
import * as xmlrpc from '@egoi-client/transport-xmlrpc/codec';
import { describe, expect, test } from '@jest/globals';
import { asForm } from '../../../packages/gateway/test/support/golden-values.ts';
import { goldenErrors, goldenFaults, goldenOptions, goldenValues } from './golden-values.ts';
import { type GoldenWire, goldenCases, readGolden } from './wire-golden.ts';

interface Reading {
  readonly name: string;
  readonly wire: GoldenWire;
  readonly answer: (golden: ReturnType<typeof readGolden>) => WireAnswer;
  readonly call: (request: string) => WireCall;
  /** What our own transport would send. */
  readonly ours: (call: WireCall) => string;
}

const readings: readonly Reading[] = [
  soapReading('soap', soap.soapServices.soap.namespace),
  soapReading('soap-universal', soap.soapServices.soap_any.namespace),
  {
    name: 'xmlrpc',
    wire: 'xmlrpc',
    answer: ({ answers }) => xmlrpc.decodeAnswer(answers['http'] ?? ''),
    call: (request) => xmlrpc.decodeCall(request),
    ours: xmlrpc.encodeCall,
  },
  ...(['json', 'xml'] as const).map(
    (format): Reading => ({
      name: `rest ${format}`,
      wire: 'rest',
      answer: ({ answers, method }) =>
        rest.decodeAnswer(answers[format] ?? '', { method, format, expectsList: false }),
      call: (request) => rest.decodeCall(request),
      ours: (call) => rest.encodeCall(call, format),
    }),
  ),
];

function soapReading(wire: 'soap' | 'soap-universal', namespace: string): Reading {
  return {
    name: wire,
    wire,
    answer: ({ answers, method }) => soap.decodeAnswer(answers['http'] ?? '', method),
    call: soap.decodeCall,
    ours: (call) => soap.encodeCall({ namespace, ...call }),
  };
}

function valueIn(answer: WireAnswer): WireValue {
  if ('fault' in answer) throw new Error('a value was expected, a fault came');
  return answer.value;
}

test('the cases are the same on every wire, and each has its expectation', () => {
  const expected = [goldenValues, goldenErrors, goldenFaults].flatMap((table) =>
    Object.keys(table),
  );
  for (const { wire } of readings) expect(goldenCases(wire)).toEqual(expected.toSorted());
});

describe.each(readings)('a captured answer over $name', (reading) => {
  test.each(Object.keys(goldenValues))('%s is the same value as on every wire', (name) => {
    const { result, value } = goldenValues[name] as (typeof goldenValues)[string];
    const decoded = normaliseResult(
      result,
      valueIn(reading.answer(readGolden(reading.wire, name))),
    );
    // JSON from the service has lost the spaces around texts; nothing can bring them back.
    const trimmed = reading.name === 'rest json' && name === 'every-type';
    // A form cannot carry a null: the service never saw the second contact's name.
    const dropped = reading.wire === 'rest' && name === 'bulk';
    const known = trimmed ? { ...(value as object), spaces: 'two' } : value;
    expect(decoded).toStrictEqual(dropped ? withoutEmptyName(known) : known);
  });

  test.each(Object.entries(goldenErrors))('%s is the error %s', (name, code) => {
    const golden = readGolden(reading.wire, name);
    const struct = catalogue.getUserData.formFor({}).result;
    expect(apiErrorIn(valueIn(reading.answer(golden)), struct, {})?.code).toBe(code);
  });

  test.each(Object.entries(goldenFaults))('%s is a fault', (name, faultString) => {
    const answer = reading.answer(readGolden(reading.wire, name));
    expect(answer).toMatchObject({
      fault: {
        faultString:
          typeof faultString === 'string' ? faultString : expect.stringMatching(faultString),
      },
    });
  });
});

describe.each(readings)('a captured request over $name', (reading) => {
  test.each(goldenCases(reading.wire))('%s is read as its client sent it', (name) => {
    const golden = readGolden(reading.wire, name);
    const { method, options } = reading.call(golden.request);
    const sent = goldenOptions(name);
    expect(method).toBe(golden.method);
    expect(options).toEqual(reading.wire === 'rest' ? asForm(sent) : sent);
  });

  test.each(goldenCases(reading.wire))('%s, written by us, is read the same way', (name) => {
    const { method } = readGolden(reading.wire, name);
    const options = goldenOptions(name);
    const read = reading.call(reading.ours({ method, options }));
    expect(read.method).toBe(method);
    expect(read.options).toEqual(reading.wire === 'rest' ? asForm(options) : options);
  });
});

function withoutEmptyName(value: unknown): unknown {
  const { echo, ...receipt } = value as { echo: { first_name?: string }[] };
  const rows = echo.map(({ first_name, ...row }) =>
    first_name === '' ? row : { first_name, ...row },
  );
  return { ...receipt, echo: rows };
}
