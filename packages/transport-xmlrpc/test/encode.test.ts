import { describe, expect, test } from '@jest/globals';
import { type WireObject } from '@egoi-client/core';
import { maxWireDepth, setMember, WireFormatError } from '@egoi-client/core/wire';
import type { WireValue } from '@egoi-client/core';
import { decodeAnswer, encodeAnswer, encodeCall } from '../src/codec.ts';

const head = '<?xml version="1.0" encoding="UTF-8"?>';

/** What stands for one value in a call. */
function inCall(value: WireValue): string {
  const document = encodeCall({ method: 'm', options: { v: value } });
  const start = `${head}<methodCall><methodName>m</methodName><params><param><value><struct><member><name>v</name><value>`;
  const end = '</value></member></struct></value></param></params></methodCall>';
  expect(document.startsWith(start) && document.endsWith(end)).toBe(true);
  return document.slice(start.length, -end.length);
}

function inAnswer(value: WireValue): string {
  const document = encodeAnswer({ value });
  const start = `${head}<methodResponse><params><param><value>`;
  const end = '</value></param></params></methodResponse>';
  expect(document.startsWith(start) && document.endsWith(end)).toBe(true);
  return document.slice(start.length, -end.length);
}

function nested(levels: number): WireValue {
  let value: WireValue = [];
  for (let level = 1; level < levels; level += 1) value = [value];
  return value;
}

describe('numbers', () => {
  test.each([
    [0, '<int>0</int>'],
    [-0, '<int>0</int>'],
    [2_147_483_647, '<int>2147483647</int>'],
    [-2_147_483_648, '<int>-2147483648</int>'],
    [2_147_483_648, '<double>2147483648.0</double>'],
    [-2_147_483_649, '<double>-2147483649.0</double>'],
    [9_007_199_254_740_991, '<double>9007199254740991.0</double>'],
    [1e21, '<double>1000000000000000000000.0</double>'],
    [1.5, '<double>1.5</double>'],
    [-0.1, '<double>-0.1</double>'],
    [1e-7, '<double>0.0000001</double>'],
    [-1.25e-9, '<double>-0.00000000125</double>'],
    [5e-324, `<double>0.${'0'.repeat(323)}5</double>`],
    [Number.MAX_VALUE, `<double>17976931348623157${'0'.repeat(292)}.0</double>`],
  ])('%p goes out in a call as the specification has it', (value, wanted) => {
    expect(inCall(value)).toBe(wanted);
  });

  test.each([
    [2_147_483_648, '<int>2147483648</int>'],
    [Number.MAX_SAFE_INTEGER, '<int>9007199254740991</int>'],
    [Number.MAX_SAFE_INTEGER + 1, '<double>9007199254740992.0</double>'],
  ])('%p goes out in an answer as the service writes it', (value, wanted) => {
    expect(inAnswer(value)).toBe(wanted);
  });
});

describe('texts', () => {
  test.each([
    ['', '<string/>'],
    ['  two  ', '<string>  two  </string>'],
    ['a & b <c> "d"', '<string>a &amp; b &lt;c&gt; "d"</string>'],
    ['&amp;', '<string>&amp;amp;</string>'],
    ['a\rb\r\nc', '<string>a&#xD;b&#xD;\nc</string>'],
    ['<\r>', '<string>&lt;&#xD;&gt;</string>'],
    [']]>]]>', '<string>]]&gt;]]&gt;</string>'],
    [
      '<![CDATA[x]]></string><evil/>',
      '<string>&lt;![CDATA[x]]&gt;&lt;/string&gt;&lt;evil/&gt;</string>',
    ],
    ['Olá 😀', '<string>Olá 😀</string>'],
  ])('%j is escaped so that every reader gives it back', (text, wanted) => {
    expect(inCall(text)).toBe(wanted);
  });

  test('names of members are escaped too', () => {
    expect(inAnswer({ 'a<b>&\r': 1, '': 2 })).toBe(
      '<struct><member><name>a&lt;b&gt;&amp;&#xD;</name><value><int>1</int></value></member>' +
        '<member><name/><value><int>2</int></value></member></struct>',
    );
  });

  test.each(['\u0000', '\u0008', '\u000b', '\u001f', '\ufffe', '\uffff', '\ud800', 'a\udc00b'])(
    '%j, which XML has no place for, is refused in texts and in names',
    (text) => {
      expect(() => encodeAnswer({ value: text })).toThrow(WireFormatError);
      expect(() => encodeAnswer({ value: { [text]: 1 } })).toThrow(WireFormatError);
    },
  );
});

describe('structures', () => {
  test('null, true, false, empty list and empty struct have their own forms', () => {
    expect(inCall([null, true, false, [], {}])).toBe(
      '<array><data><value><nil/></value><value><boolean>1</boolean></value>' +
        '<value><boolean>0</boolean></value><value><array><data/></array></value>' +
        '<value><struct/></value></data></array>',
    );
  });

  test('a call without options carries an empty struct', () => {
    expect(encodeCall({ method: 'getLists', options: {} })).toBe(
      `${head}<methodCall><methodName>getLists</methodName><params><param><value><struct/></value></param></params></methodCall>`,
    );
  });

  test('members named like parts of the language are written as data', () => {
    const struct: WireObject = {};
    setMember(struct, '__proto__', { polluted: true });
    setMember(struct, 'constructor', 'c');
    setMember(struct, 'toString', 't');
    expect(inAnswer(struct)).toBe(
      '<struct><member><name>__proto__</name><value><struct><member><name>polluted</name><value><boolean>1</boolean></value></member></struct></value></member>' +
        '<member><name>constructor</name><value><string>c</string></value></member>' +
        '<member><name>toString</name><value><string>t</string></value></member></struct>',
    );
  });

  test('the deepest value allowed is written, and one level more is refused', () => {
    expect(decodeAnswer(encodeAnswer({ value: nested(maxWireDepth) }))).toStrictEqual({
      value: nested(maxWireDepth),
    });
    expect(() => encodeAnswer({ value: nested(maxWireDepth + 1) })).toThrow(WireFormatError);
  });

  test('a value that holds itself is refused', () => {
    const value: WireObject = {};
    value['self'] = value;
    expect(() => encodeAnswer({ value })).toThrow(WireFormatError);
  });

  const sparse: WireValue[] = [];
  sparse[2] = 'x';
  test.each([
    ['NaN', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['undefined', undefined],
    ['a bigint', 1n],
    ['a function', () => 1],
    ['a symbol', Symbol('s')],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['bytes', new Uint8Array(2)],
    ['a list with holes', sparse],
  ])('%s, which came past the types, is refused', (_name, value) => {
    const smuggled = value as WireValue;
    expect(() => encodeAnswer({ value: smuggled })).toThrow(WireFormatError);
    expect(() => encodeCall({ method: 'm', options: { list: [smuggled] } })).toThrow(
      WireFormatError,
    );
  });

  test.each(['', 'a b', 'a<b', 'é', 'x'.repeat(256), 'm\n'])(
    'the method name %j is refused',
    (method) => {
      expect(() => encodeCall({ method, options: {} })).toThrow(WireFormatError);
    },
  );

  test('what is refused is not repeated in the error', () => {
    const secret = 'SECRET\u0000';
    expect(() => encodeCall({ method: 'm', options: { apikey: secret } })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('SECRET') }),
    );
  });
});

describe('faults', () => {
  const fault = (faultCode: string, faultString = 'x') =>
    encodeAnswer({ fault: { faultCode, faultString } });

  test('carry a code and a text', () => {
    expect(fault('620', 'Method "x" <does> not exist')).toBe(
      `${head}<methodResponse><fault><value><struct>` +
        '<member><name>faultCode</name><value><int>620</int></value></member>' +
        '<member><name>faultString</name><value><string>Method "x" &lt;does&gt; not exist</string></value></member>' +
        '</struct></value></fault></methodResponse>',
    );
  });

  test.each(['0', '-32700', '2147483647'])('the code %s is an int', (code) => {
    expect(fault(code)).toContain(`<value><int>${code}</int></value>`);
  });

  test.each(['Client', '007', '2147483648', '1.5', '1e3', ' 1', '-0', 'soap:Server.<1>'])(
    'the code %j stays text',
    (code) => {
      expect(fault(code)).not.toContain('<int>');
      expect(decodeAnswer(fault(code))).toStrictEqual({
        fault: { faultCode: code, faultString: 'x' },
      });
    },
  );
});
