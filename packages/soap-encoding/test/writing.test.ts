import { type WireValue } from '@egoi-client/core';
import { maxWireDepth, WireFormatError } from '@egoi-client/core/wire';
import { describe, expect, test } from '@jest/globals';
import { decodeCall, encodeAnswer, encodeCall } from '../src/index.ts';

const namespace = 'urn:x';

function written(value: WireValue): string {
  const document = encodeAnswer({ namespace, method: 'm', answer: { value } });
  return document.slice(document.indexOf('<return'), document.indexOf('</ns1:mResponse>'));
}

describe('values', () => {
  test.each<[string, WireValue, string]>([
    [
      'a list of one kind',
      [1, 2],
      '<return SOAP-ENC:arrayType="xsd:int[2]" xsi:type="SOAP-ENC:Array"><item xsi:type="xsd:int">1</item><item xsi:type="xsd:int">2</item></return>',
    ],
    [
      'a list of several kinds',
      [1, 'a', null],
      '<return SOAP-ENC:arrayType="xsd:anyType[3]" xsi:type="SOAP-ENC:Array"><item xsi:type="xsd:int">1</item><item xsi:type="xsd:string">a</item><item xsi:nil="true"/></return>',
    ],
    [
      'a list of nulls',
      [null],
      '<return SOAP-ENC:arrayType="xsd:anyType[1]" xsi:type="SOAP-ENC:Array"><item xsi:nil="true"/></return>',
    ],
    [
      'a list of lists',
      [[]],
      '<return SOAP-ENC:arrayType="SOAP-ENC:Array[1]" xsi:type="SOAP-ENC:Array"><item SOAP-ENC:arrayType="xsd:anyType[0]" xsi:type="SOAP-ENC:Array"/></return>',
    ],
    [
      'an empty struct, which is an empty list to PHP',
      {},
      '<return SOAP-ENC:arrayType="xsd:anyType[0]" xsi:type="SOAP-ENC:Array"/>',
    ],
    [
      'a whole number of 32 bits',
      -2_147_483_648,
      '<return xsi:type="xsd:int">-2147483648</return>',
    ],
    [
      'a whole number beyond 32 bits',
      2_147_483_648,
      '<return xsi:type="xsd:long">2147483648</return>',
    ],
    ['a fraction', -0.5, '<return xsi:type="xsd:float">-0.5</return>'],
    ['minus zero', -0, '<return xsi:type="xsd:int">0</return>'],
    [
      'text with characters that XML would change',
      'a\r\nb\t"c" \'d\' <&> \u{1f600}',
      '<return xsi:type="xsd:string">a&#13;\nb\t"c" \'d\' &lt;&amp;&gt; \u{1f600}</return>',
    ],
  ])('%s', (_what, value, expected) => {
    expect(written(value)).toBe(expected);
  });

  test.each([
    ['0', 'int'],
    ['3', 'int'],
    ['-3', 'int'],
    ['9223372036854775807', 'int'],
    ['-9223372036854775808', 'int'],
    ['9223372036854775808', 'string'],
    ['03', 'string'],
    ['-0', 'string'],
    ['1.0', 'string'],
    ['', 'string'],
    ['__proto__', 'string'],
  ])('the key "%s" is written as PHP has it: %s', (key, type) => {
    const value = Object.fromEntries([[key, true]]);
    expect(written(value)).toContain(`<key xsi:type="xsd:${type}">${key}</key>`);
  });

  test.each<[string, unknown]>([
    ['NaN', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['a control character', 'a\u0001'],
    ['half of a surrogate pair', '\ud83d'],
    ['a control character in a key', { '\u0000': 1 }],
    ['undefined', undefined],
    ['undefined in a list', [undefined]],
    ['a bigint', 1n],
  ])('%s is refused', (_what, value) => {
    expect(() => written(value as WireValue)).toThrow(WireFormatError);
  });

  test(`more than ${maxWireDepth} levels are refused`, () => {
    let value: WireValue = [];
    for (let level = 1; level < maxWireDepth; level += 1) value = [value];
    expect(() => written(value)).not.toThrow();
    expect(() => written([value])).toThrow(WireFormatError);
  });
});

describe('calls', () => {
  test('can have parts of their own', () => {
    const document = encodeCall({
      namespace,
      method: 'testEmailAddress',
      options: { apikey: 'k', email: 'ana@example.com' },
      parts: ['email'],
    });
    expect(document).toContain(
      '<ns1:testEmailAddress><email xsi:type="xsd:string">ana@example.com</email></ns1:testEmailAddress>',
    );
    expect(decodeCall(document)).toStrictEqual({
      version: '1.1',
      namespace,
      method: 'testEmailAddress',
      options: { email: 'ana@example.com' },
      parts: ['email'],
    });
  });

  test('can have no parts', () => {
    const document = encodeCall({ namespace, method: 'check_status', options: {}, parts: [] });
    expect(decodeCall(document)).toStrictEqual({
      version: '1.1',
      namespace,
      method: 'check_status',
      options: {},
      parts: [],
    });
  });

  test('send null for a part without its option, whatever its name', () => {
    const call = { namespace, method: 'm', options: {}, parts: ['toString', 'b'] };
    expect(decodeCall(encodeCall(call)).options).toStrictEqual({ toString: null, b: null });
  });

  test.each(['', 'a b', 'a:b', '1a', 'a>', 'a/', '<a', 'a"'])(
    'are refused for the method or part "%s"',
    (name) => {
      expect(() => encodeCall({ namespace, method: name, options: {} })).toThrow(WireFormatError);
      expect(() => encodeCall({ namespace, method: 'm', options: {}, parts: [name] })).toThrow(
        WireFormatError,
      );
      const answer = { value: null };
      expect(() => encodeAnswer({ namespace, method: name, answer })).toThrow(WireFormatError);
    },
  );
});
