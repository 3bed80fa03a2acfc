import { type WireValue } from '@egoi-client/core';
import { catalogue, normaliseResult, numberOrText, setMember } from '@egoi-client/core/wire';
import { describe, expect, test } from '@jest/globals';

const contact = catalogue.addSubscriber.formFor({}).result;
const lists = catalogue.getLists.formFor({}).result;
const fields = catalogue.getExtraFields.formFor({}).result;
const page = catalogue.subscriberData.formFor({ subscriber: 'all_subscribers' }).result;
const one = catalogue.subscriberData.formFor({ subscriber: 'ana@example.com' }).result;
const removal = catalogue.removeSubscriber.formFor({}).result;
const outcome = catalogue.updateList.formFor({}).result;

describe('a number', () => {
  test.each([
    ['7', 7],
    [7, 7],
    ['-3', -3],
    [' 12 ', 12],
    ['007', 7],
    ['-0', 0],
    ['', null],
    [null, null],
    [true, 1],
    ['9007199254740993', '9007199254740993'],
    ['many', 'many'],
  ] as const)('%j becomes %j', (value, expected) => {
    expect(normaliseResult(contact, { BOUNCES: value })).toEqual({ BOUNCES: expected });
  });
});

describe('a text', () => {
  test.each([
    ['x', 'x'],
    ['  two  ', '  two  '],
    [null, ''],
    [351912345678, '351912345678'],
    [1.5, '1.5'],
    [true, '1'],
    [false, '0'],
    [[], ''],
  ] as [WireValue, string][])('%j becomes %j', (value, expected) => {
    expect(normaliseResult(contact, { CELLPHONE: value })).toEqual({ CELLPHONE: expected });
  });
});

describe('a date', () => {
  test.each([
    ['2020-01-02', '2020-01-02'],
    ['0000-00-00', null],
    ['', null],
    [null, null],
  ] as const)('%j becomes %j', (value, expected) => {
    expect(normaliseResult(contact, { BIRTH_DATE: value })).toEqual({ BIRTH_DATE: expected });
  });

  test('with a time that is unset becomes null', () => {
    expect(normaliseResult(contact, { REMOVE_DATE: '0000-00-00 00:00:00' })).toEqual({
      REMOVE_DATE: null,
    });
  });
});

describe('a flag', () => {
  test.each([
    ['1', true],
    [1, true],
    [true, true],
    ['0', false],
    ['', false],
    [null, false],
    [0, false],
  ] as const)('%j becomes %j', (value, expected) => {
    expect(normaliseResult(lists, [{ canal_email: value }])).toEqual([{ canal_email: expected }]);
  });
});

describe('a list', () => {
  test.each([['', null, '0', false, {}, []] as WireValue[]])('%j is an empty one', (value) => {
    expect(normaliseResult(lists, value)).toEqual([]);
  });

  test('may arrive as a lone struct', () => {
    expect(normaliseResult(page, { subscriber: { UID: 'a', STATUS: '1' } })).toEqual({
      subscriber: [{ UID: 'a', STATUS: 1 }],
    });
  });

  test('may arrive as a map with integer keys', () => {
    expect(normaliseResult(lists, { 1: { listnum: '4' }, 2: { listnum: '5' } })).toEqual([
      { listnum: 4 },
      { listnum: 5 },
    ]);
  });

  test('may arrive empty inside a struct', () => {
    expect(normaliseResult(page, { subscriber: '' })).toEqual({ subscriber: [] });
  });
});

describe('a map by id', () => {
  test.each([['', '0', null, []] as WireValue[]])('%j is an empty one', (value) => {
    expect(normaliseResult(fields, { extra_fields: value })).toEqual({ extra_fields: {} });
  });

  test('keeps its keys', () => {
    expect(normaliseResult(fields, { extra_fields: { 12: { NAME: 'Shoe size' } } })).toEqual({
      extra_fields: { 12: { NAME: 'Shoe size' } },
    });
  });
});

describe('a struct', () => {
  test('may arrive as a list of one', () => {
    expect(normaliseResult(one, { subscriber: [{ UID: 'a' }] })).toEqual({
      subscriber: { UID: 'a' },
    });
  });

  test('is empty where PHP wrote an empty array', () => {
    expect(normaliseResult(contact, [])).toEqual({});
  });

  test('takes a lone OK as its RESULT', () => {
    expect(normaliseResult(outcome, 'OK')).toEqual({ RESULT: 'OK' });
    expect(normaliseResult(outcome, true)).toEqual(normaliseResult(outcome, '1'));
  });

  test('keeps fields that the catalogue does not know, as they came', () => {
    expect(normaliseResult(contact, { UID: 'a', NEW: { x: '1' } })).toEqual({
      UID: 'a',
      NEW: { x: '1' },
    });
  });

  test('keeps a member called __proto__ as data', () => {
    const value = {};
    setMember(value, '__proto__', { polluted: 'yes' });
    const result = normaliseResult(contact, value) as object;
    expect(Object.hasOwn(result, '__proto__')).toBe(true);
    expect(Object.getPrototypeOf(result)).toBe(Object.getPrototypeOf({}));
  });
});

test('a result shares no list and no struct with what the wire brought', () => {
  const changeAll = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    Object.values(value).forEach(changeAll);
    Object.assign(value, { 0: 'changed' });
  };
  for (const misfit of [{ a: { b: ['c'] } }, [['a'], { b: 'c' }]]) {
    const names = ['UID', 'BOUNCES', 'BIRTH_DATE', 'TAGS', 'STATUS', 'NEW_FIELD'];
    const brought = {
      subscriber: [misfit, Object.fromEntries(names.map((name) => [name, misfit]))],
      more: misfit,
    };
    const before = structuredClone(brought);
    changeAll(normaliseResult(page, brought));
    expect(brought).toEqual(before);
  }
});

test('a scalar result is text', () => {
  expect(normaliseResult(removal, 'OK')).toBe('OK');
});

test('numberOrText never loses digits', () => {
  expect(numberOrText('9007199254740991')).toBe(9007199254740991);
  expect(numberOrText('9007199254740992')).toBe('9007199254740992');
  expect(numberOrText('1e400')).toBe('1e400');
  expect(numberOrText('12abc')).toBe('12abc');
  expect(numberOrText('0x1F')).toBe('0x1F');
});

test('numberOrText reads a long text of digits in one pass', () => {
  const digits = `${'1'.repeat(500_000)}x`;
  expect(numberOrText(digits)).toBe(digits);
});
