import { allMethods } from '@egoi-client/core';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { importedContact } from '../src/catalogue/contact.ts';
import type { Schema } from '../src/catalogue/schema.ts';
import { checkOf, problemsIn } from '../src/catalogue/schema-check.ts';
import { zodOf } from './support/zod-of.ts';

const seed = 20251202;

/** What parameters look like, right and wrong: the schemas' own words are among them. */
const plain = fc.oneof(
  fc.constantFrom('', '0', '1', '2', '7', 'pt', 'email', 'ana@example.com', '2020-02-30', 'x'),
  fc.constantFrom(0, 1, 2, 3, 4, -1, 1.5, 2 ** 40),
  fc.boolean(),
  fc.constantFrom(null, undefined),
);
const value = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, plain, fc.array(tie('value'), { maxLength: 3 }), tie('struct')),
  struct: fc.dictionary(
    fc.constantFrom(
      'email',
      'status',
      'birth_date',
      'tags',
      'extra_1',
      'extra_x',
      '0',
      '1',
      'name',
    ),
    tie('value'),
    { maxKeys: 4 },
  ),
})).value;

const paramsOf = (names: readonly string[]) =>
  fc.dictionary(fc.constantFrom(...names, 'extra_3', 'unheard_of'), fc.oneof(plain, value), {
    maxKeys: names.length + 2,
  });

/** The parameters that something is wrong with, at whatever depth. */
const placesOf = (problems: readonly { readonly path: readonly PropertyKey[] }[]) =>
  new Set(problems.map(({ path }) => path[0]));

const schemas: readonly (readonly [string, Schema])[] = [
  ...allMethods().flatMap(({ name, forms }) =>
    forms.map(({ params }, index) => [`${name} ${index}`, params] as const),
  ),
  ['a contact of an import', importedContact] as const,
];

describe('the check of a schema says what zod says', () => {
  test.each(schemas)('%s', (_name, schema) => {
    const check = checkOf(schema);
    const oracle = zodOf(schema);
    fc.assert(
      fc.property(paramsOf(['email', ...Object.keys(schema.shape ?? {})]), (params) => {
        const { success, error } = oracle.safeParse(params);
        expect(check(params)).toBe(success);
        expect(placesOf(problemsIn(schema, params))).toEqual(placesOf(error?.issues ?? []));
      }),
      { seed, numRuns: 300 },
    );
    expect(check('no struct')).toBe(false);
    expect(check([])).toBe(false);
  });

  test('in both directions for an import', () => {
    const { params } =
      allMethods().find(({ name }) => name === 'addSubscriberBulk')?.forms[0] ?? {};
    if (params === undefined) throw new Error('addSubscriberBulk is missing');
    const check = checkOf(params);
    const call = (subscribers: unknown) => ({ listID: 1, compareField: 'email', subscribers });
    const contact = {
      email: 'ana@example.com',
      birth_date: '1990-01-31',
      extra_7: 5,
      tags: [1, '2'],
    };
    expect(check(call([contact]))).toBe(true);
    expect(check(call({ 1: contact, 2: contact }))).toBe(true);
    expect(check(call([contact, { ...contact, extra_7: true }]))).toBe(false);
    expect(check(call([contact, { ...contact, birth_date: '31.01.1990' }]))).toBe(false);
    expect(check(call({ first: contact }))).toBe(false);
  });
});
