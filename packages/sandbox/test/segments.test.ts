import type { WireObject, WireValue } from '@egoi-client/core';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openFilledAccount, type TestAccount, textOf } from './account.ts';

/** Beside ana and rui: zoe without a name but with a number, and eva, who is removed. */
async function openPeople(): Promise<TestAccount> {
  const account = await openFilledAccount();
  await account.ask('addSubscriber', {
    listID: 1,
    email: 'Zoe@Example.org',
    status: 4,
    lang: 'en',
    extra_1: '41,5',
    extra_2: 'M',
    tags: [1, 2],
  });
  return account;
}

async function membersOf({ sandbox }: TestAccount, name: string): Promise<string[]> {
  const { lists } = await sandbox.snapshot();
  const list = lists.find(({ id }) => id === 1);
  const uids = list?.segments.find((segment) => segment.name === name)?.members ?? [];
  const records = list?.contacts.map(({ record }) => record) ?? [];
  return uids.map((uid) => {
    const record = records.find((known) => known['UID'] === uid) ?? {};
    const email = textOf(record, 'EMAIL');
    return email.slice(0, email.indexOf('@')).toLowerCase();
  });
}

async function membersBy(params: WireObject): Promise<string[]> {
  const account = await openPeople();
  const method = Object.hasOwn(params, 'fields') ? 'createSegment' : 'createSegmentAdvanced';
  await expect(account.ask(method, { listID: 1, name: 'S', ...params })).resolves.toHaveProperty(
    'ID',
  );
  return membersOf(account, 'S');
}

describe('a segment', () => {
  test.each<[WireObject, string[]]>([
    [{ first_name: 'Ana' }, ['ana']],
    [{ first_name: 'ana' }, []],
    [{ first_name: '' }, ['rui', 'zoe']],
    [{ EMAIL: 'ZOE@example.ORG' }, ['zoe']],
    [{ status: '1' }, ['ana', 'rui']],
    [{ status: 2 }, []],
    [{ lang: 'pt' }, ['ana', 'rui']],
    [{ cellphone: '351-911111111' }, ['rui']],
    [{ birth_date: '1990-01-31' }, ['ana']],
    [{ extra_1: 38 }, ['ana']],
    [{ tags: [1] }, ['ana', 'zoe']],
    [{ tags: [1, '2'] }, ['zoe']],
    [{ tags: { id: 2 } }, ['zoe']],
    [{ status: 1, tags: 1 }, ['ana']],
    [{ status: 1, last_name: null }, ['ana', 'rui']],
  ])('of the fields %j has its members', async (fields, members) => {
    expect(await membersBy({ fields })).toEqual(members);
  });

  test.each<[string, string, WireValue | undefined, string[]]>([
    ['first_name', 'equals', 'Ana', ['ana']],
    ['first_name', 'not_equals', 'Ana', ['rui', 'zoe']],
    ['email', 'contains', 'EXAMPLE.ORG', ['zoe']],
    ['last_name', 'contains', 'ost', ['rui']],
    ['last_name', 'contains', '%', []],
    ['email', 'starts_with', 'ZO', ['zoe']],
    ['email', 'ends_with', '.COM', ['ana', 'rui']],
    ['first_name', 'starts_with', 'An', ['ana']],
    ['last_name', 'ends_with', 'a costa costa', []],
    ['birth_date', 'greater', '1990-01-30', ['ana']],
    ['birth_date', 'less', '1990-01-31', []],
    ['extra_1', 'greater', 9, ['ana', 'zoe']],
    ['extra_1', 'greater', '41.4', ['zoe']],
    ['extra_1', 'less', 100, ['ana', 'zoe']],
    ['extra_1', 'not_equals', '38', ['rui', 'zoe']],
    ['status', 'greater', 1, ['zoe']],
    ['extra_2', 'is_empty', undefined, ['ana', 'rui']],
    ['extra_2', 'is_not_empty', undefined, ['zoe']],
    ['', 'has_tag', 2, ['zoe']],
    ['tags', 'HAS_NOT_TAG', [2], ['ana', 'rui']],
  ])('where %s %s %j has its members', async (field, operator, value, members) => {
    const condition = value === undefined ? { field, operator } : { field, operator, value };
    expect(await membersBy({ conditions: [condition] })).toEqual(members);
  });

  test('of several conditions asks for all of them, or for any', async () => {
    const conditions = [
      { field: 'status', operator: 'equals', value: 1 },
      { operator: 'has_tag', value: 1 },
    ];
    expect(await membersBy({ conditions })).toEqual(['ana']);
    expect(await membersBy({ conditions, match: 'ANY' })).toEqual(['ana', 'rui', 'zoe']);
    // Any of them, yet never one who is removed.
    expect(
      await membersBy({
        match: 'any',
        conditions: [...conditions, { field: 'uid', operator: 'is_not_empty' }],
      }),
    ).toEqual(['ana', 'rui', 'zoe']);
  });

  test('follows its contacts, and outlives the fields and tags that it looks for', async () => {
    const account = await openPeople();
    const { ask } = account;
    await ask('createSegment', { listID: 1, name: 'S', fields: { tags: [2] } });
    await ask('createSegment', { listID: 1, name: 'Size', fields: { extra_1: 38 } });
    await ask('attachTag', { tag: 2, type: 'subscriber', listID: 1, target: ['ana@example.com'] });
    expect(await membersOf(account, 'S')).toEqual(['ana', 'zoe']);
    await ask('removeSubscriber', { listID: 1, subscriber: 'ana@example.com' });
    expect(await membersOf(account, 'S')).toEqual(['zoe']);
    await ask('deleteTag', { tag: 2 });
    await ask('deleteExtraField', { listID: 1, id: 1 });
    expect(await membersOf(account, 'S')).toEqual([]);
    expect(await membersOf(account, 'Size')).toEqual([]);
  });

  test('that is created again has the new conditions under its old number', async () => {
    const account = await openPeople();
    const create = (fields: WireObject) =>
      account.ask('createSegment', { listID: 1, name: 'Anas', fields });
    expect(await create({ status: 4 })).toEqual({ ID: '1' });
    expect(await membersOf(account, 'Anas')).toEqual(['zoe']);
  });
});

const tooMany = Array.from({ length: 101 }, () => ({ field: 'email', value: 'x' }));

test.each<[string, WireObject]>([
  ['no fields', { fields: {} }],
  ['fields without a value', { fields: { email: null } }],
  ['text', { fields: 'email' }],
  ['a list', { fields: ['email'] }],
  ['a name of the language', { fields: { constructor: 'x' } }],
  ['a column that is none of its business', { fields: { position: 1 } }],
  ['an extra field of no list', { fields: { extra_9: 'x' } }],
  ['a tag that does not exist', { fields: { tags: [1, 9] } }],
  ['a struct as a value', { fields: { email: { a: 'x' } } }],
  ['a condition that is text', { conditions: ['email'] }],
  ['an unknown operator', { conditions: [{ field: 'email', operator: 'like', value: 'x' }] }],
  [
    'a name of the language as operator',
    { conditions: [{ field: 'email', operator: 'toString', value: 'x' }] },
  ],
  ['no field', { conditions: [{ operator: 'equals', value: 'x' }] }],
  ['no value', { conditions: [{ field: 'email', operator: 'equals' }] }],
  ['nothing to contain', { conditions: [{ field: 'email', operator: 'contains', value: '' }] }],
  ['a number that is none', { conditions: [{ field: 'status', operator: 'less', value: 'x' }] }],
  ['two tags at once', { conditions: [{ operator: 'has_tag', value: [1, 2] }] }],
  [
    'one wrong condition among right ones',
    { conditions: [{ field: 'email', value: 'x' }, {}, { field: 'x', value: 'x' }] },
  ],
  ['too many', { conditions: tooMany }],
])('nothing is searched for by %s', async (_name, params) => {
  const { ask } = await openFilledAccount();
  const method = Object.hasOwn(params, 'fields') ? 'createSegment' : 'createSegmentAdvanced';
  expect(await ask(method, { listID: 1, name: 'S', ...params })).toEqual({
    ERROR: 'NO_SEARCH_FIELDS',
  });
});

test('a hundred conditions are evaluated', async () => {
  expect(await membersBy({ match: 'any', conditions: tooMany.slice(1) })).toEqual([]);
});

test('what a condition says is a value, whatever it is', async () => {
  const account = await openPeople();
  const everyone = ['ana', 'rui', 'zoe'];
  const operators = ['equals', 'contains', 'starts_with', 'ends_with', 'greater', 'less'];
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom("' OR 1=1 --", "') OR (1", '%', '_', '?', '?1', ':a', '"', '\\', ';'),
      ),
      fc.constantFrom(...operators),
      fc.constantFrom('first_name', 'email', 'extra_2'),
      async (value, operator, field) => {
        const params = {
          listID: 1,
          name: 'S',
          conditions: [{ field, operator, value: `~${value}` }],
        };
        await account.ask('createSegmentAdvanced', params);
        // Every value sorts before the tilde, and none begins with it.
        expect(await membersOf(account, 'S')).toEqual(operator === 'less' ? expect.any(Array) : []);
        expect(await membersOf(account, 'Anas')).toEqual(['ana']);
      },
    ),
    { seed: 20251202, numRuns: 150 },
  );
  await account.ask('createSegmentAdvanced', {
    listID: 1,
    name: 'S',
    conditions: [{ field: 'email', operator: 'not_equals', value: "' OR 1=1 --" }],
  });
  expect(await membersOf(account, 'S')).toEqual(everyone);
});
