import type { WireValue } from '@egoi-client/core';
import { describe, expect, test } from '@jest/globals';
import { firstDifference, lose, type Losses } from '../src/losses.ts';

describe('what a language loses', () => {
  const value = { n: 7, yes: true, no: false, text: ' a ', nothing: null, none: [], list: [1, {}] };

  test.each<[Losses, WireValue]>([
    [{}, value],
    [{ scalarsAreText: true }, { ...value, n: '7', yes: '1', no: '0', list: ['1', {}] }],
    [{ nothingIsEmpty: true }, { ...value, nothing: '', none: '', list: [1, ''] }],
    [{ textsAreTrimmed: true }, { ...value, text: 'a' }],
    [{ emptyMembersAreDropped: true }, { n: 7, yes: true, no: false, text: ' a ', list: [1, {}] }],
  ])('with %j is that and no more', (losses, left) => {
    expect(lose(value, losses)).toStrictEqual(left);
  });
});

describe('the first difference', () => {
  test.each<[WireValue, WireValue, string | undefined]>([
    [{ a: [1, { b: null }] }, { a: [1, { b: null }] }, undefined],
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, undefined],
    [1, '1', 'result is "1" in place of 1'],
    [false, null, 'result is null in place of false'],
    [[], {}, 'result is {} in place of []'],
    [[1, 2], [1], 'result has 1 items in place of 2'],
    [{ a: [0, 'x'] }, { a: [0, 'y'] }, 'result.a[1] is "y" in place of "x"'],
    [{ a: null }, {}, 'result.a is missing'],
    [{}, { a: null }, 'result.a should not be there'],
  ])('of %j and %j is named', (expected, got, difference) => {
    expect(firstDifference(expected, got)).toBe(difference);
  });
});
