import { describe, expect, test } from '@jest/globals';
import { answerDecoder, decodeAnswer, decodeCall, encodeAnswer, encodeCall } from '../src/codec.ts';
import { expected } from './support/expected.ts';
import { goldenExchanges } from './support/golden.ts';
import { xmlEvents } from './support/xml-events.ts';

const exchanges = goldenExchanges();

test('every captured exchange has an expectation', () => {
  expect(exchanges.map(({ folder }) => folder)).toEqual(Object.keys(expected).toSorted());
  expect(exchanges.length).toBeGreaterThan(0);
});

describe.each(exchanges)('$folder', ({ folder, method, request, answer }) => {
  const wanted = expected[folder];
  if (wanted === undefined) throw new Error(`${folder} has no expectation`);

  test('its call decodes to the method and the options that the client sent', () => {
    expect(decodeCall(request)).toStrictEqual({ method, options: wanted.options });
  });

  test('its answer decodes to what the server answered', () => {
    expect(decodeAnswer(answer)).toStrictEqual(wanted.answer);
  });

  test('its answer decodes alike in pieces of any size', () => {
    const text = `\ufeff\n${answer}`;
    for (const size of [1, 2, 3, 7, 64, 1000]) {
      const decoder = answerDecoder();
      for (let at = 0; at < text.length; at += size) decoder.write(text.slice(at, at + size));
      expect(decoder.end()).toStrictEqual(wanted.answer);
    }
  });

  test('the same call is written with the same elements, types and texts', () => {
    expect(xmlEvents(encodeCall({ method, options: wanted.options }))).toEqual(xmlEvents(request));
  });

  test('the same answer is written with the same elements, types and texts', () => {
    expect(xmlEvents(encodeAnswer(wanted.answer))).toEqual(xmlEvents(answer));
  });
});
