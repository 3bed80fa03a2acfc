import { describe, expect, test } from '@jest/globals';
import { maxWireDepth, WireFormatError } from '@egoi-client/core/wire';
import { decodeAnswer, decodeCall } from '../src/codec.ts';

const answerOf = (value: string) =>
  `<methodResponse><params><param>${value}</param></params></methodResponse>`;
const decodeValue = (value: string) => decodeAnswer(answerOf(`<value>${value}</value>`));
const callOf = (params: string) =>
  `<?xml version="1.0"?><methodCall><methodName>getLists</methodName>${params}</methodCall>`;
const nestedLists = (levels: number) =>
  '<array><data><value>'.repeat(levels) + '</value></data></array>'.repeat(levels);

describe('scalars', () => {
  test.each([
    ['<string>a</string>', 'a'],
    ['<string> a\n b </string>', ' a\n b '],
    ['<string/>', ''],
    ['plain', 'plain'],
    ['  ', '  '],
    ['', ''],
    ['a<!-- c -->b<![CDATA[<c>]]>&amp;&#xD;', 'ab<c>&\r'],
    ['\n  <string>a</string>\n', 'a'],
    ['<int>42</int>', 42],
    ['<i4>-7</i4>', -7],
    ['<i8>9007199254740991</i8>', 9_007_199_254_740_991],
    ['<i8>9007199254740992</i8>', '9007199254740992'],
    ['<i1>+1</i1>', 1],
    ['<i2>007</i2>', 7],
    ['<integer> 5 </integer>', 5],
    ['<int>-0</int>', 0],
    ['<int>2147483648</int>', 2_147_483_648],
    ['<double>1.5</double>', 1.5],
    ['<double>-.5</double>', -0.5],
    ['<double>5.</double>', 5],
    ['<double>1e-7</double>', 1e-7],
    ['<double>1E+2</double>', 100],
    ['<double>-0.0</double>', 0],
    ['<double>9007199254740993</double>', '9007199254740993'],
    ['<double>1e400</double>', '1e400'],
    ['<double>NaN</double>', 'NaN'],
    ['<double> -INF </double>', '-INF'],
    ['<double>Infinity</double>', 'Infinity'],
    ['<float>0.25</float>', 0.25],
    ['<boolean>1</boolean>', true],
    ['<boolean> 0 </boolean>', false],
    ['<boolean>true</boolean>', true],
    ['<boolean>false</boolean>', false],
    ['<boolean>\n True </boolean>', true],
    ['<boolean>FALSE</boolean>', false],
    ['<boolean/>', ''],
    ['<int/>', ''],
    ['<i4> </i4>', ' '],
    ['<double/>', ''],
    ['<i8>\n 0\n</i8>', 0],
    ['<base64>T2zDoQ==</base64>', 'Olá'],
    ['<base64>\n  T2zD\n  oQ==\n</base64>', 'Olá'],
    ['<base64/>', ''],
    ['<nil/>', null],
    ['<nil> </nil>', null],
  ])('%s is read as its type says', (value, wanted) => {
    expect(decodeValue(value)).toStrictEqual({ value: wanted });
  });

  test.each([
    ['<ex:nil/>', null],
    ['<ex:i8>5</ex:i8>', 5],
    ['<ex:i1>5</ex:i1>', 5],
    ['<ex:float>1.5</ex:float>', 1.5],
    ['<ex:biginteger>123456789012345678901</ex:biginteger>', '123456789012345678901'],
    ['<ex:bigdecimal>0.1</ex:bigdecimal>', 0.1],
    ['<ex:dateTime>20200102T03:04:05</ex:dateTime>', '2020-01-02T03:04:05'],
    ['<ex:i2>-5</ex:i2>', -5],
    ['<ex:i4>5</ex:i4>', 5],
  ])('%s of the Apache extensions is read', (value, wanted) => {
    const uri = 'http://ws.apache.org/xmlrpc/namespaces/extensions';
    const document = answerOf(`<value>${value}</value>`);
    const declared = document.replace('<methodResponse>', `<methodResponse xmlns:ex="${uri}">`);
    expect(decodeAnswer(declared)).toStrictEqual({ value: wanted });
  });

  test.each([
    '<int>12abc</int>',
    '<int>1.5</int>',
    '<int>0x10</int>',
    '<int>1 2</int>',
    '<int>٣</int>',
    '<i8>--1</i8>',
    '<boolean>2</boolean>',
    '<boolean>yes</boolean>',
    '<boolean>tru</boolean>',
    '<double>1,5</double>',
    '<double>.</double>',
    '<base64>T2zDoQ=</base64>',
    '<base64>T2zDoQ</base64>',
    '<base64>Olá</base64>',
    '<base64>/w==</base64>',
    '<base64>YQBi</base64>',
    '<nil>x</nil>',
    '<text>x</text>',
    '<String>x</String>',
    '<string><b>x</b></string>',
    '<int>1<int>2</int></int>',
    '<int>1</int><int>2</int>',
    'x<int>1</int>',
    '<int>1</int>x',
    '<x:int xmlns:x="urn:other">1</x:int>',
    '<struct xmlns="http://ws.apache.org/xmlrpc/namespaces/extensions"/>',
  ])('%s is refused', (value) => {
    expect(() => decodeValue(value)).toThrow(WireFormatError);
  });
});

describe('moments have the form that SOAP gives them', () => {
  test.each([
    ['20200102T03:04:05', '2020-01-02T03:04:05'],
    ['20200102T030405', '2020-01-02T03:04:05'],
    ['2020-01-02T03:04:05', '2020-01-02T03:04:05'],
    [' 20200102t03:04:05\n', '2020-01-02T03:04:05'],
    ['20200102T03:04:05Z', '2020-01-02T03:04:05Z'],
    ['20200102T03:04:05z', '2020-01-02T03:04:05Z'],
    ['20200102T03:04:05+0130', '2020-01-02T03:04:05+01:30'],
    ['2020-01-02T03:04:05-03', '2020-01-02T03:04:05-03:00'],
    ['2020-01-02T03:04:05+01:00', '2020-01-02T03:04:05+01:00'],
    ['20200102T03:04:05.250', '2020-01-02T03:04:05.250'],
    ['20200102T03:04:05,5Z', '2020-01-02T03:04:05.5Z'],
    ['00000000T00:00:00', '0000-00-00T00:00:00'],
    ['2020-01-02 03:04:05', '2020-01-02 03:04:05'],
    ['2020-0102T03:04:05', '2020-0102T03:04:05'],
    ['soon', 'soon'],
    ['', ''],
  ])('%j', (text, moment) => {
    const typed = `<dateTime.iso8601>${text}</dateTime.iso8601>`;
    expect(decodeValue(typed)).toStrictEqual({ value: moment });
  });
});

describe('structures', () => {
  test('lists and structs keep their order and their types', () => {
    const document = `
      <struct>
        <member> <name>rows</name> <value> <array> <data>
          <value><int>1</int></value> <value>two</value>
        </data> </array> </value> </member>
        <member><value><nil/></value><name> spaced name </name></member>
        <member><name/><value/></member>
      </struct>`;
    expect(decodeValue(document)).toStrictEqual({
      value: { rows: [1, 'two'], ' spaced name ': null, '': '' },
    });
  });

  test('of members with the same name the last wins', () => {
    const member = (value: number) =>
      `<member><name>a</name><value><int>${value}</int></value></member>`;
    expect(decodeValue(`<struct>${member(1)}${member(2)}</struct>`)).toStrictEqual({
      value: { a: 2 },
    });
  });

  test('members named like parts of the language are data and change nothing else', () => {
    const member = (name: string) =>
      `<member><name>${name}</name><value><struct><member><name>polluted</name><value>yes</value></member></struct></value></member>`;
    const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];
    const answer = decodeValue(`<struct>${names.map(member).join('')}</struct>`);
    const value = 'value' in answer ? answer.value : undefined;
    expect(Object.keys(value ?? {})).toEqual(names);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.getOwnPropertyDescriptor(value, '__proto__')?.value).toEqual({
      polluted: 'yes',
    });
    expect('polluted' in {}).toBe(false);
  });

  test.each([
    '<struct><member><name>a</name></member></struct>',
    '<struct><member><value>1</value></member></struct>',
    '<struct><member/></struct>',
    '<struct><member><name>a</name><name>b</name></member></struct>',
    '<struct><member><name>a</name><value>1</value><value>2</value></member></struct>',
    '<struct><member><name>a<b/></name><value>1</value></member></struct>',
    '<struct><name>a</name><value>1</value></struct>',
    '<struct>x</struct>',
    '<array/>',
    '<array><value>1</value></array>',
    '<array><data/><data/></array>',
    '<array><data>1</data></array>',
    '<array><data><int>1</int></data></array>',
    '<value>1</value>',
  ])('%s is refused', (value) => {
    expect(() => decodeValue(value)).toThrow(WireFormatError);
  });
});

describe('calls', () => {
  test.each([
    ['an empty parameter list', '<params/>'],
    ['an empty struct', '<params><param><value><struct/></value></param></params>'],
    [
      'an empty list, as PHP writes an empty struct',
      '<params><param><value><array><data/></array></value></param></params>',
    ],
  ])('%s means no options', (_name, params) => {
    expect(decodeCall(callOf(params))).toStrictEqual({ method: 'getLists', options: {} });
  });

  test('white space around the method name does not count', () => {
    const call = callOf('<params/>').replace('getLists', '\n getLists ');
    expect(decodeCall(call).method).toBe('getLists');
  });

  const struct = '<param><value><struct/></value></param>';
  test.each([
    ['no <params>', callOf('')],
    ['two parameters', callOf(`<params>${struct}${struct}</params>`)],
    ['two <params>', callOf('<params/><params/>')],
    ['a text for a struct', callOf('<params><param><value>x</value></param></params>')],
    ['a nil for a struct', callOf('<params><param><value><nil/></value></param></params>')],
    [
      'a list for a struct',
      callOf('<params><param><value><array><data><value/></data></array></value></param></params>'),
    ],
    ['an empty <param>', callOf('<params><param/></params>')],
    ['a fault', callOf('<fault><value/></fault>')],
    ['no method name', '<methodCall><params/></methodCall>'],
    ['an empty method name', '<methodCall><methodName/><params/></methodCall>'],
    ['an odd method name', '<methodCall><methodName>a b</methodName><params/></methodCall>'],
    [
      'a huge method name',
      `<methodCall><methodName>${'x'.repeat(100_000)}</methodName><params/></methodCall>`,
    ],
    ['an answer', answerOf('<value>1</value>')],
    ['another root', '<call/>'],
  ])('%s is refused', (_name, document) => {
    expect(() => decodeCall(document)).toThrow(WireFormatError);
  });
});

describe('answers', () => {
  test('may come after a byte order mark and blank lines', () => {
    const document = `<?xml version="1.0"?>${answerOf('<value>x</value>')}`;
    expect(decodeAnswer(`\ufeff\r\n\n${document}\n`)).toEqual({ value: 'x' });
  });

  const faultOf = (value: string) =>
    `<methodResponse><fault><value>${value}</value></fault></methodResponse>`;
  const member = (name: string, value: string) =>
    `<member><name>${name}</name><value>${value}</value></member>`;

  test.each([
    ['an int', '<int>4</int>', '4'],
    ['a text', '<string>Server</string>', 'Server'],
    ['an untyped text', 'Server', 'Server'],
  ])('a fault code may be %s and is text', (_name, code, faultCode) => {
    const struct = `<struct>${member('faultString', 'no')}${member('faultCode', code)}</struct>`;
    expect(decodeAnswer(faultOf(struct))).toStrictEqual({
      fault: { faultCode, faultString: 'no' },
    });
  });

  test.each([
    ['a text', 'kaput'],
    ['a list', '<array><data/></array>'],
    ['a struct without members', '<struct/>'],
    ['a struct without a text', `<struct>${member('faultCode', '<int>1</int>')}</struct>`],
    [
      'a struct with a list for a code',
      `<struct>${member('faultCode', '<array><data/></array>')}${member('faultString', 'x')}</struct>`,
    ],
  ])('a fault that is %s is refused', (_name, value) => {
    expect(() => decodeAnswer(faultOf(value))).toThrow(WireFormatError);
  });

  test.each([
    ['nothing', ''],
    ['white space', ' \n'],
    ['text', 'Internal Server Error'],
    ['JSON', '{"Egoi_Api":{}}'],
    ['a truncated document', answerOf('<value>1</value>').slice(0, -5)],
    ['an empty root', '<methodResponse/>'],
    ['no parameter', '<methodResponse><params/></methodResponse>'],
    ['an empty parameter', answerOf('')],
    [
      'two parameters',
      '<methodResponse><params><param><value/></param><param><value/></param></params></methodResponse>',
    ],
    [
      'a value and a fault',
      '<methodResponse><params><param><value/></param></params><fault><value/></fault></methodResponse>',
    ],
    ['text between elements', '<methodResponse>x<params/></methodResponse>'],
    ['two roots', answerOf('<value/>') + answerOf('<value/>')],
    ['junk before it', `Warning: x${answerOf('<value/>')}`],
    ['junk after it', `${answerOf('<value/>')}<br/>`],
    ['text after it', `${answerOf('<value/>')}done`],
    ['a call', callOf('<params/>')],
    ['a SOAP envelope', '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"/>'],
    ['a page', '<html><body>Bad gateway</body></html>'],
    ['mismatched tags', '<methodResponse><params></methodResponse></params>'],
    ['tags in another case', answerOf('<value/>').replaceAll('param', 'Param')],
  ])('%s is refused', (_name, document) => {
    expect(() => decodeAnswer(document)).toThrow(WireFormatError);
  });
});

describe('hostile documents', () => {
  test.each([
    ['a document type', `<!DOCTYPE methodResponse>${answerOf('<value/>')}`],
    [
      'an entity that reads a file',
      `<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]>${answerOf('<value>&x;</value>')}`,
    ],
    [
      'entities that multiply',
      `<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${answerOf('<value>&b;</value>')}`,
    ],
    ['an unknown entity', answerOf('<value>&eacute;</value>')],
    ['a control character', answerOf('<value>&#1;</value>')],
    ['a huge element name', answerOf(`<value><${'x'.repeat(1_000_000)}/></value>`)],
    [
      'very many attributes',
      answerOf(
        `<value ${Array.from({ length: 5000 }, (_, index) => `a${index}="1"`).join(' ')}></value>`,
      ),
    ],
    ['lists without a bottom', answerOf('<value><array><data>'.repeat(100_000))],
    ['elements without a bottom', '<methodResponse>'.repeat(100_000)],
  ])('%s is refused', (_name, document) => {
    expect(() => decodeAnswer(document)).toThrow(WireFormatError);
  });

  test('the deepest value allowed is read, and one level more is refused', () => {
    expect(() => decodeValue(nestedLists(maxWireDepth))).not.toThrow();
    expect(() => decodeValue(nestedLists(maxWireDepth + 1))).toThrow(/nested deeper/);
  });

  test('depth counts levels, not the lists beside one another', () => {
    const flat = (item: string) => `<array><data>${item.repeat(1000)}</data></array>`;
    expect(decodeValue(flat('<value><struct/></value>'))).toStrictEqual({
      value: Array.from({ length: 1000 }, () => ({})),
    });
    expect(decodeValue(flat('<value><array><data/></array></value>'))).toStrictEqual({
      value: Array.from({ length: 1000 }, () => []),
    });
  });

  test('a huge member name is data', () => {
    const name = 'n'.repeat(1_000_000);
    const answer = decodeValue(
      `<struct><member><name>${name}</name><value><int>1</int></value></member></struct>`,
    );
    expect(answer).toStrictEqual({ value: { [name]: 1 } });
  });

  test.each([
    ['int', `${'1'.repeat(2_000_000)}x`],
    ['double', `${'1'.repeat(2_000_000)}x`],
    ['double', `.${'1'.repeat(2_000_000)}e`],
    ['dateTime.iso8601', ' '.repeat(2_000_000)],
    ['boolean', `1${' '.repeat(2_000_000)}x`],
  ])('an endless %s is judged in one pass', (type, text) => {
    const document = `<${type}>${text}</${type}>`;
    if (type === 'dateTime.iso8601') expect(() => decodeValue(document)).not.toThrow();
    else expect(() => decodeValue(document)).toThrow(WireFormatError);
  });

  test('an error holds nothing of the document', () => {
    for (const document of [
      answerOf('<value><int>SECRET</int></value>'),
      answerOf('<value><SECRET/></value>'),
      '<SECRET>',
      '<methodCall><methodName>SECRET</methodName>SECRET</methodCall>',
    ]) {
      expect(() => decodeAnswer(document)).toThrow(
        expect.objectContaining({
          name: 'WireFormatError',
          message: expect.not.stringContaining('SECRET'),
        }),
      );
    }
  });
});
