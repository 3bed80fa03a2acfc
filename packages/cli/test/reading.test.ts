import { allMethods, EgoiClient, EgoiInputError, errorTable } from '@egoi-client/core';
import { scriptedTransport } from '@egoi-client/core/testing';
import { afterAll, describe, expect, test } from '@jest/globals';
import { exampleWords } from '../src/call/example-call.ts';
import { textReaderFor } from '../src/call/method-parameters.ts';
import { readWords } from '../src/call/read-words.ts';
import { nearest } from '@egoi-client/core/wire';
import { Place } from './egoi.ts';

const place = new Place();
const noFile = () => '';
afterAll(() => place.remove());

describe('egoi methods', () => {
  test('lists every method by group', async () => {
    const { code, stdout } = await place.run('methods');
    expect(code).toBe(0);
    for (const { name } of allMethods()) expect(stdout).toContain(`  ${name} `);
  });

  test('tells all of them as JSON', async () => {
    const { stdout } = await place.run('methods', '--json');
    const methods = JSON.parse(stdout) as { name: string }[];
    expect(methods.map(({ name }) => name)).toEqual(allMethods().map(({ name }) => name));
    expect(methods[0]).toMatchObject({ effect: 'read', evidence: { params: 'seen' } });
  });

  test('asks whether another one was meant', async () => {
    const { code, stderr } = await place.run('methods', 'addSuscriber');
    expect(code).toBe(2);
    expect(stderr).toContain('did you mean addSubscriber');
  });

  test.each(allMethods())('shows an example of $name that the client would send', async (spec) => {
    const form = spec.forms.at(-1);
    const params = readWords(exampleWords(form?.params as never), textReaderFor(spec), noFile);
    const transport = scriptedTransport([{ value: 'NO_ACCESS' }]);
    const client = new EgoiClient({ apiKey: 'key', transport });
    const error: unknown = await client.call(spec.name, params).catch((thrown: unknown) => thrown);
    expect(error instanceof EgoiInputError ? error.message : '').toBe('');
    expect(transport.calls).toHaveLength(1);
  });
});

describe('egoi errors', () => {
  test('lists every code', async () => {
    const { stdout } = await place.run('errors', '--json');
    const codes = (JSON.parse(stdout) as { code: string }[]).map(({ code }) => code);
    expect(codes).toEqual(Object.keys(errorTable));
  });

  test('says what to do about one, whatever number it came with', async () => {
    const { code, stdout } = await place.run('errors', 'extra_field_12_does_not_exist');
    expect(code).toBe(0);
    expect(stdout).toContain('EXTRA_FIELD_X_DOES_NOT_EXIST');
    expect(stdout).toContain('getExtraFields');
  });

  test('asks whether another one was meant', async () => {
    const { code, stderr } = await place.run('errors', 'LIST_NOT_FUOND');
    expect(code).toBe(2);
    expect(stderr).toContain('did you mean LIST_NOT_FOUND');
  });
});

describe('the words of a command line', () => {
  const asText = (_name: string, text: string) => text;

  test('become texts, JSON, lists and members', () => {
    const words = ['a=1', 'b:={"c":[1]}', 'd[e][f]=g', 'd[h]:=2', 'i[]=x', 'i[]=y', 'k=l=m', 'n='];
    expect(readWords(words, asText, noFile)).toEqual({
      a: '1',
      b: { c: [1] },
      d: { e: { f: 'g' }, h: 2 },
      i: ['x', 'y'],
      k: 'l=m',
      n: '',
    });
  });

  test('keep names that objects have already', () => {
    const params = readWords(['__proto__=x', 'constructor[a]=y'], asText, noFile);
    expect(Object.entries(params)).toEqual([
      ['__proto__', 'x'],
      ['constructor', { a: 'y' }],
    ]);
    expect(Object.getPrototypeOf(params)).toBe(Object.prototype);
  });

  test.each([['a'], ['=b'], ['a:=b'], ['a[b=c']])('refuse %s', (word) => {
    expect(() => readWords([word], asText, noFile)).toThrow(/written name=value|not JSON/);
  });

  test.each([[['a=1', 'a=2']], [['a=1', 'a[b]=2']], [['a[]=1', 'a[b]=2']], [['a[b]=1', 'a[]=2']]])(
    'refuse what contradicts itself: %j',
    (words) => {
      expect(() => readWords(words, asText, noFile)).toThrow('given twice');
    },
  );

  test('are JSON only where the method takes no text', () => {
    const read = textReaderFor(allMethods().find(({ name }) => name === 'addSubscriber'));
    expect(read('first_name', '12')).toBe('12');
    expect(read('listID', '12')).toBe('12');
    expect(read('validate_phone', 'true')).toBe(true);
    expect(read('tags', '[1,2]')).toEqual([1, 2]);
    expect(read('status', 'often')).toBe('often');
    expect(read('unknown', '[1]')).toBe('[1]');
  });
});

test('the nearest words are those with the fewest other letters', () => {
  const words = ['getLists', 'getTags', 'createList', 'addSubscriber'];
  expect(nearest('getlist', words)).toEqual(['getLists']);
  expect(nearest('list', words)).toEqual(['getLists', 'createList']);
  expect(nearest('xyzzy', words)).toEqual([]);
});
