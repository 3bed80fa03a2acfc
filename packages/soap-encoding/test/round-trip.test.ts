import { isDeepStrictEqual } from 'node:util';
import { isWireObject, type WireObject, type WireValue } from '@egoi-client/core';
import { setMember } from '@egoi-client/core/wire';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeAnswer, decodeCall, encodeAnswer, encodeCall, itemSize } from '../src/index.ts';

const parameters = { seed: 20251202, numRuns: 1000 };
const namespace = 'urn:x?a=1&b="2"<3>';

const character = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }) },
  fc.constantFrom('\r', '\n', '\t', ' ', '&', '<', '>', '"', "'", ']]>', '\u{1f600}', '\u0085'),
);
const text = fc
  .string({ unit: character })
  .filter((value) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(value)); // oxlint-disable-line no-control-regex
const key = fc.oneof(
  text,
  fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'item', 'key', 'value'),
  fc.integer({ min: -100, max: 100 }).map(String),
  fc.constantFrom('', '007', '-0', '1e3', '9223372036854775807', '9223372036854775808'),
);
const number = fc.oneof(
  fc.maxSafeInteger(),
  fc.integer(),
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .filter((value) => !Number.isInteger(value) || Number.isSafeInteger(value)),
);

const { value, struct } = fc.letrec<{ value: WireValue; struct: WireObject }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 6 },
    text,
    number.map((some) => some + 0),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    tie('struct'),
  ),
  struct: fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map((entries) => {
    const made: WireObject = {};
    for (const [name, member] of entries) setMember(made, name, member);
    return made;
  }),
}));

/** PHP has one empty value for lists and structs; the wire therefore cannot tell them apart. */
function asPhpHasIt(some: WireValue): WireValue {
  if (Array.isArray(some)) return some.map(asPhpHasIt);
  if (!isWireObject(some)) return some;
  const entries = Object.entries(some);
  if (entries.length === 0) return [];
  const made: WireObject = {};
  for (const [name, member] of entries) setMember(made, name, asPhpHasIt(member));
  return made;
}

/** Jest's own comparison takes a member called `constructor` for the class of its struct. */
function same(received: unknown, expected: unknown): boolean {
  return isDeepStrictEqual(received, expected);
}

test('any answer comes back as it was, but for the empty struct', () => {
  fc.assert(
    fc.property(value, (some) => {
      const document = encodeAnswer({ namespace, method: 'getLists', answer: { value: some } });
      const answer = decodeAnswer(document, 'getLists');
      expect(same(answer, { value: asPhpHasIt(some) })).toBe(true);
    }),
    parameters,
  );
});

test('any call comes back as it was, its empty options included', () => {
  fc.assert(
    fc.property(struct, (options) => {
      const decoded = decodeCall(encodeCall({ namespace, method: 'getLists', options }));
      const read = asPhpHasIt(options);
      expect(same(decoded.options, isWireObject(read) ? read : {})).toBe(true);
      expect(decoded.namespace).toBe(namespace);
    }),
    parameters,
  );
});

test('any fault comes back without the blanks around its texts', () => {
  fc.assert(
    fc.property(text, text, (faultCode, faultString) => {
      const fault = { faultCode, faultString };
      const document = encodeAnswer({ namespace, method: 'getLists', answer: { fault } });
      expect(decodeAnswer(document)).toStrictEqual({
        fault: { faultCode: faultCode.trim(), faultString: faultString.trim() },
      });
    }),
    parameters,
  );
});

test('no text makes the reader fail in another way than its own', () => {
  const pieces = fc.constantFrom(
    '<',
    '>',
    '</',
    '/>',
    'return',
    'item',
    ' id="a"',
    ' href="#a"',
    '&amp;',
    '&#0;',
    'x',
    ' i:nil="1"',
    ' i:type="a:Map"',
    ' i:type="c:Array"',
    '<item>',
    '</item>',
    '<key>k</key>',
    '<value>',
    '</value>',
  );
  const head =
    '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" xmlns:c="http://schemas.xmlsoap.org/soap/encoding/" xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns:a="http://xml.apache.org/xml-soap"><e:Body><r><return>';
  const tail = '</return></r></e:Body></e:Envelope>';
  fc.assert(
    fc.property(fc.array(pieces), (parts) => {
      try {
        decodeAnswer(head + parts.join('') + tail);
      } catch (error) {
        expect(error).toMatchObject({ name: 'WireFormatError' });
      }
    }),
    parameters,
  );
});

test('the size of an item is exactly what it adds to a call', () => {
  const bytesOf = (subscribers: WireValue[]) =>
    Buffer.byteLength(
      encodeCall({ namespace, method: 'addSubscriberBulk', options: { subscribers } }),
    );
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 8 }), (items) => {
      const sizes = items.map(itemSize);
      expect(sizes.every(({ fields }) => fields === 0)).toBe(true);
      // With a null among them the items have no kind in common, so that the list says the same.
      const around = bytesOf([...items, null]) - itemSize(null).bytes;
      const sum = sizes.reduce((total, { bytes }) => total + bytes, 0);
      expect(around - sum).toBe(bytesOf([1, null]) - itemSize(1).bytes - itemSize(null).bytes);
    }),
    parameters,
  );
});
