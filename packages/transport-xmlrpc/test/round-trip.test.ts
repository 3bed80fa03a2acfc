import { expect, test } from '@jest/globals';
import { type WireValue } from '@egoi-client/core';
import { WireFormatError } from '@egoi-client/core/wire';
import fc from 'fast-check';
import { decodeAnswer, decodeCall, encodeAnswer, encodeCall } from '../src/codec.ts';
import { itemSize } from '../src/write-value.ts';
import { wireStruct, wireValue, xmlText } from './support/arbitraries.ts';

/** Tells types, order and odd names of members apart; `toStrictEqual` trips over one called `constructor`. */
const asJson = (value: unknown) => JSON.stringify(value);

const fixed = { seed: 20251202, numRuns: 500 };

test('every value that XML can carry comes back from an answer as it went in', () => {
  fc.assert(
    fc.property(wireValue, (value) => {
      expect(asJson(decodeAnswer(encodeAnswer({ value })))).toBe(asJson({ value }));
    }),
    fixed,
  );
});

test('every struct of options comes back from a call as it went in', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z_]\w{0,63}$/), wireStruct, (method, options) => {
      expect(asJson(decodeCall(encodeCall({ method, options })))).toBe(asJson({ method, options }));
    }),
    fixed,
  );
});

test('every fault comes back as it went in', () => {
  const code = fc.oneof(xmlText, fc.integer().map(String));
  fc.assert(
    fc.property(code, xmlText, (faultCode, faultString) => {
      const answer = { fault: { faultCode, faultString } };
      expect(asJson(decodeAnswer(encodeAnswer(answer)))).toBe(asJson(answer));
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
      expect(asJson(decodeAnswer(document))).toBe(asJson({ value: [text, { [text]: text }] }));
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

test('the size of an item is exactly what it adds to a call', () => {
  const bytesOf = (subscribers: WireValue[]) =>
    Buffer.byteLength(encodeCall({ method: 'addSubscriberBulk', options: { subscribers } }));
  const around = bytesOf([null]) - itemSize(null).bytes;
  fc.assert(
    fc.property(fc.array(wireValue, { minLength: 1, maxLength: 9 }), (items) => {
      const sizes = items.map(itemSize);
      expect(sizes.every(({ fields }) => fields === 0)).toBe(true);
      expect(sizes.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(bytesOf(items) - around);
    }),
    fixed,
  );
});
