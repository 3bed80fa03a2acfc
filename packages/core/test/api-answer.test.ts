import { type WireValue } from '@egoi-client/core';
import { apiErrorIn, catalogue } from '@egoi-client/core/wire';
import { describe, expect, test } from '@jest/globals';

const struct = catalogue.getUserData.formFor({}).result;
const list = catalogue.getLists.formFor({}).result;
const text = catalogue.removeSubscriber.formFor({}).result;

function codeIn(value: WireValue, result: typeof struct | undefined): string | undefined {
  return apiErrorIn(value, result, { method: 'm' })?.code;
}

describe('an error answer', () => {
  test.each([
    ['a bare word in place of a struct', 'NO_ACCESS', struct, 'NO_ACCESS'],
    ['a bare word in place of a list', 'INVALID', list, 'INVALID'],
    ['a bare word that no table lists', 'Over quota', struct, 'Over quota'],
    ['ERROR at the top', { ERROR: 'LIST_NOT_FOUND' }, struct, 'LIST_NOT_FOUND'],
    ['ERROR beside other members', { ERROR: 'NO_DATA', id: '1' }, struct, 'NO_DATA'],
    [
      'ERROR alone one level down',
      { subscriber: { ERROR: 'LIST_MISSING' } },
      struct,
      'LIST_MISSING',
    ],
    ['a known code in place of a text', 'SUBSCRIBER_NOT_FOUND', text, 'SUBSCRIBER_NOT_FOUND'],
    ['a code-like word in place of a text', 'BRAND_NEW_CODE', text, 'BRAND_NEW_CODE'],
    ['a known code from a method without a schema', 'INVALID', undefined, 'INVALID'],
  ] as const)('%s', (_name, value, result, code) => {
    expect(codeIn(value as WireValue, result)).toBe(code);
  });
});

describe('an answer that is no error', () => {
  test.each([
    ['the word OK', 'OK', struct],
    ['the word OK where a text is promised', 'OK', text],
    ['digits', '42', struct],
    ['nothing', '', struct],
    ['null', null, list],
    ['an empty ERROR', { ERROR: '', UID: 'a' }, struct],
    ['ERROR among data one level down', { row: { ERROR: 'NO_DATA', id: '1' } }, struct],
    ['ERROR in the rows of a list', [{ ERROR: 'NO_DATA' }], list],
    ['a plain word from a method without a schema', 'hello', undefined],
    ['an inherited member', JSON.parse('{"__proto__":{"ERROR":"NO_DATA","x":1}}'), struct],
  ] as const)('%s', (_name, value, result) => {
    expect(codeIn(value as WireValue, result)).toBeUndefined();
  });
});

test('a code-like text of any length is data, and does not break its reader', () => {
  expect(codeIn('A_A'.repeat(5_000_000), undefined)).toBeUndefined();
});
