import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkCall, decodeAnswer, decodeCall, encodeAnswer, encodeCall } from '../src/codec.ts';
import * as arbitrary from './support/arbitraries.ts';
import { lossyOptions, lossyResult, withNumbersOf } from './support/lossy.ts';

// Not toStrictEqual, which takes a member called `constructor` for the class of its struct.

describe('a call, written and read back', () => {
  test('loses what a form has no place for and nothing else', () => {
    fc.assert(
      fc.property(arbitrary.options, (options) => {
        expect(checkCall({ method: 'm', options })).toEqual([]);
        const form = encodeCall({ method: 'm', options }, 'xml');
        expect(decodeCall(form)).toEqual({
          method: 'm',
          format: 'xml',
          options: lossyOptions(options),
        });
      }),
      arbitrary.runs,
    );
  });
});

describe.each(['json', 'xml'] as const)('an answer in %s, written and read back', (format) => {
  test('loses its types and nothing that the documentation does not name', () => {
    fc.assert(
      fc.property(arbitrary.result, (value) => {
        const answer = encodeAnswer('getReport', { value }, format);
        const read = decodeAnswer(answer, { method: 'getReport', format, expectsList: false });
        const model = lossyResult(value, format === 'json');
        expect('value' in read && withNumbersOf(model, read.value)).toEqual(model);
      }),
      arbitrary.runs,
    );
  });

  test('is read the same when it is written again', () => {
    fc.assert(
      fc.property(arbitrary.result, (value) => {
        const asked = { method: 'm', format, expectsList: false };
        const once = encodeAnswer('m', { value }, format);
        const read = decodeAnswer(once, asked);
        expect(decodeAnswer(encodeAnswer('m', read, format), asked)).toEqual(read);
      }),
      arbitrary.runs,
    );
  });
});

test('JSON and XML of one answer are read alike but for the blanks around texts', () => {
  fc.assert(
    fc.property(arbitrary.result, (value) => {
      const read = (['json', 'xml'] as const).map((format) =>
        decodeAnswer(encodeAnswer('m', { value }, format), {
          method: 'm',
          format,
          expectsList: false,
        }),
      );
      const [json, xml] = read.map(
        (answer) => 'value' in answer && lossyResult(answer.value, true),
      );
      expect(json).toEqual(xml);
    }),
    arbitrary.runs,
  );
});
