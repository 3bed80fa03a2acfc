import { expect, test } from '@jest/globals';
import { WireFormatError } from '@egoi-client/core';
import fc from 'fast-check';
import { decodeAnswer, decodeCall, encodeAnswer, encodeCall } from '../src/codec.ts';
import { xmlText, wireStruct, wireValue } from './support/arbitraries.ts';

const fixed = { seed: 20251202, numRuns: 500 };

test('every value that XML can carry comes back from an answer as it went in', () => {
  fc.assert(
    fc.property(wireValue, (value) => {
      expect(decodeAnswer(encodeAnswer({ value }))).toStrictEqual({ value });
    }),
    fixed,
  );
});

test('every struct of options comes back from a call as it went in', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z_]\w{0,63}$/), wireStruct, (method, options) => {
      expect(decodeCall(encodeCall({ method, options }))).toStrictEqual({ method, options });
    }),
    fixed,
  );
});

test('every fault comes back as it went in', () => {
  const code = fc.oneof(xmlText, fc.integer().map(String));
  fc.assert(
    fc.property(code, xmlText, (faultCode, faultString) => {
      const answer = { fault: { faultCode, faultString } };
      expect(decodeAnswer(encodeAnswer(answer))).toStrictEqual(answer);
    }),
    fixed,
  );
});

test('every text is either written so that it comes back, or refused', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
      let document: string;
      try {
        document = encodeAnswer({ value: [text, { [text]: text }] });
      } catch (error) {
        expect(error).toBeInstanceOf(WireFormatError);
        return;
      }
      expect(decodeAnswer(document)).toStrictEqual({ value: [text, { [text]: text }] });
    }),
    fixed,
  );
});

test('every document, however broken, is read or refused with the one error', () => {
  const document = encodeAnswer({ value: { a: [1, 'x & y', null, true, 1.5], b: {} } });
  fc.assert(
    fc.property(
      fc.nat(document.length),
      fc.nat(20),
      fc.string({ maxLength: 5 }),
      (start, length, piece) => {
        const broken = document.slice(0, start) + piece + document.slice(start + length);
        for (const decode of [decodeAnswer, decodeCall]) {
          try {
            decode(broken);
          } catch (error) {
            expect(error).toBeInstanceOf(WireFormatError);
          }
        }
      },
    ),
    { ...fixed, numRuns: 2000 },
  );
});
