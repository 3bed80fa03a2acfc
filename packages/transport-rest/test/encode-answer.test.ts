import { type WireValue } from '@egoi-client/core';
import { WireFormatError } from '@egoi-client/core/wire';
import { describe, expect, test } from '@jest/globals';
import {
  decodeAnswer,
  encodeAnswer,
  noMethodFault,
  type RestFormat,
  restFaultCode,
  unknownMethodFault,
} from '../src/codec.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

function xmlOf(value: WireValue): string {
  const document = encodeAnswer('m', { value }, 'xml');
  const inner = /^<Egoi_Api generator="zend" version="1.0"><m>(.*)<\/m><\/Egoi_Api>\n$/s;
  return inner.exec(document.slice(declaration.length))?.[1] ?? document;
}

function jsonOf(value: WireValue): string {
  return encodeAnswer('m', { value }, 'json').replace(/^\{"Egoi_Api":\{"m":(.*)\}\}$/s, '$1');
}

function reread(value: WireValue, format: RestFormat) {
  const answer = encodeAnswer('m', { value }, format);
  return decodeAnswer(answer, { method: 'm', format, expectsList: false });
}

describe("a status of the method's own", () => {
  test('stands in place of the added one', () => {
    expect(jsonOf({ status: 'waiting', id: 1 })).toBe('{"status":"waiting","id":"1"}');
    expect(xmlOf({ status: '' })).toBe('<status></status>');
    expect(reread({ status: false, id: 1 }, 'json')).toEqual({ value: { status: '0', id: '1' } });
  });

  test('that is null is followed by the added one, as in PHP', () => {
    expect(xmlOf({ status: null, id: 1 })).toBe(
      '<status></status><id>1</id><status>success</status>',
    );
    expect(jsonOf({ status: null, id: 1 })).toBe('{"status":["","success"],"id":"1"}');
    for (const format of ['json', 'xml'] as const) {
      expect(reread({ status: null, id: 1 }, format)).toEqual({ value: { status: '', id: '1' } });
    }
  });

  test('that says success is lost to the reader', () => {
    expect(reread({ status: 'success', id: 1 }, 'json')).toEqual({ value: { id: '1' } });
  });
});

test('a struct with nothing but a response is read as that response', () => {
  expect(reread({ response: 'x' }, 'xml')).toEqual({ value: 'x' });
  expect(reread({ response: { a: 'x' } }, 'xml')).toEqual({ value: { response: { a: 'x' } } });
  expect(reread({ response: 'x', id: 1 }, 'xml')).toEqual({ value: { response: 'x', id: '1' } });
});

test('nothing at all is an empty element, an empty text is an element with nothing in it', () => {
  expect(xmlOf(null)).toBe('<response/><status>success</status>');
  expect(xmlOf('')).toBe('<response></response><status>success</status>');
  expect(xmlOf({ a: null, b: '', c: [], d: {} })).toBe(
    '<a></a><b></b><c/><d/><status>success</status>',
  );
});

describe('numbers are written as PHP writes them', () => {
  test.each([
    [7, '7'],
    [-0, '0'],
    [1.5, '1.5'],
    [-12.25, '-12.25'],
    [0.0001, '0.0001'],
    [0.000_01, '1.0E-5'],
    [-1.25e-10, '-1.25E-10'],
    [2 ** 53, '9007199254740992'],
    [2 ** 62, '4611686018427387904'],
    [1e20, '1.0E+20'],
    [-1.5e300, '-1.5E+300'],
    [123_456_789_012_345.5, '123456789012345.5'],
    [Number.NaN, 'NAN'],
    [Number.POSITIVE_INFINITY, 'INF'],
    [Number.NEGATIVE_INFINITY, '-INF'],
  ])('%d', (value, text) => {
    expect(jsonOf(value)).toBe(`{"response":"${text}","status":"success"}`);
  });
});

describe('texts', () => {
  test('in JSON are escaped and trimmed as PHP does it', () => {
    expect(jsonOf({ a: ' \t\n\r\0\va/"\\\u0001é€😀\u2028\u00a0\v\0' })).toBe(
      '{"a":"a\\/\\"\\\\\\u0001\\u00e9\\u20ac\\ud83d\\ude00\\u2028\\u00a0","status":"success"}',
    );
  });

  test('in XML are escaped, and carriage returns survive', () => {
    expect(xmlOf({ a: `<&>"'\r\n\t]]>` })).toBe(
      `<a>&lt;&amp;&gt;"'&#13;\n\t]]&gt;</a><status>success</status>`,
    );
    expect(reread({ a: 'x\r\ny\rz' }, 'xml')).toEqual({ value: { a: 'x\r\ny\rz' } });
  });

  test('that XML has no place for leave a mark, and the document stays whole', () => {
    expect(reread({ a: 'x\0\u0001\u001f\ufffe\uffffy\ud800' }, 'xml')).toEqual({
      value: { a: 'x\ufffd\ufffd\ufffd\ufffd\ufffdy\ufffd' },
    });
  });
});

describe('names', () => {
  test('of numbers get a prefix, whatever stands beside them', () => {
    expect(jsonOf({ 3: 'x', '007': 'y', a: 'z' })).toBe(
      '{"key_3":"x","key_007":"y","a":"z","status":"success"}',
    );
    expect(reread({ 3: 'x', '007': 'y', a: 'z' }, 'json')).toEqual({
      value: { 3: 'x', '007': 'y', a: 'z' },
    });
  });

  test.each([2, 20])('that come twice among %i share the place of the first', (count) => {
    const others = Object.fromEntries(
      Array.from({ length: count - 2 }, (_, at) => [`a${at}`, 'o'] as const),
    );
    const written = Object.keys(others).map((name) => `"${name}":"o",`);
    expect(jsonOf({ 3: 'x', ...others, key_3: 'y' })).toBe(
      `{"key_3":["x","y"],${written.join('')}"status":"success"}`,
    );
    expect(jsonOf({ ...others, status: null })).toBe(
      `{${written.join('')}"status":["","success"]}`,
    );
  });

  test.each([
    ['first name', 'first_name'],
    ['', '_'],
    ['-5', '_-5'],
    ['1a', '_1a'],
    ['a:b', 'a_b'],
    ['a><b', 'a__b'],
    ['😀', '_'],
    ['\ud800', '_'],
    ['ção', 'ção'],
    ['a.b-c', 'a.b-c'],
  ])('%j is written as <%s>', (name, element) => {
    expect(xmlOf({ [name]: 'x' })).toBe(`<${element}>x</${element}><status>success</status>`);
    expect(reread({ [name]: 'x' }, 'xml')).toEqual({ value: { [element]: 'x' } });
  });

  test('of objects are data in both formats', () => {
    const value = JSON.parse('{"__proto__":{"a":"x"},"toString":"y","valueOf":"z"}') as WireValue;
    for (const format of ['json', 'xml'] as const) {
      expect(JSON.stringify(reread(value, format))).toBe(JSON.stringify({ value }));
    }
  });

  test('of methods that XML does not allow do not break the document', () => {
    expect(encodeAnswer('1 <x>', { value: 1 }, 'xml')).toContain('<_1__x_>');
    expect(encodeAnswer('1 <x>', { fault: unknownMethodFault('1 <x>') }, 'xml')).toBe(
      `${declaration}<rest generator="zend" version="1.0"><response><message>Unknown Method '1 &lt;x&gt;'.</message></response><status>failed</status></rest>\n`,
    );
  });
});

describe('a fault', () => {
  test('of a method stands in its element, whatever its code', () => {
    const fault = { faultCode: 'Server', faultString: 'kaput' };
    expect(encodeAnswer('m', { fault }, 'json')).toBe(
      '{"Egoi_Api":{"m":{"response":{"message":"kaput"},"status":"failed"}}}',
    );
  });

  test('for a method that is not there stands outside the class', () => {
    expect(encodeAnswer('m', { fault: unknownMethodFault('m') }, 'json')).toBe(
      `{"m":{"response":{"message":"Unknown Method 'm'."},"status":"failed"}}`,
    );
  });

  test('for no method stands under rest', () => {
    expect(encodeAnswer('', { fault: noMethodFault() }, 'json')).toBe(
      '{"rest":{"response":{"message":"No Method Specified."},"status":"failed"}}',
    );
  });

  test.each([
    noMethodFault(),
    unknownMethodFault('m'),
    { faultCode: restFaultCode.failed, faultString: 'no' },
    { faultCode: restFaultCode.failed, faultString: '' },
  ])('$faultCode is read back as it was written', (fault) => {
    for (const format of ['json', 'xml'] as const) {
      const answer = encodeAnswer('m', { fault }, format);
      expect(decodeAnswer(answer, { method: 'm', format, expectsList: false })).toEqual({ fault });
    }
  });
});

test('64 levels are written and read, and one more is refused', () => {
  const nested = (levels: number): WireValue =>
    JSON.parse(`${'{"a":'.repeat(levels)}"x"${'}'.repeat(levels)}`) as WireValue;
  for (const format of ['json', 'xml'] as const) {
    expect(reread(nested(64), format)).toEqual({ value: nested(64) });
    expect(() => encodeAnswer('m', { value: nested(65) }, format)).toThrow(WireFormatError);
  }
});
