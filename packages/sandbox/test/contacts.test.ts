import type { WireObject } from '@egoi-client/core';
import { describe, expect, test } from '@jest/globals';
import { ana, eva, openFilledAccount, rui, type TestAccount } from './account.ts';

async function contactsOf({ sandbox }: TestAccount): Promise<WireObject[]> {
  const { lists } = await sandbox.snapshot();
  return lists.find((list) => list.id === 1)?.contacts.map((contact) => contact.record) ?? [];
}

async function recordOf(account: TestAccount, subscriber: string): Promise<WireObject> {
  const { subscriber: record } = await account.struct('subscriberData', { listID: 1, subscriber });
  return record as WireObject;
}

describe('a removed contact', () => {
  test('is added again under its old reference, active, with what it had before', async () => {
    const account = await openFilledAccount();
    await account.ask('removeSubscriber', { listID: 1, subscriber: ana });
    const { UID } = await recordOf(account, ana);
    const again = await account.struct('addSubscriber', { listID: 1, email: ana, last_name: 'Sá' });
    expect(again).toMatchObject({
      UID,
      STATUS: 1,
      FIRST_NAME: 'Ana',
      LAST_NAME: 'Sá',
      EXTRA_FIELD_1: '38',
      MODIFICATION_DATE: '2025-03-04 05:06:07',
    });
    expect(again).not.toHaveProperty('REMOVE_DATE');
    expect(await contactsOf(account)).toHaveLength(3);
  });

  test('is added again by its reference too, and may get another address', async () => {
    const account = await openFilledAccount();
    const { UID } = await recordOf(account, eva);
    const email = 'eva.costa@example.com';
    expect(
      await account.ask('addSubscriber', { listID: 1, subscriber: UID ?? '', email }),
    ).toMatchObject({ UID, EMAIL: email, STATUS: 1 });
  });

  test('counts against the limit when it comes back', async () => {
    const account = await openFilledAccount({ maxSubscribers: 2 });
    expect(await account.ask('addSubscriber', { listID: 1, email: eva })).toEqual({
      ERROR: 'CANNOT_ADD_MORE_SUBSCRIBERS',
    });
  });

  test('keeps its address from others', async () => {
    const account = await openFilledAccount();
    const edit = { listID: 1, subscriber: ana, email: eva };
    expect(await account.ask('editSubscriber', edit)).toEqual({ ERROR: 'EMAIL_ALREADY_EXISTS' });
  });
});

describe('addSubscriber', () => {
  test('takes an address in `subscriber` for a missing `email`', async () => {
    const { ask } = await openFilledAccount();
    expect(await ask('addSubscriber', { listID: 1, subscriber: 'zoe@example.com' })).toMatchObject({
      EMAIL: 'zoe@example.com',
    });
    expect(await ask('addSubscriber', { listID: 1, subscriber: rui })).toEqual({
      ERROR: 'EMAIL_ALREADY_EXISTS',
    });
  });

  test('with operation 2 changes the contact that it finds', async () => {
    const account = await openFilledAccount();
    const { UID } = await recordOf(account, rui);
    const params = { listID: 1, email: rui, first_name: 'Rui', operation: 2 };
    const changed = await account.struct('addSubscriber', { ...params, compareField: 'email' });
    expect(changed).toMatchObject({ UID, FIRST_NAME: 'Rui', LAST_NAME: 'Costa', STATUS: 1 });
    expect(changed).toHaveProperty('MODIFICATION_DATE');
  });

  test('takes a contact without an address, and two of the same name', async () => {
    const account = await openFilledAccount();
    await account.ask('addSubscriber', { listID: 1, first_name: 'Ana' });
    await account.ask('addSubscriber', { listID: 1, first_name: 'Ana' });
    expect(await contactsOf(account)).toHaveLength(5);
  });

  test('adds one as removed or unconfirmed when asked to', async () => {
    const { ask } = await openFilledAccount();
    const add = (email: string, status: number) =>
      ask('addSubscriber', { listID: 1, email, status });
    expect(await add('b@example.com', 2)).toMatchObject({ STATUS: 2, REMOVE_METHOD: 'API' });
    expect(await add('c@example.com', 0)).toMatchObject({ STATUS: 0 });
  });

  test('leaves phones as they are when told not to check them', async () => {
    const { ask } = await openFilledAccount();
    expect(
      await ask('addSubscriber', { listID: 1, cellphone: '912 345', validate_phone: 0 }),
    ).toMatchObject({ CELLPHONE: '912 345' });
  });

  test('attaches tags given as a list, as a map or as a struct, and passes unknown ones over', async () => {
    const account = await openFilledAccount();
    const forms = [['1', 2, 99], { 1: 1, 5: 2 }, { id: [1, '2'] }, [{ id: 1 }, { id: 2 }], [false]];
    for (const [index, tags] of forms.entries()) {
      await account.ask('addSubscriber', { listID: 1, email: `t${index}@example.com`, tags });
    }
    const { lists } = await account.sandbox.snapshot();
    const added = lists.find((list) => list.id === 1)?.contacts.slice(3);
    expect(added?.map((contact) => contact.tags)).toEqual([[1, 2], [1, 2], [1, 2], [1, 2], []]);
  });
});

describe('editSubscriber', () => {
  test('may be repeated', async () => {
    const account = await openFilledAccount();
    const edit = { listID: 1, subscriber: ana, first_name: 'Anna', tags: [2] };
    const first = await account.ask('editSubscriber', edit);
    expect(await account.ask('editSubscriber', edit)).toEqual(first);
  });

  test('gives an address up, so that another contact can have it', async () => {
    const account = await openFilledAccount();
    await account.ask('editSubscriber', { listID: 1, subscriber: ana, email: 'b@example.com' });
    expect(
      await account.ask('editSubscriber', { listID: 1, subscriber: rui, email: ana }),
    ).toMatchObject({ EMAIL: ana });
    const { UID } = await recordOf(account, ana);
    expect(
      await account.ask('editSubscriber', { listID: 1, subscriber: UID ?? '', email: '' }),
    ).toMatchObject({ EMAIL: '', CELLPHONE: '351-911111111' });
  });

  test('removes a contact by its status, and with it one of the active ones', async () => {
    const account = await openFilledAccount();
    const edit = { listID: 1, subscriber: ana, status: 2 };
    expect(await account.ask('editSubscriber', edit)).toMatchObject({
      STATUS: 2,
      REMOVE_DATE: '2025-03-04 05:06:07',
    });
    expect(await account.ask('getLists', { listID: 1 })).toMatchObject([
      { subs_activos: '1', subs_total: '3' },
    ]);
  });
});

describe('addSubscriberBulk', () => {
  const bulk = (account: TestAccount, subscribers: WireObject[], more: WireObject = {}) =>
    account.struct('addSubscriberBulk', {
      listID: 1,
      compareField: 'email',
      subscribers,
      ...more,
    });

  test('with operation 1, or none, adds new contacts and leaves those that are there', async () => {
    const account = await openFilledAccount();
    const rows = [{ email: ana, first_name: 'X' }, { email: 'zoe@example.com' }, { email: eva }];
    expect(await bulk(account, rows)).toMatchObject({ count: 2 });
    expect(await contactsOf(account)).toMatchObject([
      { EMAIL: ana, FIRST_NAME: 'Ana' },
      { EMAIL: rui },
      { EMAIL: eva, STATUS: 1 },
      { EMAIL: 'zoe@example.com', SUBSCRIPTION_METHOD: 'import' },
    ]);
  });

  test('with operation 2 also changes those that the compared field recognises', async () => {
    const account = await openFilledAccount();
    const rows = [
      { cellphone: '911111111', email: 'rui.costa@example.com' },
      { cellphone: '351-911111111', extra_2: 'L', tags: [2] },
      { cellphone: '+351 9', email: 'wrong.phone@example.com' },
      { cellphone: '931111111', email: ana },
      { cellphone: '941111111', email: 'zoe@example.com' },
      { email: 'without.phone@example.com' },
    ];
    const more = { compareField: 'cellphone', operation: '2', tags: ['1'], defaultStatus: 0 };
    expect(await bulk(account, rows, more)).toMatchObject({ count: 2 });
    expect(await contactsOf(account)).toMatchObject([
      { EMAIL: ana, CELLPHONE: '' },
      { EMAIL: 'rui.costa@example.com', EXTRA_FIELD_2: 'L', STATUS: 1 },
      { EMAIL: eva },
      { EMAIL: 'zoe@example.com', CELLPHONE: '351-941111111', STATUS: 0 },
    ]);
    const { lists } = await account.sandbox.snapshot();
    expect(lists[1]?.contacts.map((contact) => contact.tags)).toEqual([[1], [1, 2], [], [1]]);
  });

  test('compares by an extra field and by a name as well', async () => {
    const account = await openFilledAccount();
    const byField = { compareField: 'extra_1', operation: 2 };
    expect(
      await bulk(account, [{ extra_1: '38', last_name: 'Sá' }, { extra_1: 40 }], byField),
    ).toMatchObject({ count: 2 });
    const byName = { compareField: 'last_name', operation: 2 };
    expect(await bulk(account, [{ last_name: 'Sá', fax: '351-25555' }], byName)).toMatchObject({
      count: 1,
    });
    expect(await contactsOf(account)).toMatchObject([
      { EMAIL: ana, LAST_NAME: 'Sá', FAX: '351-25555' },
      { EMAIL: rui },
      { EMAIL: eva },
      { EXTRA_FIELD_1: '40', EMAIL: '' },
    ]);
  });

  test('lets a contact take the address that another gives up in the same import', async () => {
    const account = await openFilledAccount();
    await account.ask('editSubscriber', { listID: 1, subscriber: ana, cellphone: '351-922222222' });
    const rows = [
      { cellphone: '351-922222222', first_name: 'Ana' },
      { cellphone: '351-911111111', email: 'free@example.com' },
      { cellphone: '351-922222222', email: rui },
    ];
    const more = { compareField: 'cellphone', operation: 2 };
    expect(await bulk(account, rows, more)).toMatchObject({ count: 2 });
    expect(await contactsOf(account)).toMatchObject([
      { EMAIL: rui, FIRST_NAME: 'Ana' },
      { EMAIL: 'free@example.com' },
      { EMAIL: eva },
    ]);
  });

  test('passes over rows that addSubscriber would refuse, and does not count them', async () => {
    const account = await openFilledAccount({ contactRules: { unique: ['cellphone'] } });
    const rows = [
      { email: 'not an address' },
      { email: 'a@example.com', cellphone: '351-911111111' },
      { email: 'b@example.com', company: 'Example' },
      { email: 'c@example.com', from: 'x' },
      { email: 'd@example.com' },
      { email: 'D@example.com' },
      { first_name: 'No address' },
    ];
    expect(await bulk(account, rows)).toMatchObject({ count: 1 });
    expect(await contactsOf(account)).toHaveLength(4);
  });

  test('takes rows in a map whose first number is missing, and a prefix and status for all', async () => {
    const account = await openFilledAccount();
    const receipt = await account.struct('addSubscriberBulk', {
      listID: 1,
      compareField: 'email',
      subscribers: {
        1: { email: 'a@example.com', telephone: '21222' },
        7: { email: 'b@example.com' },
      },
      defaultCountryCode: '+44',
      status: '0',
    });
    expect(receipt).toMatchObject({ count: 2 });
    expect((await contactsOf(account)).slice(3)).toMatchObject([
      { TELEPHONE: '44-21222', STATUS: 0 },
      { EMAIL: 'b@example.com', STATUS: 0 },
    ]);
  });
});
