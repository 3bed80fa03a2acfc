import { describe, expect, test } from '@jest/globals';
import { answerDecoder, decodeAnswer, decodeCall, encodeAnswer, encodeCall } from '../src/index.ts';
import { goldenAnswer, goldenCases, goldenRequest, services } from './support/golden.ts';
import { goldenValues } from './support/golden-values.ts';
import { xmlEvents } from './support/xml-events.ts';

describe.each(services)('the captured traffic of %s', (service) => {
  const namespace = `http://api.e-goi.com/v2/${service}.php`;
  const cases = Object.entries(goldenValues).map(([name, values]) => ({
    name,
    method: name.slice(0, name.indexOf('__')),
    ...values,
  }));

  test('is known completely', () => {
    expect(goldenCases(service)).toEqual(Object.keys(goldenValues).toSorted());
  });

  test.each(cases)('$name: the request is read', ({ name, method, options }) => {
    expect(decodeCall(goldenRequest(service, name))).toStrictEqual({
      version: '1.1',
      namespace,
      method,
      options,
      parts: ['functionOptions'],
    });
  });

  test.each(cases)('$name: the request is written byte for byte', ({ name, method, options }) => {
    expect(encodeCall({ namespace, method, options })).toBe(goldenRequest(service, name));
  });

  test.each(cases)('$name: the answer is read', ({ name, method, answer }) => {
    expect(decodeAnswer(goldenAnswer(service, name), method)).toStrictEqual(answer);
  });

  test.each(cases)('$name: the answer is read in pieces', ({ name, method, answer }) => {
    const text = `\ufeff\n${goldenAnswer(service, name)}`;
    for (const size of [1, 2, 3, 7, 64, 1000]) {
      const decoder = answerDecoder(method);
      for (let at = 0; at < text.length; at += size) decoder.write(text.slice(at, at + size));
      expect(decoder.end()).toStrictEqual(answer);
    }
  });

  test.each(cases)('$name: the answer is written alike', ({ name, method, answer }) => {
    const written = xmlEvents(encodeAnswer({ namespace, method, answer }));
    const captured = xmlEvents(goldenAnswer(service, name));
    // PHP calls every whole number an int; we do so within 32 bits, beyond which no other reader may.
    // And it says `ur-type`, which Apache Axis refuses, for the `anyType` that every reader knows.
    const expected = captured.map((event, index) =>
      (captured[index + 1] === 'text "2147483648"'
        ? event.replace('}int ', '}long ')
        : event
      ).replace('}ur-type[', '}anyType['),
    );
    // A fault of PHP has no encoding style, as it has no encoded values.
    expect(written).toEqual(expected);
  });
});
