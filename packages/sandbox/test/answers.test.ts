import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { EgoiClient, type WireObject } from '@egoi-client/core';
import { sandboxApiKey } from '@egoi-client/sandbox';
import { ana, openAccount, openFilledAccount, rui } from './account.ts';

const plainContact = {
  ADD_DATE: '2025-03-04 05:06:07',
  SUBSCRIPTION_METHOD: 'API',
  LIST: '1',
  FIRST_NAME: '',
  LAST_NAME: '',
  CELLPHONE: '',
  TELEPHONE: '',
  FAX: '',
  LANGUAGE: 'pt',
  BIRTH_DATE: '',
  STATUS: 1,
  BOUNCES: '0',
  EMAIL_SENT: '0',
  EMAIL_VIEWS: '0',
  REFERRALS: '0',
  REFERRALS_CONVERTED: '0',
  CLICKS: '0',
  SMS_SENT: '0',
  SMS_DELIVERED: '0',
  FAX_SENT: '0',
  VOICE_CALLS_SENT: '0',
  VOICE_CALLS_ANSWERED: '0',
  MMS_SENT: '0',
  EXTRA_FIELD_1: '',
  EXTRA_FIELD_2: '',
};
/** The keys of a contact as the service was recorded to answer them. */
const recordedOrder = readFileSync(join(__dirname, 'golden', 'contact-fields.txt'), 'utf8')
  .trimEnd()
  .split('\n');

describe('accounts', () => {
  test('checklogin and its other spelling say OK', async () => {
    const { ask } = openAccount();
    expect(await ask('checklogin')).toEqual({ RESULT: 'OK', USER_ID: '1' });
    expect(await ask('checkLogin')).toEqual({ RESULT: 'OK', USER_ID: '1' });
  });

  test('checklogin answers the key to whoever logs in, with a key or without', async () => {
    const { ask, sandbox } = openAccount();
    const login = { username: 'user@example.com', password: 'sandbox' };
    const answer = { RESULT: 'OK', USER_ID: '1', apikey: sandboxApiKey };
    expect(await ask('checklogin', login, { anonymous: true })).toEqual(answer);
    expect(await ask('checklogin', login)).toEqual(answer);
    const client = new EgoiClient({ ...login, transport: sandbox });
    expect(await client.checklogin()).toEqual({ ...answer, USER_ID: 1 });
  });

  test('getClientData and getCredits tell the account, numbers as text', async () => {
    const { struct } = openAccount();
    expect(await struct('getClientData')).toMatchObject({
      CLIENTE_ID: '12345',
      CREDITS: 'EUR 12.34',
      PLAN_EMAIL_LIMIT: '0',
    });
    expect(await struct('getCredits')).toEqual({ CREDITS: 'EUR 12.34', AMOUNT: '12.34' });
  });

  test('getUserData tells the user under the spellings of the service', async () => {
    const { struct } = openAccount({ username: 'me@example.com' });
    expect(await struct('getUserData')).toMatchObject({
      USER_ID: '1',
      USERNNAME: 'me@example.com',
      APIKEY: sandboxApiKey,
    });
  });
});

describe('lists', () => {
  test('createList takes `sp` for Spanish, and channels as whole numbers', async () => {
    const { ask } = openAccount();
    await ask('createList', { nome: 'x', idioma_lista: 'sp', canal_email: 0, canal_sms: 1 });
    expect(await ask('getLists')).toMatchObject([
      { idioma: 'es', canal_email: '0', canal_sms: '1' },
    ]);
  });

  test('createList answers the number as text, and getLists the newest first', async () => {
    const { ask } = openAccount();
    expect(await ask('createList', { nome: 'First' })).toEqual({ LIST_ID: '1' });
    expect(
      await ask('createList', {
        nome: 'Second',
        idioma_lista: 'EN',
        canal_email: '0',
        canal_sms: 1,
      }),
    ).toEqual({ LIST_ID: '2' });
    const first = {
      listnum: '1',
      title: 'First',
      title_ref: 'First',
      grupo: '',
      subs_activos: '0',
      subs_total: '0',
      idioma: 'en',
      idiomas_extra: [],
      user_id: 'user@example.com',
      canal_email: '1',
      canal_sms: '0',
      extra_fields: [],
    };
    const names = { listnum: '2', title: 'Second', title_ref: 'Second' };
    const second = { ...first, ...names, canal_email: '0', canal_sms: '1' };
    expect(await ask('getLists')).toEqual([second, first]);
    expect(await ask('getLists', { listID: '1' })).toEqual([first]);
    expect(await ask('getLists', { start: 1, limit: '1' })).toEqual([first]);
    expect(await ask('getLists', { start: 2 })).toEqual([]);
    expect(await ask('getLists', { limit: 0 })).toEqual([]);
  });

  test('getLists counts active and all contacts, removed ones included in the latter', async () => {
    const { ask } = await openFilledAccount();
    await ask('addSubscriber', { listID: 1, email: 'new@example.com', status: 0 });
    expect(await ask('getLists', { listID: 1 })).toMatchObject([
      {
        subs_activos: '2',
        subs_total: '4',
        extra_fields: [
          { id: '1', ref: 'Shoe size', listnum: '1', opcoes: '' },
          { id: '2', ref: 'Shirt', listnum: '1', opcoes: 'S, M, L' },
        ],
      },
    ]);
  });

  test('addExtraField answers the number, getExtraFields a map by number', async () => {
    const { ask } = await openFilledAccount();
    expect(await ask('getExtraFields', { listID: 2 })).toEqual({ extra_fields: '0' });
    expect(await ask('addExtraField', { listID: 2, name: 'Note' })).toEqual({ NEW_ID: '3' });
    expect(await ask('getExtraFields', { listID: 2 })).toEqual({
      extra_fields: { 3: { NAME: 'Note', TYPE: 'texto' } },
    });
    expect(await ask('getExtraFields', { listID: 1 })).toEqual({
      extra_fields: {
        1: { NAME: 'Shoe size', TYPE: 'numero' },
        2: { NAME: 'Shirt', TYPE: 'lista' },
      },
    });
  });

  test('updateList changes what it is given and leaves the rest', async () => {
    const { ask } = await openFilledAccount();
    expect(await ask('updateList', { listID: 1, name: 'Renamed', canal_sms: true })).toEqual({
      RESULT: 'OK',
    });
    expect(await ask('updateList', { listID: 1, language: 'FR' })).toEqual({ RESULT: 'OK' });
    expect(await ask('getLists', { listID: 1 })).toMatchObject([
      { title: 'Renamed', title_ref: 'Renamed', idioma: 'fr', canal_email: '1', canal_sms: '1' },
    ]);
  });

  test('deleteList takes the contacts, fields and tags on contacts with it; its number is not used again', async () => {
    const { ask, sandbox } = await openFilledAccount();
    expect(await ask('deleteList', { listID: 1 })).toEqual({ RESULT: 'OK' });
    expect(await ask('deleteList', { listID: 2 })).toEqual({ RESULT: 'OK' });
    expect((await sandbox.snapshot()).lists).toEqual([]);
    expect(await ask('createList', { nome: 'Next' })).toEqual({ LIST_ID: '3' });
    expect(await ask('addExtraField', { listID: 3, name: 'Next' })).toEqual({ NEW_ID: '3' });
  });
});

describe('subscribers', () => {
  test('addSubscriber answers the whole record, and subscriberData the same', async () => {
    const { ask, struct } = await openFilledAccount();
    const added = await struct('addSubscriber', {
      listID: '1',
      email: 'Zoe@example.com',
      extra_2: 'M',
      lang: 'DE',
    });
    expect(added).toEqual({
      ...plainContact,
      UID: expect.stringMatching(/^[0-9a-f]{10}$/),
      EMAIL: 'Zoe@example.com',
      LANGUAGE: 'de',
      EXTRA_FIELD_2: 'M',
    });
    for (const subscriber of ['zoe@EXAMPLE.com', added['UID'] ?? null]) {
      expect(await ask('subscriberData', { listID: 1, subscriber })).toEqual({ subscriber: added });
    }
  });

  test('a contact has the fields of a recorded answer in their order, all text but the status', async () => {
    const { ask, struct } = openAccount();
    await ask('createList', { nome: 'Newsletter' });
    await ask('addSubscriber', { listID: 1, email: ana });
    const page = await struct('subscriberData', { listID: 1, subscriber: 'all_subscribers' });
    const [record] = page['subscriber'] as WireObject[];
    expect(Object.keys(record ?? {})).toEqual(recordedOrder);
    const numbers = Object.entries(record ?? {}).filter(([, value]) => typeof value !== 'string');
    expect(numbers).toEqual([['STATUS', 1]]);
  });

  test('a birth date may come in either order, and empty texts say nothing', async () => {
    const { ask } = await openFilledAccount();
    const unfilled = { tax_id: '', company: '', lang: '', status: '', from: '', fax: '' };
    const params = { listID: 1, subscriber: 0, email: 'zoe@example.com', birth_date: '31-01-1990' };
    expect(await ask('addSubscriber', { ...params, ...unfilled })).toMatchObject({
      BIRTH_DATE: '1990-01-31',
      LANGUAGE: 'pt',
      STATUS: 1,
    });
    expect(await ask('addSubscriber', { ...params, birth_date: '31-02-1990' })).toEqual({
      ERROR: 'SUBSCRIBER_FORMAT_ERROR',
    });
    const from = { listID: 1, email: 'max@example.com', from: 'news@example.com', lang: 'hu' };
    expect(await ask('addSubscriber', from)).toMatchObject({ LANGUAGE: 'hu' });
  });

  test('subscriberData pages through a segment', async () => {
    const { struct, ask } = await openFilledAccount();
    const all = { listID: 1, subscriber: 'all_subscribers' };
    const emails = async (segment: string, more: WireObject = {}) => {
      const { subscriber } = await struct('subscriberData', { ...all, segment, ...more });
      return (subscriber as WireObject[]).map((record) => record['EMAIL']);
    };
    expect(await emails('Anas')).toEqual([ana]);
    expect(await emails('Anas', { start: 1 })).toEqual([]);
    expect(await emails('ALL')).toHaveLength(3);
    expect(await ask('subscriberData', { ...all, segment: 'Nobody' })).toEqual({
      ERROR: 'SUBSCRIBER_NOT_FOUND',
    });
  });

  test('removeSubscriber keeps the reason and what was said', async () => {
    const { ask, sandbox } = await openFilledAccount();
    const because = { removeReason: '5', removeObs: 'Too many' };
    await ask('removeSubscriber', { listID: 1, subscriber: ana, ...because });
    await ask('removeSubscriber', { listID: 1, subscriber: rui, removeReason: 6 });
    expect((await sandbox.snapshot()).lists[1]?.contacts).toMatchObject([
      { removeOption: '5', removeObs: 'Too many' },
      { removeOption: '', removeObs: '' },
      {},
    ]);
    expect(await ask('addSubscriber', { listID: 1, email: ana })).toHaveProperty('UID');
    expect((await sandbox.snapshot()).lists[1]?.contacts[0]).toMatchObject({
      removeOption: '',
      removeObs: '',
    });
  });

  test('editSubscriber answers the record with the day and time of the change', async () => {
    const { struct } = await openFilledAccount();
    const edited = await struct('editSubscriber', {
      listID: 1,
      subscriber: ana,
      email: 'ana.silva@example.com',
      first_name: '',
      extra_1: '',
      status: '4',
    });
    expect(edited).toEqual({
      ...plainContact,
      UID: expect.any(String),
      EMAIL: 'ana.silva@example.com',
      BIRTH_DATE: '1990-01-31',
      STATUS: 4,
      MODIFICATION_DATE: '2025-03-04 05:06:07',
    });
  });

  test('removeSubscriber says OK and records how and when', async () => {
    const { ask, struct } = await openFilledAccount();
    expect(await ask('removeSubscriber', { listID: 1, subscriber: ana, removeMethod: 'web' })).toBe(
      'OK',
    );
    expect(
      (await struct('subscriberData', { listID: 1, subscriber: ana }))['subscriber'],
    ).toMatchObject({
      STATUS: 2,
      REMOVE_METHOD: 'web',
      REMOVE_DATE: '2025-03-04 05:06:07',
    });
  });

  test('subscriberData answers pages of all contacts, in the order in which they came', async () => {
    const { struct } = await openFilledAccount();
    const page = async (params: { start?: number; limit?: number | string; listID?: number }) => {
      const query = { listID: 1, subscriber: 'all_subscribers', ...params };
      const { subscriber } = await struct('subscriberData', query);
      return (subscriber as { EMAIL: string }[]).map(({ EMAIL }) => EMAIL.split('@')[0]);
    };
    expect(await page({})).toEqual(['ana', 'rui', 'eva']);
    expect(await page({ start: 1, limit: '1' })).toEqual(['rui']);
    expect(await page({ start: 2, limit: 5000 })).toEqual(['eva']);
    expect(await page({ start: 3 })).toEqual([]);
    expect(await page({ limit: 0 })).toEqual([]);
    expect(await page({ listID: 2 })).toEqual([]);
  });

  test('addSubscriberBulk answers a receipt and is done at once', async () => {
    const { ask } = await openFilledAccount();
    const subscribers = [{ email: 'one@example.com' }, { email: 'two@example.com' }];
    const params = { listID: 2, compareField: 'email', subscribers };
    const receipt = { result: 'Your request is being processed', count: 2 };
    expect(await ask('addSubscriberBulk', params)).toEqual({ id: '1', ...receipt });
    expect(await ask('addSubscriberBulk', { ...params, operation: 2 })).toEqual({
      id: '2',
      ...receipt,
    });
    expect(await ask('getLists', { listID: 2 })).toMatchObject([{ subs_total: '2' }]);
  });
});

describe('tags', () => {
  test('addTag answers number and name, getTags all of them', async () => {
    const { ask } = openAccount();
    expect(await ask('addTag', { name: 'vip', color: '#FF0000' })).toEqual({
      ID: '1',
      NAME: 'vip',
    });
    expect(await ask('getTags')).toEqual({ TAG_LIST: [{ ID: '1', NAME: 'vip' }] });
    await ask('addTag', { name: 'new' });
    expect(await ask('getTags')).toEqual({
      TAG_LIST: [
        { ID: '1', NAME: 'vip' },
        { ID: '2', NAME: 'new' },
      ],
    });
  });

  test('attachTag and detachTag take every form of a target, and may be repeated', async () => {
    const { ask, sandbox } = await openFilledAccount();
    const tagsNow = async () => {
      const { lists } = await sandbox.snapshot();
      return lists.find((list) => list.id === 1)?.contacts.map((contact) => contact.tags);
    };
    const uid = (await sandbox.snapshot()).lists[1]?.contacts[0]?.record['UID'] ?? null;
    const common = { tag: '2', type: 'subscriber', listID: '1' };
    expect(await ask('attachTag', { ...common, target: { subscriber: uid } })).toEqual({
      RESULT: 'OK',
    });
    expect(await tagsNow()).toEqual([[1, 2], [], []]);
    await ask('attachTag', { ...common, target: { subscriber: [uid, 'nobody@example.com', rui] } });
    expect(await tagsNow()).toEqual([[1, 2], [2], []]);
    expect(await ask('detachTag', { ...common, target: { 1: ana } })).toEqual({ RESULT: 'OK' });
    expect(await ask('detachTag', { ...common, target: [ana] })).toEqual({ RESULT: 'OK' });
    expect(await tagsNow()).toEqual([[1], [2], []]);
    expect(await ask('deleteTag', { tag: 2 })).toEqual({ RESULT: 'OK' });
    expect(await tagsNow()).toEqual([[1], [], []]);
    expect((await sandbox.snapshot()).tags).toEqual([{ id: 1, name: 'vip', color: '#ff0000' }]);
  });
});
