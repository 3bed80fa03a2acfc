import { readFileSync } from 'node:fs';
import { type WireValue } from '@egoi-client/core';
import { WireFormatError } from '@egoi-client/core/wire';
import { describe, expect, test } from '@jest/globals';
import { decodeAnswer, decodeCall, encodeAnswer, soapServices } from '../src/index.ts';

const { namespace } = soapServices.soap_any;
const envelope = 'http://www.w3.org/2003/05/soap-envelope';

/** Between PHP's SoapClient and SoapServer, both of version 1.2. */
function golden(name: string): string {
  return readFileSync(new URL(`golden/soap12/${name}.xml`, import.meta.url), 'utf8');
}

const report: WireValue = {
  text: 'Olá & <b>',
  empty: '',
  whole: 7,
  fraction: 1.5,
  yes: true,
  nothing: null,
  list: ['a', 'b'],
  mixed: ['a', 1, true, null],
  none: [],
  rows: [{ id: 1 }, { id: 2 }],
  sparse: { 3: 'three', 7: 'seven' },
};

function bodyOf(document: string): string {
  return document.slice(document.indexOf('<env:Body'));
}

function written(value: WireValue): string {
  return encodeAnswer({ namespace, method: 'getReport', answer: { value }, version: '1.2' });
}

function callWith(option: string, declarations = ''): string {
  return `<e:Envelope xmlns:e="${envelope}" xmlns:c="http://www.w3.org/2003/05/soap-encoding" xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns:s="http://www.w3.org/2001/XMLSchema" ${declarations}><e:Body><getReport><functionOptions>${option}</functionOptions></getReport></e:Body></e:Envelope>`;
}

describe('SOAP 1.2 as PHP speaks it', () => {
  test('a call is read, with references and lists of its own encoding', () => {
    const call = decodeCall(golden('report.request'), () => ['functionOptions']);
    expect(call).toStrictEqual({
      version: '1.2',
      namespace,
      method: 'getReport',
      parts: ['functionOptions'],
      options: {
        apikey: 'k',
        nothing: null,
        numbers: [1, 2],
        names: ['a', 'b'],
        mixed: [1, 'a'],
        none: [],
        rows: [{ x: 1 }, { x: 2 }],
        first: { a: 1 },
        again: { a: 1 },
        fraction: 1.5,
        yes: true,
      },
    });
  });

  test('an answer is read', () => {
    expect(decodeAnswer(golden('report.response'), 'getReport')).toStrictEqual({ value: report });
  });

  test('an answer is written byte for byte', () => {
    expect(bodyOf(written(report))).toBe(bodyOf(golden('report.response')));
  });

  test('a fault is read, and written with the language that the schema asks for', () => {
    const fault = {
      faultCode: 'env:Receiver',
      faultString: "Function 'noSuchMethod' doesn't exist",
    };
    const document = golden('unknown-method.response');
    expect(decodeAnswer(document)).toStrictEqual({ fault });
    const ours = encodeAnswer({ namespace, method: '', answer: { fault }, version: '1.2' });
    expect(ours.replace(' xml:lang="en"', '')).toBe(document);
  });
});

describe('answers in SOAP 1.2', () => {
  test.each<[string, WireValue]>([
    ['null', null],
    ['a text', 'Olá\r\n<&>'],
    ['an empty struct, which is the empty list to PHP', []],
    ['lists in lists', [[1], [], [[true]]]],
    ['a list of structs of lists', [{ a: [1, 'b'] }]],
    ['a whole number beyond 32 bits', 2_147_483_648],
  ])('%s comes back', (_what, value) => {
    expect(decodeAnswer(written(value), 'getReport')).toStrictEqual({ value });
  });

  test('nothing of them is of SOAP 1.1', () => {
    expect(written(report)).not.toMatch(/SOAP-ENV|SOAP-ENC|schemas\.xmlsoap\.org\/soap/);
  });

  test.each([
    ['SOAP-ENV:Client', 'env:Sender', undefined],
    ['SOAP-ENV:Server', 'env:Receiver', undefined],
    ['Receiver', 'env:Receiver', undefined],
    ['env:MustUnderstand', 'env:MustUnderstand', undefined],
    ['Custom', 'env:Receiver', 'Custom'],
    ['x:Custom', 'env:Receiver', 'Custom'],
  ])('the code %s becomes %s', (faultCode, code, subcode) => {
    const answer = { fault: { faultCode, faultString: 'no <way>' } };
    const document = encodeAnswer({ namespace, method: '', answer, version: '1.2' });
    expect(decodeAnswer(document)).toStrictEqual({
      fault: { faultCode: code, faultString: 'no <way>' },
    });
    expect(/<env:Subcode><env:Value>(.*?)</.exec(document)?.[1]).toBe(subcode);
  });
});

describe('calls in SOAP 1.2', () => {
  test.each<[string, string, WireValue]>([
    [
      'items with the type of their list',
      '<a c:itemType="s:int" c:arraySize="2"><x>1</x><x>2</x></a>',
      [1, 2],
    ],
    ['a list of any size', '<a c:itemType="s:string" c:arraySize="*"><x>1</x></a>', ['1']],
    ['a size without a type', '<a c:arraySize="1"><x>1</x></a>', ['1']],
    ['an empty list', '<a i:type="c:Array"/>', []],
  ])('%s', (_what, option, a) => {
    expect(decodeCall(callWith(option)).options).toStrictEqual({ a });
  });

  test.each(['#r', 'r'])('a reference %j points to an id', (reference) => {
    const option = `<a c:id="r"><x>1</x></a><b c:ref="${reference}"/>`;
    expect(decodeCall(callWith(option)).options).toStrictEqual({ a: { x: '1' }, b: { x: '1' } });
  });

  test.each(['2 3', '* 2', '-1', 'two'])('a list of the size %j is refused', (size) => {
    const option = `<a c:itemType="s:int" c:arraySize="${size}"><x>1</x></a>`;
    expect(() => decodeCall(callWith(option))).toThrow(WireFormatError);
  });
});
