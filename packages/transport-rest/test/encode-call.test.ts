import { type WireObject, type WireValue } from '@egoi-client/core';
import { WireFormatError } from '@egoi-client/core/wire';
import { describe, expect, test } from '@jest/globals';
import { checkCall, encodeCall } from '../src/codec.ts';

function formOf(options: WireObject): string {
  return encodeCall({ method: 'm', options }, 'json').replace(/^type=json&method=m&?/, '');
}

function decodedFormOf(options: WireObject): string {
  return decodeURIComponent(formOf(options));
}

function problemsOf(options: WireObject) {
  return checkCall({ method: 'm', options });
}

function nested(levels: number): WireObject {
  let value: WireValue = 'x';
  for (let level = 1; level < levels; level += 1) value = { a: value };
  return { a: value };
}

test('the form says which format the answer is to have', () => {
  expect(encodeCall({ method: 'getLists', options: {} }, 'json')).toBe('type=json&method=getLists');
  expect(encodeCall({ method: 'getLists', options: {} }, 'xml')).toBe('type=xml&method=getLists');
});

describe('a value in a form', () => {
  test.each<[string, WireObject, string]>([
    ['true', { a: true }, 'functionOptions[a]=1'],
    ['false', { a: false }, 'functionOptions[a]=0'],
    ['an empty text', { a: '' }, 'functionOptions[a]='],
    ['null', { a: null, b: 1 }, 'functionOptions[b]=1'],
    ['an empty list and an empty struct', { a: [], b: {}, c: 1 }, 'functionOptions[c]=1'],
    ['a list of nothing', { a: [null, {}] }, ''],
    ['a gap in a list', { a: ['x', null, 'z'] }, 'functionOptions[a][0]=x&functionOptions[a][2]=z'],
    ['a negative number', { a: -3 }, 'functionOptions[a]=-3'],
    ['negative zero', { a: -0 }, 'functionOptions[a]=0'],
    ['a small number', { a: 1.5e-7 }, 'functionOptions[a]=0.00000015'],
    ['a tiny negative number', { a: -5e-324 }, `functionOptions[a]=-0.${'0'.repeat(323)}5`],
    ['a large number', { a: 1.25e21 }, 'functionOptions[a]=1250000000000000000000'],
    ['all digits of a number', { a: 0.1 + 0.2 }, 'functionOptions[a]=0.30000000000000004'],
    ['a name that objects have', { constructor: 'x' }, 'functionOptions[constructor]=x'],
  ])('%s', (_name, options, form) => {
    expect(decodedFormOf(options)).toBe(form);
  });

  test('the name __proto__ is a name as any other', () => {
    const options = JSON.parse('{"__proto__":{"a":"x"}}') as WireObject;
    expect(decodedFormOf(options)).toBe('functionOptions[__proto__][a]=x');
  });

  test('is escaped as RFC 1738 has it', () => {
    expect(formOf({ "a b~!*'()": "é+ ~!*'()\r\n\0-_." })).toBe(
      'functionOptions%5Ba+b%7E%21%2A%27%28%29%5D=%C3%A9%2B+%7E%21%2A%27%28%29%0D%0A%00-_.',
    );
  });
});

describe('a call that a form cannot carry', () => {
  test.each<[string, WireObject, string, RegExp]>([
    ['an empty name', { rows: [{ '': 'x' }] }, 'rows[0].', /empty name/],
    ['a blank name, which PHP takes for none', { a: { ' ': 'x' } }, 'a. ', /empty name/],
    ['an opening bracket', { 'a[0': 'x' }, 'a[0', /brackets/],
    ['a closing bracket', { 'a]': 'x' }, 'a]', /brackets/],
    ['a NUL', { 'a\0b': 'x' }, 'a\0b', /NUL/],
    ['half of a surrogate pair in a name', { a: { 'b\ud800': 1 } }, 'a.b\ud800', /surrogate/],
    ['half of a surrogate pair', { rows: [1, { b: '\udc00' }] }, 'rows[1].b', /surrogate/],
    ['a number without end', { a: Number.POSITIVE_INFINITY }, 'a', /finite/],
    ['no number', { a: Number.NaN }, 'a', /finite/],
    ['nothing at all', { a: undefined as unknown as null }, 'a', /must be a text/],
    ['a gap that came past the types', { a: [1, undefined as unknown as null] }, 'a[1]', /must be/],
  ])('%s', (_name, options, path, problem) => {
    expect(problemsOf(options)).toEqual([{ path, problem: expect.stringMatching(problem) }]);
    expect(() => encodeCall({ method: 'm', options }, 'json')).toThrow(WireFormatError);
  });

  test('names every wrong field, and at most 50', () => {
    expect(problemsOf({ '[': 1, a: 'x', b: [{ ']': 2 }] }).map(({ path }) => path)).toEqual([
      '[',
      'b[0].]',
    ]);
    expect(problemsOf({ a: Array.from({ length: 99 }, () => Number.NaN) })).toHaveLength(50);
  });

  test('a wrong name with nothing behind it is no problem, for it is not sent', () => {
    expect(problemsOf({ 'a[': null, b: 1 })).toEqual([]);
  });

  test('64 levels are sent, as PHP reads no more', () => {
    expect(problemsOf(nested(64))).toEqual([]);
    expect(decodedFormOf(nested(64))).toBe(`functionOptions${'[a]'.repeat(64)}=x`);
    expect(problemsOf(nested(65))).toEqual([
      { path: expect.any(String), problem: expect.stringContaining('64 levels') },
    ]);
  });
});

describe('the number of form fields', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      email: `c${index}@example.com`,
      first_name: 'Ana',
      last_name: null,
      tags: [1, 2],
    }));

  test('a call with as many as the server reads is sent', () => {
    // method, type, the key, and 997 more.
    const options = { apikey: 'k', ids: Array.from({ length: 997 }, () => 1) };
    expect(checkCall({ method: 'm', options })).toEqual([]);
    expect(encodeCall({ method: 'm', options }, 'json').split('&')).toHaveLength(1000);
  });

  test('one more is refused, before the server drops it', () => {
    const options = { apikey: 'k', ids: Array.from({ length: 998 }, () => 1) };
    expect(checkCall({ method: 'm', options })).toEqual([
      {
        path: 'ids',
        problem:
          'the call makes 1,001 form fields, and the server reads 1,000 and drops the rest; the first 997 of these 998 rows fit into one call',
      },
    ]);
  });

  test('the rows that are said to fit do fit, and one more does not', () => {
    const options = (count: number) => ({ apikey: 'k', listID: 1, subscribers: rows(count) });
    const [problem] = checkCall({ method: 'addSubscriberBulk', options: options(600) });
    expect(problem).toEqual({
      path: 'subscribers',
      problem: expect.stringContaining('2,404 form fields'),
    });
    const fitting = Number(/first (\d+) of/.exec(problem?.problem ?? '')?.[1]);
    expect(checkCall({ method: 'm', options: options(fitting) })).toEqual([]);
    expect(checkCall({ method: 'm', options: options(fitting + 1) })).toHaveLength(1);
  });

  test('a list written as a struct with numbers is counted in rows, too', () => {
    const subscribers = Object.fromEntries(rows(600).entries());
    expect(checkCall({ method: 'm', options: { subscribers } })[0]?.problem).toMatch(
      /first 249 of these 600 rows/,
    );
  });

  test('where no list is to blame no rows are named', () => {
    const options = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`extra_${index}`, 'x']),
    );
    expect(checkCall({ method: 'm', options }, 20)).toEqual([
      {
        path: 'extra_0',
        problem: 'the call makes 32 form fields, and the server reads 20 and drops the rest',
      },
    ]);
  });

  test('the limit is the one that the server was told', () => {
    const options = { subscribers: rows(600) };
    expect(checkCall({ method: 'm', options }, 2402)).toEqual([]);
    expect(checkCall({ method: 'm', options }, 2401)).toHaveLength(1);
  });
});
