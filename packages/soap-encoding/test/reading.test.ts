import { type WireValue } from '@egoi-client/core';
import { maxWireDepth, WireFormatError } from '@egoi-client/core/wire';
import { describe, expect, test } from '@jest/globals';
import { decodeAnswer, decodeCall } from '../src/index.ts';
import { answerWith, nestedLists } from './support/documents.ts';

describe('types', () => {
  test.each<[string, string, WireValue]>([
    ['s:string', ' a ', ' a '],
    ['s:normalizedString', 'a', 'a'],
    ['c:string', 'a', 'a'],
    ['s:int', ' 7 ', 7],
    ['s:integer', '-7', -7],
    ['s:long', '2147483648', 2_147_483_648],
    ['s:long', '9007199254740993', '9007199254740993'],
    ['s:short', '7', 7],
    ['s:byte', '7', 7],
    ['s:unsignedInt', '7', 7],
    ['s:nonNegativeInteger', '7', 7],
    ['c:int', '007', 7],
    ['s:float', '1.50', 1.5],
    ['s:double', '1E+25', 1e25],
    ['s:decimal', '.5', 0.5],
    ['s:float', 'INF', 'INF'],
    ['s:double', 'NaN', 'NaN'],
    ['s:int', '', ''],
    ['s:boolean', '1', true],
    ['s:boolean', ' false ', false],
    ['c:boolean', '0', false],
    ['s:boolean', 'maybe', 'maybe'],
    ['s:dateTime', '2020-01-02T03:04:05Z', '2020-01-02T03:04:05Z'],
    ['s:date', '2020-01-02', '2020-01-02'],
    ['s:base64Binary', 'w4l2b3JhICYgPOKCrD4=', 'Évora & <€>'],
    ['s:base64Binary', 'w4l2\n  b3Jh\n', 'Évora'],
    ['c:base64', 'YQ==', 'a'],
    ['s:base64Binary', '', ''],
    ['s:hexBinary', ' C389766f7261\n', 'Évora'],
    ['s:hexBinary', '', ''],
    ['s:decimal', '10.50', '10.50'],
    ['s:double', '1.0E+15', '1.0E+15'],
    ['s:double', '123456789012345', '1.23456789012345E+14'],
    ['s:anyType', '7', '7'],
    ['unknown:int', '7', '7'],
  ])('%s of "%s" is %j', (type, text, value) => {
    const document = answerWith(`<return i:type="${type}">${text}</return>`);
    expect(decodeAnswer(document)).toStrictEqual({ value });
  });

  test.each([
    ['no base64', 'YQ='],
    ['no base64 either', 'T2zDoQ==x'],
    ['bytes that are not UTF-8', '/w=='],
    ['a control character', 'YQBi'],
  ])('base64 that holds %s is refused', (_what, encoded) => {
    const document = answerWith(`<return i:type="s:base64Binary">${encoded}</return>`);
    expect(() => decodeAnswer(document)).toThrow(WireFormatError);
    expect(() => decodeAnswer(document)).toThrow('a base64 value');
  });

  test.each([
    ['half a byte', 'c3a'],
    ['letters', 'zz'],
    ['bytes that are not UTF-8', 'ff'],
    ['a control character', '4100'],
  ])('hexBinary that holds %s is refused', (_what, encoded) => {
    const document = answerWith(`<return i:type="s:hexBinary">${encoded}</return>`);
    expect(() => decodeAnswer(document)).toThrow('a hexBinary value');
  });

  test.each(['true', '1'])('nil="%s" is null whatever the type', (nil) => {
    const document = answerWith(`<return i:type="s:string" i:nil="${nil}"/>`);
    expect(decodeAnswer(document)).toStrictEqual({ value: null });
  });

  test('text comes whole through CDATA, comments and references', () => {
    const document = answerWith('<return>a<!-- b --><![CDATA[<c>]]>&#13;\n&amp;&#x1F600;</return>');
    expect(decodeAnswer(document)).toStrictEqual({ value: 'a<c>\r\n&\u{1f600}' });
  });
});

describe('lists and structs', () => {
  test.each<[string, string, WireValue]>([
    [
      'an untyped element is a struct',
      '<return><a>1</a><b><c/></b></return>',
      { a: '1', b: { c: '' } },
    ],
    [
      'names that come again make a list',
      '<return><a>1</a><b>2</b><a>3</a><a>4</a></return>',
      { a: ['1', '3', '4'], b: '2' },
    ],
    [
      'lists whose name comes again make a list of lists',
      '<return><a i:type="c:Array"><x>1</x></a><a i:type="c:Array"/></return>',
      { a: [['1'], []] },
    ],
    [
      'members named as on every object are data',
      '<return><__proto__>1</__proto__><constructor>2</constructor><toString>3</toString></return>',
      Object.fromEntries([
        ['__proto__', '1'],
        ['constructor', '2'],
        ['toString', '3'],
      ]),
    ],
    ['a Struct is a struct, without members too', '<return i:type="c:Struct"/>', {}],
    [
      'a Struct has members',
      '<return i:type="c:Struct"><a i:type="s:int">1</a></return>',
      { a: 1 },
    ],
    [
      'a type that nobody knows is read by its content',
      '<return xmlns:q="urn:q" i:type="q:Row"><a>1</a></return>',
      { a: '1' },
    ],
    [
      'items may have any name and their own types',
      '<return i:type="c:Array"><x i:type="s:int">1</x><y>2</y></return>',
      [1, '2'],
    ],
    [
      'an arrayType alone makes a list, and types its items',
      '<return c:arrayType="s:int[2]">\n <item>1</item>\n <item>2</item>\n</return>',
      [1, 2],
    ],
    [
      'an arrayType of Maps makes its items maps',
      '<return i:type="c:Array" c:arrayType="a:Map[1]"><item><item><key>k</key><value>v</value></item></item></return>',
      [{ k: 'v' }],
    ],
    [
      'an arrayType of arrays makes its items lists',
      '<return c:arrayType="s:int[][2]"><item><item>1</item></item><item><item>2</item></item></return>',
      [[1], [2]],
    ],
    [
      'an odd arrayType is a list all the same',
      '<return c:arrayType="s:int"><item>1</item></return>',
      ['1'],
    ],
    [
      'a Map of any prefix, with untyped keys and values',
      '<return i:type="a:Map"><item><key>k</key><value>v</value></item><item><key i:type="s:int">3</key><value i:nil="1"/></item></return>',
      { k: 'v', 3: null },
    ],
    [
      'the last of two equal keys counts',
      '<return i:type="a:Map"><item><key>k</key><value>1</value></item><item><key>k</key><value>2</value></item></return>',
      { k: '2' },
    ],
    ['an empty Map is a struct', '<return i:type="a:Map"/>', {}],
    ['a Vector is a list', '<return i:type="a:Vector"><item>1</item></return>', ['1']],
  ])('%s', (_what, returned, value) => {
    expect(decodeAnswer(answerWith(returned))).toStrictEqual({ value });
  });

  test(`are read to ${maxWireDepth} levels`, () => {
    expect(() => decodeAnswer(answerWith(nestedLists(maxWireDepth)))).not.toThrow();
  });
});

describe('references', () => {
  test('lead to values after the answer, and to values inside of it', () => {
    const document = answerWith(
      '<return i:type="c:Array"><item href="#id0"/><item id="own" i:type="s:int">5</item><item href="#own"/></return>',
      '<multiRef id="id0" c:root="0" i:type="a:Map"><item><key>list</key><value href="#id1"/></item></multiRef><multiRef id="id1" i:type="c:Array"><item>1</item></multiRef>',
    );
    expect(decodeAnswer(document)).toStrictEqual({ value: [{ list: ['1'] }, 5, 5] });
  });

  test('give every place a value of its own', () => {
    const document = answerWith(
      '<return i:type="c:Array"><item href="#a"/><item href="#a"/></return>',
      '<multiRef id="a"><x>1</x></multiRef>',
    );
    const answer = decodeAnswer(document) as { value: { x: string }[] };
    expect(answer.value).toStrictEqual([{ x: '1' }, { x: '1' }]);
    expect(answer.value[0]).not.toBe(answer.value[1]);
  });

  test('may be the keys of a map', () => {
    const document = answerWith(
      '<return i:type="a:Map"><item><key>a</key><value>1</value></item><item><key href="#k"/><value href="#k"/></item><item><key>b</key><value>2</value></item></return>',
      '<multiRef id="k" i:type="s:int">7</multiRef>',
    );
    expect(decodeAnswer(document)).toStrictEqual({ value: { a: '1', 7: 7, b: '2' } });
  });

  test('may be named as on every object', () => {
    const document = answerWith(
      '<return href="#__proto__"/>',
      '<multiRef id="__proto__"><polluted>1</polluted></multiRef>',
    );
    expect(decodeAnswer(document)).toStrictEqual({ value: { polluted: '1' } });
    expect(Object.prototype).not.toHaveProperty('polluted');
  });
});

describe('answers', () => {
  test('may come after a byte order mark and blank lines', () => {
    expect(decodeAnswer(`\ufeff\r\n\n${answerWith('<return>1</return>')}`)).toStrictEqual({
      value: '1',
    });
  });

  test('without a part are null', () => {
    expect(decodeAnswer(answerWith(''), 'getLists')).toStrictEqual({ value: null });
  });

  test('may have a part of any name; among several, return is the one', () => {
    expect(decodeAnswer(answerWith('<getListsReturn>1</getListsReturn>'))).toStrictEqual({
      value: '1',
    });
    expect(decodeAnswer(answerWith('<out>1</out><return>2</return>'))).toStrictEqual({
      value: '2',
    });
  });

  test('may name the method in another case', () => {
    expect(decodeAnswer(answerWith('<return>1</return>'), 'GETLists')).toStrictEqual({
      value: '1',
    });
  });

  test('may have headers, which are passed over', () => {
    const document = answerWith('<return>1</return>').replace(
      '<e:Body>',
      '<e:Header><t:h xmlns:t="urn:t" e:mustUnderstand="1" id="h"><x/>t</t:h></e:Header><e:Body>',
    );
    expect(decodeAnswer(document)).toStrictEqual({ value: '1' });
  });

  test('a fault has code and text; detail is passed over', () => {
    const document = `<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body><S:Fault><faultcode>S:Client</faultcode><faultstring>
      no &amp; never </faultstring><faultactor>x</faultactor><detail><faultcode>y</faultcode>mixed<a><b/></a></detail></S:Fault></S:Body></S:Envelope>`;
    expect(decodeAnswer(document, 'getLists')).toStrictEqual({
      fault: { faultCode: 'S:Client', faultString: 'no & never' },
    });
  });

  test('a fault of SOAP 1.2 is read as well', () => {
    const document =
      '<env:Envelope xmlns:env="http://www.w3.org/2003/05/soap-envelope"><env:Body><env:Fault><env:Code><env:Value>env:Sender</env:Value><env:Subcode><env:Value>x</env:Value></env:Subcode></env:Code><env:Reason><env:Text xml:lang="en">no</env:Text><env:Text xml:lang="pt">não</env:Text></env:Reason><env:Detail><faultstring>y</faultstring></env:Detail></env:Fault></env:Body></env:Envelope>';
    expect(decodeAnswer(document)).toStrictEqual({
      fault: { faultCode: 'env:Sender', faultString: 'no' },
    });
  });

  test('a fault may say nothing', () => {
    const document =
      '<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body><S:Fault/></S:Body></S:Envelope>';
    expect(decodeAnswer(document)).toStrictEqual({ fault: { faultCode: '', faultString: '' } });
  });

  test('of SOAP 1.2 are read', () => {
    const document =
      '<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope" xmlns:c="http://www.w3.org/2003/05/soap-encoding" xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><e:Body><r><return i:type="c:Array"><item>1</item></return></r></e:Body></e:Envelope>';
    expect(decodeAnswer(document)).toStrictEqual({ value: ['1'] });
  });
});

describe('calls of other toolkits', () => {
  test('zeep: the envelope under its own prefixes, a Map under an odd one', () => {
    const document = `<?xml version='1.0' encoding='utf-8'?>
<soap-env:Envelope xmlns:soap-env="http://schemas.xmlsoap.org/soap/envelope/"><soap-env:Body><ns0:getLists xmlns:ns0="http://api.e-goi.com/v2/soap_any.php" soap-env:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"><functionOptions xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:ns1="http://xml.apache.org/xml-soap" xsi:type="ns1:Map"><item><key>apikey</key><value>k</value></item></functionOptions></ns0:getLists></soap-env:Body></soap-env:Envelope>`;
    expect(decodeCall(document)).toStrictEqual({
      version: '1.1',
      namespace: 'http://api.e-goi.com/v2/soap_any.php',
      method: 'getLists',
      options: { apikey: 'k' },
      parts: ['functionOptions'],
    });
  });

  test('SOAP::Lite: a struct of named elements, and lists with an arrayType', () => {
    const document =
      '<?xml version="1.0" encoding="UTF-8"?><soap:Envelope soap:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/" xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:soapenc="http://schemas.xmlsoap.org/soap/encoding/" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soap:Body><getLists xmlns="http://api.e-goi.com/v2/soap_any.php"><functionOptions xsi:type="soapenc:Struct"><apikey xsi:type="xsd:string">k</apikey><ids soapenc:arrayType="xsd:anyType[2]" xsi:type="soapenc:Array"><item xsi:type="xsd:int">1</item><item xsi:type="xsd:string">b</item></ids></functionOptions></getLists></soap:Body></soap:Envelope>';
    expect(decodeCall(document).options).toStrictEqual({ apikey: 'k', ids: [1, 'b'] });
  });

  test('Axis 1: the options behind a reference', () => {
    const document =
      '<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body><ns1:getLists soapenv:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/" xmlns:ns1="http://api.e-goi.com/v2/soap_any.php"><functionOptions href="#id0"/></ns1:getLists><multiRef id="id0" soapenc:root="0" soapenv:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/" xsi:type="ns2:Map" xmlns:soapenc="http://schemas.xmlsoap.org/soap/encoding/" xmlns:ns2="http://xml.apache.org/xml-soap"><item><key xsi:type="soapenc:string">apikey</key><value xsi:type="soapenc:string">k</value></item><item><key xsi:type="soapenc:string">start</key><value href="#id1"/></item></multiRef><multiRef id="id1" soapenc:root="0" xsi:type="xsd:int" xmlns:soapenc="http://schemas.xmlsoap.org/soap/encoding/">0</multiRef></soapenv:Body></soapenv:Envelope>';
    expect(decodeCall(document).options).toStrictEqual({ apikey: 'k', start: 0 });
  });

  const made = (parts: string) =>
    `<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/" xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns:a="http://xml.apache.org/xml-soap"><S:Body><n:x xmlns:n="urn:x">${parts}</n:x></S:Body></S:Envelope>`;
  const map = 'i:type="a:Map"><item><key>apikey</key><value>k</value></item>';

  test.each<[string, string, string[], object]>([
    ['PHP', `<param0 ${map}</param0>`, ['functionOptions'], { apikey: 'k' }],
    ['SOAP::Lite', `<c-gensym3 ${map}</c-gensym3>`, ['functionOptions'], { apikey: 'k' }],
    ['one text', '<param0>a@example.com</param0>', ['email'], { email: 'a@example.com' }],
    ['no argument', '', ['functionOptions'], {}],
    ['one option as a part', '<apikey>k</apikey>', ['functionOptions'], { apikey: 'k' }],
    ['a declared name', '<b>2</b><a>1</a>', ['a', 'b'], { a: '1', b: '2' }],
    [
      'options as parts',
      `<a ${map}</a><b>2</b>`,
      ['functionOptions'],
      { a: { apikey: 'k' }, b: '2' },
    ],
    ['nothing declared', `<param0 ${map}</param0>`, [], { param0: { apikey: 'k' } }],
  ])(
    'without a WSDL, arguments are taken in their order: %s',
    (_name, parts, declared, options) => {
      const call = decodeCall(made(parts), (method) => (method === 'x' ? declared : undefined));
      expect(call.options).toStrictEqual(options);
    },
  );
});
