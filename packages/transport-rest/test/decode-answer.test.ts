import { type WireObject } from '@egoi-client/core';
import { namesAsTheyCame, WireFormatError } from '@egoi-client/core/wire';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeAnswer, type RestFormat } from '../src/codec.ts';
import { goldenExchange } from './support/golden.ts';

function read(text: string, format: RestFormat = 'json', method = 'getLists', expectsList = true) {
  return decodeAnswer(text, { method, format, expectsList });
}

function json(body: string, method = 'getLists') {
  return read(`{"Egoi_Api":{"getLists":${body}}}`, 'json', method);
}

function xml(body: string) {
  return read(`<Egoi_Api><getLists>${body}</getLists></Egoi_Api>`, 'xml');
}

describe('what servers may send beside the captured answers', () => {
  test.each<[string, string, unknown]>([
    ['items in another order', '{"key_1":"b","key_0":"a","status":"success"}', { 0: 'a', 1: 'b' }],
    ['the status first', '{"status":"success","key_0":"a"}', ['a']],
    ['numbers with a gap', '{"key_0":"a","key_2":"c","status":"success"}', { 0: 'a', 2: 'c' }],
    ['a number written twice', '{"key_0":"a","key_00":"b"}', { 0: 'a', '00': 'b' }],
    ['prefixed numbers among names', '{"key_4":"a","ERROR":"X"}', { 4: 'a', ERROR: 'X' }],
    ['names that only look prefixed', '{"key_":"a","key_x":"b"}', { key_: 'a', key_x: 'b' }],
    ['no status', '{"key_0":"a"}', ['a']],
    ['a response without a status', '{"response":"OK"}', 'OK'],
    ['a response of null', '{"response":null,"status":"success"}', null],
    ['a response that is a number', '{"response":42,"status":"success"}', 42],
    [
      'whole numbers up to 2^53',
      '{"a":[9007199254740991,-9007199254740991]}',
      { a: [2 ** 53 - 1, 1 - 2 ** 53] },
    ],
    [
      'whole numbers beyond 2^53',
      '{"a": 9007199254740993 ,"b":[-12345678901234567890,1],"c":{"d":227490627192107008}}',
      { a: '9007199254740993', b: ['-12345678901234567890', 1], c: { d: '227490627192107008' } },
    ],
    [
      'a long number that is the result',
      '{"response":9007199254740993,"status":"success"}',
      '9007199254740993',
    ],
    [
      'a long number in a text',
      '{"a":"x: 9007199254740993, \\"","b":9007199254740993}',
      { a: 'x: 9007199254740993, "', b: '9007199254740993' },
    ],
    [
      'floats that PHP writes with an exponent',
      '{"a":1e15,"b":1.0e+15,"c":1000000000000000.0}',
      { a: '1.0E+15', b: '1.0E+15', c: '1.0E+15' },
    ],
    [
      'other floats',
      '{"a":1e-7,"b":0.1234567890123456789,"c":1e20}',
      { a: 1e-7, b: 0.12345678901234568, c: 1e20 },
    ],
    ['a member that comes twice', '{"a":"x","a":"y"}', { a: 'y' }],
    ['typed leaves', '{"a":1,"b":true,"c":null,"d":-1.5e3}', { a: 1, b: true, c: null, d: -1500 }],
    ['an array', '["a",{"key_0":"b"}]', ['a', ['b']]],
    ['an empty array', '[]', []],
    ['a text', '"OK"', 'OK'],
    ['an error beside a success', '{"ERROR":"X","status":"success"}', { ERROR: 'X' }],
    ['a status of its own', '{"status":"active","id":"1"}', { status: 'active', id: '1' }],
    ['a failed status among data', '{"status":"failed","id":"1"}', { status: 'failed', id: '1' }],
    ['a failed status alone', '{"status":"failed"}', { status: 'failed' }],
    [
      'a failed status and more than a response',
      '{"status":"failed","response":"x","id":"1"}',
      { status: 'failed', response: 'x', id: '1' },
    ],
    ['digits beyond 2^53', '{"id":"12345678901234567890"}', { id: '12345678901234567890' }],
    ['an empty struct within', '{"a":{},"b":{"c":""}}', { a: [], b: { c: '' } }],
    [
      'more than ten items within',
      `{"a":{${Array.from({ length: 12 }, (_, index) => `"key_${index}":"${index}"`).join(',')}}}`,
      { a: Array.from({ length: 12 }, (_, index) => `${index}`) },
    ],
    [
      'items that are no list from some place on',
      '{"a":{"key_0":"a","key_01":"b"}}',
      { a: { 0: 'a', '01': 'b' } },
    ],
    ['an inner status', '{"a":{"status":"success"}}', { a: { status: 'success' } }],
  ])('%s', (_name, body, value) => {
    expect(json(body)).toStrictEqual({ value });
  });

  test.each([
    ['prefixed', '{"a":{"key_10":"x","key_9":"y","key_11":"z"}}'],
    ['bare', '{"a":{"10":"x" , "9" :"y","11":"z"}}'],
  ])('numbers out of order, %s, keep the order in which they came', (_how, body) => {
    const answer = json(body);
    const { a } = (answer as { value: { a: WireObject } }).value;
    expect(a).toStrictEqual({ 9: 'y', 10: 'x', 11: 'z' });
    expect(namesAsTheyCame(a)).toEqual(['10', '9', '11']);
  });

  test('a member whose name is that of a prototype', () => {
    const { value } = json('{"a":{"__proto__":{"x":"1"}},"b":9007199254740993}') as {
      value: { a: object };
    };
    expect(Object.keys(value.a)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(value.a)).toBe(Object.prototype);
  });

  test('any numbers, texts and names are read as the engine reads them, or in all their digits', () => {
    const number = fc.oneof(
      fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }).map(String),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => JSON.stringify(value)),
    );
    const text = fc.string({ unit: fc.constantFrom('"', '\\', '1', ':', ' ', 'é', 'a', '-', '9') });
    const content = fc.array(
      fc.tuple(
        text,
        fc.oneof(
          number,
          text.map((word) => JSON.stringify(word)),
        ),
      ),
    );
    fc.assert(
      fc.property(content, (members) => {
        const body = members.map(
          ([name, written], at) => `${JSON.stringify(`n${at}${name}`)} : ${written}`,
        );
        const { value } = json(`{"a":{${['"n":1', ...body].join(' , ')}}}`) as {
          value: { a: WireObject };
        };
        for (const [at, [name, written]] of members.entries()) {
          const got = value.a[`n${at}${name}`];
          if (/^-?\d+$/.test(written))
            expect(JSON.stringify(got)).toMatch(new RegExp(`^"?${BigInt(written)}"?$`));
          else
            expect(typeof got === 'string' && !written.startsWith('"') ? Number(got) : got).toBe(
              JSON.parse(written),
            );
        }
      }),
      { seed: 20_260_101, numRuns: 300 },
    );
  });

  test('a failure whose response is text', () => {
    expect(json('{"response":"no","status":"failed"}')).toEqual({
      fault: { faultCode: 'failed', faultString: 'no' },
    });
  });

  test('a failure that says nothing', () => {
    const fault = { faultCode: 'failed', faultString: '' };
    expect(json('{"response":{},"status":"failed"}')).toEqual({ fault });
  });

  test('attributes beside the method, as the conversion to JSON can be told to keep', () => {
    const text = '{"Egoi_Api":{"getLists":{"key_0":"a"},"@attributes":{"generator":"zend"}}}';
    expect(read(text)).toEqual({ value: ['a'] });
  });

  test('a byte order mark and blanks around', () => {
    const { json: body, xml: document } = goldenExchange('getReport__list-of-scalars');
    const value = ['a', 'b'];
    expect(read(`\ufeff\r\n${body}\n`, 'json', 'getReport')).toEqual({ value });
    expect(read(`\ufeff\n${document}\n`, 'xml', 'getReport')).toEqual({ value });
  });

  test('another spelling of the method', () => {
    expect(read('{"Egoi_Api":{"checkLogin":{"response":"OK"}}}', 'json', 'checklogin')).toEqual({
      value: 'OK',
    });
    expect(json('{"response":"OK"}', 'GETLISTS')).toEqual({ value: 'OK' });
  });

  test.each<[string, string, unknown]>([
    ['indented', '\n  <key_0>\n    <a>x</a>\n  </key_0>\n', [{ a: 'x' }]],
    [
      'with CDATA, comments and references',
      '<a>1<!-- & --><![CDATA[<&amp;]]>&#x41;&#66;</a>',
      { a: '1<&amp;AB' },
    ],
    [
      'with markup in CDATA',
      '<a><![CDATA[<!DOCTYPE html><?x ]]></a>',
      { a: '<!DOCTYPE html><?x ' },
    ],
    ['with attributes', '<a x="1" y=\'2 > 1\'>z</a>', { a: 'z' }],
    ['with elements of one name', '<a>x</a><a>y</a><b/>', { a: ['x', 'y'], b: '' }],
    ['with line ends of Windows', '<a>x\r\ny</a>', { a: 'x\ny' }],
    ['with blanks as the text', '<a>  </a>', { a: '  ' }],
  ])('XML %s', (_name, body, value) => {
    expect(xml(body)).toStrictEqual({ value });
  });

  test('a long text full of references', () => {
    const text = '&amp;&#65;'.repeat(150_000);
    expect(xml(`<a>${text}</a>`)).toEqual({ value: { a: '&A'.repeat(150_000) } });
  });
});

describe('an empty body', () => {
  test.each(['', ' \r\n\t', '\ufeff'])('%j is the empty list where it may be one', (text) => {
    for (const format of ['json', 'xml'] as const) {
      expect(read(text, format)).toStrictEqual({ value: [] });
    }
  });

  test.each(['', ' \r\n\t'])('%j is no answer where anything else is promised', (text) => {
    for (const format of ['json', 'xml'] as const) {
      expect(() => read(text, format, 'getUserData', false)).toThrow(/PHP process.*emptyAnswer/);
    }
  });
});

describe('a text in JSON that no other wire could carry', () => {
  test.each([
    ['NUL', '\\u0000'],
    ['a control character', '\\u001F'],
    ['a backspace', 'a\\b'],
    ['a form feed', '\\f'],
    ['no character', '\\uFFFE'],
    ['no character, unescaped', '\uffff'],
    ['the first half of a pair', '\\ud83dx'],
    ['the second half of a pair', '\\ude00'],
    ['a pair in the wrong order', '\\ude00\\ud83d'],
    ['two first halves', '\\ud83d\\ud83d\\ude00'],
    ['an unescaped control character', '\u001f'],
  ])('is refused: %s', (_name, text) => {
    expect(() => json(`{"a":"${text}"}`)).toThrow(WireFormatError);
    expect(() => json(`{"x${text}":"a"}`)).toThrow(WireFormatError);
  });

  test.each([
    ['a tab and line ends', '\\t\\n\\r', '\t\n\r'],
    ['them by number', '\\u0009\\u000A\\u000d', '\t\n\r'],
    ['a pair', '\\ud83d\\uDE00', '😀'],
    ['the end of the escapes in ASCII', '\\u007f', '\u007f'],
    ['a backslash before what looks like an escape', '\\\\u001f\\\\b', '\\u001f\\b'],
    ['Unicode’s replacement', '\\ufffd', '\ufffd'],
  ])('is not %s', (_name, text, value) => {
    expect(json(`{"a":"x${text}y"}`)).toEqual({ value: { a: `x${value}y` } });
  });
});

describe('JSON that is no answer to the call', () => {
  const { json: whole } = goldenExchange('getReport__every-type');

  test.each([
    ['text', 'oops'],
    ['an HTML page', '<html><body>502</body></html>'],
    ['XML', goldenExchange('getReport__null').xml],
    ['half an answer', whole.slice(0, whole.length / 2)],
    ['all but the last character', whole.slice(0, -1)],
    ['two answers', whole + whole],
    ['null', 'null'],
    ['a number', '7'],
    ['a list', '[]'],
    ['an empty struct', '{}'],
    ['something else', '{"error":"x"}'],
    ['a failure of nobody', '{"a":{"status":"failed"},"b":{}}'],
    ['an empty envelope', '{"Egoi_Api":{}}'],
    ['an envelope that is a list', '{"Egoi_Api":[{"getReport":{}}]}'],
    ['an envelope that is text', '{"Egoi_Api":"getReport"}'],
    ['an inherited envelope', '{"__proto__":{"Egoi_Api":{"getReport":{}}}}'],
    ['a method outside the envelope', '{"getReport":{"key_0":"a","status":"success"}}'],
    ['another method', '{"Egoi_Api":{"getLists":{"status":"success"}}}'],
    ['a failure of another method', '{"getLists":{"response":{},"status":"failed"}}'],
    ['a number without end', '{"Egoi_Api":{"getReport":{"a":[1e999]}}}'],
  ])('%s', (_name, text) => {
    expect(() => read(text, 'json', 'getReport')).toThrow(WireFormatError);
  });

  test('says so when it belongs to another method', () => {
    expect(() => json('{}', 'getUserData')).toThrow('it belongs to another method');
  });

  test.each([
    ['arrays', '[', ']'],
    ['structs', '{"a":', '}'],
  ])('of 100,000 %s inside one another', (_name, open, close) => {
    const body = `${open.repeat(100_000)}"x"${close.repeat(100_000)}`;
    expect(() => json(body)).toThrow(WireFormatError);
  });
});

describe('XML that is no answer to the call', () => {
  const { xml: whole } = goldenExchange('getReport__every-type');
  const inMethod = (body: string) => `<Egoi_Api><getReport>${body}</getReport></Egoi_Api>`;

  test.each([
    ['text', 'oops'],
    ['JSON', '{"Egoi_Api":{"getReport":{}}}'],
    ['an HTML page', '<!DOCTYPE html><html><body><p>502<br></body></html>'],
    ['half an answer', whole.slice(0, whole.length / 2)],
    ['all but the last element', whole.slice(0, whole.lastIndexOf('<'))],
    ['two answers', whole + whole.slice(whole.indexOf('<Egoi'))],
    ['a second root behind an empty one', `<a/>${inMethod('')}`],
    ['text behind the root', `${inMethod('<a/>')}x`],
    ['text before the root', `x${inMethod('<a/>')}`],
    ['an element that is not closed', inMethod('<a>')],
    ['an attribute without quotes', inMethod('<a b=c/>')],
    ['text beside elements', inMethod('<a>x<b/></a>')],
    ['an unknown entity', inMethod('<a>&eacute;</a>')],
    ['a bare ampersand', inMethod('<a>x & y</a>')],
    ['a reference to NUL', inMethod('<a>&#0;</a>')],
    ['a reference to half a pair', inMethod('<a>&#xD800;</a>')],
    ['a reference beyond Unicode', inMethod('<a>&#x110000;</a>')],
    ['a control character', inMethod('<a>\u0001</a>')],
    ['a document type', `<!DOCTYPE Egoi_Api>${inMethod('<a/>')}`],
    ['a document type inside', inMethod('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')],
    ['entities', `<!DOCTYPE a [<!ENTITY b "${'x'.repeat(99)}">]>${inMethod('<a>&b;&b;</a>')}`],
    ['a file of the machine', `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///b">]>${inMethod('&b;')}`],
    ['an instruction', inMethod('<?php echo 1 ?>')],
    ['a comment without end', inMethod('<!-- ')],
    ['CDATA without end', inMethod('<![CDATA[ ')],
    ['a section of another kind', inMethod('<![IGNORE[ x ]]>')],
    ['another root', '<other><getReport/></other>'],
    ['another method', '<Egoi_Api><getLists/></Egoi_Api>'],
    ['the envelope alone', '<Egoi_Api/>'],
    ['65 levels', inMethod(`${'<a>'.repeat(65)}${'</a>'.repeat(65)}`)],
    ['100,000 levels', inMethod(`${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`)],
    ['100,000 elements that stay open', '<a>'.repeat(100_000)],
    ['100,000 comments that stay open', '<!--'.repeat(100_000)],
    ['100,000 blanks in a tag', `<a${' '.repeat(100_000)}`],
  ])('%s', (_name, text) => {
    expect(() => read(text, 'xml', 'getReport')).toThrow(WireFormatError);
  });

  test('is refused without a word of what it says', () => {
    for (const text of ['<topsecret', '<a>&topsecret;</a>', '<Egoi_Api><topsecret/></Egoi_Api>']) {
      expect(() => read(text, 'xml')).not.toThrow(/topsecret/);
    }
    expect(() => read('{"Egoi_Api":{"topsecret":1}}')).not.toThrow(/topsecret/);
    expect(() => read('topsecret')).not.toThrow(/topsecret/);
  });

  test('leaves nothing behind for the answer that follows', () => {
    expect(() => xml('<!DOCTYPE a [<!ENTITY amp "evil">]>')).toThrow(WireFormatError);
    expect(xml('<a>&amp;</a>')).toEqual({ value: { a: '&' } });
  });
});

test.each([
  ['json', '{"Egoi_Api":{"getLists":{"__proto__":{"polluted":"x"},"constructor":"y"}}}'],
  [
    'xml',
    '<Egoi_Api><getLists><__proto__><polluted>x</polluted></__proto__><constructor>y</constructor></getLists></Egoi_Api>',
  ],
] as const)('the names of objects are data in %s', (format, text) => {
  const answer = read(text, format);
  expect(JSON.stringify(answer)).toBe('{"value":{"__proto__":{"polluted":"x"},"constructor":"y"}}');
  expect('polluted' in {}).toBe(false);
});
