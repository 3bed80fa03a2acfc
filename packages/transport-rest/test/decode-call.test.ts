import { type WireObject } from '@egoi-client/core';
import { WireFormatError } from '@egoi-client/core/wire';
import { describe, expect, test } from '@jest/globals';
import { callDecoder, decodeCall } from '../src/codec.ts';

function optionsOf(...fields: string[]): WireObject {
  return decodeCall(fields.map((field) => `functionOptions${field}`).join('&')).options;
}

describe('the method and the format of a call', () => {
  test.each([
    ['both', 'type=json&method=getLists', 'getLists', 'json'],
    ['no type, which is XML', 'method=getLists', 'getLists', 'xml'],
    ['another type, which is XML', 'type=yaml&method=getLists', 'getLists', 'xml'],
    ['a type in capitals', 'type=JSON&method=getLists', 'getLists', 'json'],
    ['no method', 'type=json&functionOptions[a]=1', '', 'json'],
    ['a method that is a list', 'method[]=getLists', '', 'xml'],
    ['the last of two', 'method=a&type=xml&method=b&type=json', 'b', 'json'],
    ['a query string with its question mark', '?type=json&method=a', 'a', 'json'],
    ['nothing', '', '', 'xml'],
    ['empty fields', '&&=x&method=a&', 'a', 'xml'],
    ['names that PHP does not register', '[a]=1&%00method=b&method=a', 'a', 'xml'],
    ['blanks before names', 'type=json&+%20method=a', 'a', 'json'],
    ['a percent sign in the method', 'method=50%', '50%', 'xml'],
  ])('%s', (_name, form, method, format) => {
    expect(decodeCall(form)).toMatchObject({ method, format });
  });

  test('a call without functionOptions has none', () => {
    expect(decodeCall('method=getLists').options).toEqual({});
    expect(decodeCall('method=getLists&functionOptions=').options).toEqual({});
  });
});

describe('options are read as PHP reads them', () => {
  test.each<[string, string[], WireObject]>([
    ['a text', ['[a]=x+y%20z%2B'], { a: 'x y z+' }],
    ['a percent sign alone', ['[a]=100%'], { a: '100%' }],
    ['a percent sign before a blank', ['[a]=Promo 50% off'], { a: 'Promo 50% off' }],
    ['half a percent code', ['[a]=%4'], { a: '%4' }],
    ['what is no percent code', ['[a]=%zz%G1%1'], { a: '%zz%G1%1' }],
    ['a percent sign before a code', ['[a]=%%41%C3%A9%'], { a: '%Aé%' }],
    ['a percent sign beside what is not ASCII', ['[a]=Olá 5%%C3%A9'], { a: 'Olá 5%é' }],
    ['a percent sign in a name', ['[50%][%zz]=1'], { '50%': { '%zz': '1' } }],
    ['a plus sign and a coded one', ['[a]=1+1%2B1'], { a: '1 1+1' }],
    ['dots and blanks in an inner name', ['[a.b c]=1'], { 'a.b c': '1' }],
    ['escaped brackets', ['%5Ba%5D%5Bb%5D=1'], { a: { b: '1' } }],
    ['a field without an equals sign', ['[a]'], { a: '' }],
    ['an equals sign in a value', ['[a]=b=c'], { a: 'b=c' }],
    ['indexes', ['[a][0]=x', '[a][1]=y'], { a: ['x', 'y'] }],
    ['indexes out of order', ['[a][1]=y', '[a][0]=x'], { a: ['x', 'y'] }],
    ['indexes with a gap', ['[a][0]=x', '[a][2]=z'], { a: { 0: 'x', 2: 'z' } }],
    ['indexes from 1', ['[a][1]=x', '[a][2]=y'], { a: { 1: 'x', 2: 'y' } }],
    ['a name among indexes', ['[a][0]=x', '[a][b]=y'], { a: { 0: 'x', b: 'y' } }],
    ['a number with a zero in front', ['[a][00]=x'], { a: { '00': 'x' } }],
    ['a negative number', ['[a][-1]=x'], { a: { '-1': 'x' } }],
    ['appended values', ['[a][]=x', '[a][]=y'], { a: ['x', 'y'] }],
    ['a blank in brackets', ['[a][ ]=x'], { a: ['x'] }],
    ['appended behind an index', ['[a][5]=x', '[a][]=y'], { a: { 5: 'x', 6: 'y' } }],
    ['appended structs', ['[a][][b]=x', '[a][][b]=y'], { a: [{ b: 'x' }, { b: 'y' }] }],
    ['a repeated name', ['[a]=x', '[a]=y'], { a: 'y' }],
    ['a repeated index', ['[a][0]=x', '[a][0]=y'], { a: ['y'] }],
    ['a text behind a struct', ['[a][b]=x', '[a]=y'], { a: 'y' }],
    ['a struct behind a text', ['[a]=x', '[a][b]=y'], { a: { b: 'y' } }],
    ['text behind the last bracket', ['[a]b=x'], { a: 'x' }],
    ['brackets behind text', ['[a]b[c]=x'], { a: 'x' }],
    ['a bracket in brackets', ['[a[b]=x'], { 'a[b': 'x' }],
    ['an inner bracket left open', ['[a][b=x'], { a: 'x' }],
    ['the first bracket left open', ['[a=x', '[b]=y'], { b: 'y' }],
    ['numbers at the top', ['[0]=x', '[1]=y'], { 0: 'x', 1: 'y' }],
    ['a huge index', ['[a][4294967295]=x'], { a: { 4294967295: 'x' } }],
  ])('%s', (_name, fields, options) => {
    expect(optionsOf(...fields)).toEqual(options);
  });

  test('the names of objects are data', () => {
    const options = optionsOf('[__proto__][polluted]=1', '[constructor]=2', '[toString][]=3');
    expect(Object.entries(options)).toEqual([
      ['__proto__', { polluted: '1' }],
      ['constructor', '2'],
      ['toString', ['3']],
    ]);
    expect(Object.getPrototypeOf(options)).toBe(Object.prototype);
    expect('polluted' in {}).toBe(false);
  });
});

describe('the fields of address and body go together as in $_REQUEST', () => {
  const optionsIn = (query: string, body: string) => {
    const decoder = callDecoder({ query });
    decoder.write(body);
    return decoder.end().options;
  };

  test.each<[string, string, string, WireObject]>([
    ['the body counts more', '[a]=q&[b]=q', '[a]=b', { a: 'b', b: 'q' }],
    [
      'structs go together',
      '[a][x]=q&[a][y]=q',
      '[a][y]=b&[a][z]=b',
      { a: { x: 'q', y: 'b', z: 'b' } },
    ],
    ['so do lists, place by place', '[a][]=q0&[a][]=q1', '[a][]=b0', { a: ['b0', 'q1'] }],
    ['a struct takes the place of a text', '[a]=q', '[a][x]=b', { a: { x: 'b' } }],
    ['a text takes the place of a struct', '[a][x]=q', '[a]=b', { a: 'b' }],
    ['a broken-off field of the address is one', '[a]', '[b]=b', { a: '', b: 'b' }],
  ])('%s', (_what, query, body, options) => {
    const named = (fields: string) =>
      fields.replaceAll(/(?=\[\w+\](?:\[|=|$))(?<![\w\]])/g, 'functionOptions');
    expect(optionsIn(named(query), named(body))).toEqual(options);
  });

  test('their number is counted together', () => {
    const decoder = callDecoder({ query: 'a=1&b=1', maxFields: 3 });
    decoder.write('c=1&d=1');
    expect(() => decoder.end()).toThrow('more than 3 fields');
  });
});

test.each([
  ['a dot', 'my.part=x'],
  ['a blank', 'my part=x'],
  ['a lone bracket', 'my[part=x'],
  ['blanks before it', '  my_part=x'],
])('%s in the name of an argument becomes what PHP makes of it', (_what, form) => {
  const { options } = decodeCall(form, { partsOf: () => ['my_part'] });
  expect(options).toEqual({ my_part: 'x' });
});

describe('a form that cannot be read is refused', () => {
  test.each([
    ['bytes that are not UTF-8', 'functionOptions[a]=%E9'],
    ['a percent sign before a word that looks like a code', 'functionOptions[a]=50%de desconto'],
    ['half a character', 'functionOptions[a]=%C3x%A9'],
    ['bytes that are not UTF-8 in a name', 'functionOptions[%E9]=1'],
    ['a surrogate as bytes', 'functionOptions[a]=%ED%A0%80'],
    ['options that are text', 'method=a&functionOptions=x'],
    ['more than 64 levels', `functionOptions${'[a]'.repeat(65)}=1`],
    ['more than 64 appended levels', `functionOptions${'[]'.repeat(10_000)}=1`],
  ])('%s', (_name, form) => {
    expect(() => decodeCall(form)).toThrow(WireFormatError);
  });

  test('64 levels are read', () => {
    let options: unknown = optionsOf(`${'[a]'.repeat(64)}=x`);
    let levels = 0;
    for (; typeof options === 'object'; levels += 1) options = (options as { a: unknown }).a;
    expect({ levels, options }).toEqual({ levels: 64, options: 'x' });
  });

  test('more fields than the limit are refused and not dropped', () => {
    const form = (count: number) => Array.from({ length: count }, () => 'a[]=1').join('&');
    expect(decodeCall(form(1000)).options).toEqual({});
    expect(() => decodeCall(form(1001))).toThrow('more than 1000 fields');
    expect(decodeCall(form(1001), { maxFields: 1001 }).options).toEqual({});
    expect(() => decodeCall('a=1&b=2&c=3', { maxFields: 2 })).toThrow('more than 2 fields');
  });

  test('what is said of it holds nothing of it', () => {
    const refused = () => decodeCall('functionOptions[apikey]=topsecret%FF');
    expect(refused).toThrow(WireFormatError);
    expect(refused).not.toThrow(/topsecret/);
  });
});
