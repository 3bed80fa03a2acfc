import { EgoiConfigError } from '@egoi-client/core';
import type { SandboxTransport, V3ScriptedFailure } from '@egoi-client/sandbox';
import { problemTitles } from '@egoi-client/v3-api';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { serveAccount, type ServedAccount } from './v3-served.ts';

let served: ServedAccount;
let account: SandboxTransport;

beforeEach(async () => {
  served = await serveAccount();
  account = served.account;
});

afterEach(() => served.close());

const newList = () => served.send('POST', '/lists', { internal_name: 'News' });
const lists = async () => (await account.snapshot()).lists.length;

describe('a scripted answer', () => {
  test.each(Object.entries(problemTitles).map(([status, title]) => [Number(status), title]))(
    'may have the status %d, has its title, and comes once',
    async (status, title) => {
      account.failV3('createList', status as number);
      const failed = await newList();
      expect(failed).toMatchObject({ status, body: { status, title, detail: expect.any(String) } });
      expect(failed.headers.get('content-type')).toBe('application/problem+json');
      expect(await lists()).toBe(0);
      expect((await newList()).status).toBe(201);
    },
  );

  const messages = { 'base.email': ['must be an e-mail address'] };

  test.each<[string, Extract<V3ScriptedFailure, { readonly status: number }>]>([
    ['errors', { status: 422, errors: messages }],
    ['validation_messages in their place', { status: 422, validation_messages: messages }],
    ['both', { status: 422, errors: { email: ['x'] }, validation_messages: messages }],
    ['words of its own', { status: 502, title: 'Bad Gateway', detail: 'no upstream' }],
  ])('says what it is given: %s', async (_case, failure) => {
    account.failV3('createList', failure);
    const { status, body } = await newList();
    expect(status).toBe(failure.status);
    expect(body).toEqual({
      type: expect.any(String),
      title: 'Unprocessable Entity',
      detail: expect.any(String),
      ...failure,
    });
  });

  test('in place of an answer that is lost leaves behind what the request did', async () => {
    await newList();
    account.failV3('createContact', 503, { when: 'after' });
    const contact = { base: { email: 'ana@example.com' } };
    expect((await served.send('POST', '/lists/1/contacts', contact)).status).toBe(503);
    const [id] = (await account.snapshot()).lists[0]?.contacts.map(({ record }) => record) ?? [];
    expect(await served.send('POST', '/lists/1/contacts', contact)).toMatchObject({
      status: 409,
      body: { errors: { contacts: [id?.['UID']] } },
    });
  });

  test('with status 429 says that nothing is left of the window', async () => {
    account.failV3('getAllLists', 429);
    expect((await served.send('GET', '/lists')).headers.get('x-ratelimit-remaining')).toBe('0');
    const next = await served.send('GET', '/lists');
    expect(Number(next.headers.get('x-ratelimit-remaining'))).toBeGreaterThan(0);
  });
});

describe('a connection that is cut', () => {
  test('in place of the request leaves nothing behind, and is no defect', async () => {
    account.failV3('createList', { connection: 'cut' });
    await expect(newList()).rejects.toThrow('fetch failed');
    expect(await lists()).toBe(0);
    expect(served.defects).toEqual([]);
    expect((await newList()).status).toBe(201);
  });

  test('after the request leaves behind what that did', async () => {
    account.failV3('createList', { connection: 'cut' }, { when: 'after' });
    await expect(newList()).rejects.toThrow('fetch failed');
    expect(await lists()).toBe(1);
    expect(served.defects).toEqual([]);
  });
});

describe('a delay', () => {
  test.each([
    ['before', 0],
    ['after', 1],
  ] as const)('%s the request holds up that request alone', async (when, listsMeanwhile) => {
    let go: () => void = () => undefined;
    let arrive: (ms: number) => void = () => undefined;
    const waited = new Promise<number>((resolve) => {
      arrive = resolve;
    });
    const wait = (ms: number) => {
      arrive(ms);
      return new Promise<void>((resolve) => {
        go = resolve;
      });
    };
    const slow = await serveAccount({ wait });
    try {
      slow.account.failV3('createList', { delayMs: 2000 }, { when });
      const delayed = slow.send('POST', '/lists', { internal_name: 'News' });
      expect(await waited).toBe(2000);
      expect(await slow.send('GET', '/lists')).toMatchObject({
        status: 200,
        body: { total_items: listsMeanwhile },
      });
      go();
      expect((await delayed).status).toBe(201);
    } finally {
      await slow.close();
    }
  });

  test('ends when the account closes', async () => {
    account.failV3('createList', { delayMs: 86_400_000 });
    const delayed = newList();
    await served.send('GET', '/lists');
    await account.close();
    expect((await delayed).status).toBe(503);
  });
});

describe('work that is lost', () => {
  test('was accepted, and never gets its turn', async () => {
    await newList();
    await served.send('POST', '/lists/1/contacts', { base: { email: 'ana@example.com' } });
    await served.send('POST', '/tags', { name: 'vip', color: '#ff0000' });
    const attach = () =>
      served.send('POST', '/lists/1/contacts/actions/attach-tag', {
        tag_id: 1,
        field_id: 'email',
        contacts: ['ana@example.com'],
      });
    const tags = async () => (await account.snapshot()).lists[0]?.contacts[0]?.tags;
    account.failV3('actionAttachTag', { work: 'lost' });
    expect(await attach()).toMatchObject({ status: 202, body: { result: 'success' } });
    expect((await served.send('GET', '/operations')).body).toMatchObject({ total_items: 0 });
    expect(await served.v2.getOperationsQueue()).toEqual([]);
    await account.workOff();
    expect(await tags()).toEqual([]);
    expect((await attach()).status).toBe(202);
    await account.workOff();
    expect(await tags()).toEqual([1]);
  });

  test('is none that waited before', async () => {
    await newList();
    const add = (name: string) =>
      served.send('POST', '/lists/1/contacts/actions/import-bulk', {
        mode: 'update',
        compare_field: 'email',
        contacts: [1, 2].map((number) => ({ base: { email: `${name}${number}@example.com` } })),
      });
    expect((await add('ana')).status).toBe(202);
    account.failV3('*', { work: 'lost' });
    // It waits for an operation that queues something.
    expect((await served.send('GET', '/lists')).status).toBe(200);
    expect((await add('rui')).status).toBe(202);
    await account.workOff();
    const [list] = (await account.snapshot()).lists;
    expect(list?.contacts.map(({ record }) => record['EMAIL'])).toEqual([
      'ana1@example.com',
      'ana2@example.com',
    ]);
  });
});

describe('which requests', () => {
  test('several failures come one by one, the first that was given first, and before the key', async () => {
    account.failV3('getAllLists', 500, { times: 2 });
    account.failV3('*', 503);
    const statuses = [];
    for (let time = 0; time < 4; time += 1) {
      statuses.push((await served.send('GET', '/lists', undefined, 'wrong')).status);
    }
    expect(statuses).toEqual([500, 500, 503, 401]);
  });

  test('other operations, and requests of API v2, are left alone; one may be taken back', async () => {
    const takeBack = account.failV3('createList', 500, { times: Infinity });
    expect((await served.send('GET', '/lists')).status).toBe(200);
    await served.v2.createList({ nome: 'News' });
    expect((await newList()).status).toBe(500);
    expect((await newList()).status).toBe(500);
    takeBack();
    expect((await newList()).status).toBe(201);
  });

  test.each<[string, () => unknown]>([
    ['an operation of no API', () => account.failV3('addSubscriber' as never, 500)],
    ['a name that every object has', () => account.failV3('toString' as never, 500)],
    ['a status of success', () => account.failV3('createList', 200)],
    ['a status beyond all', () => account.failV3('createList', { status: 600 })],
    ['nothing', () => account.failV3('createList', undefined as never)],
    ['an unknown member', () => account.failV3('createList', { status: 500, error: {} } as never)],
    ['errors in a list', () => account.failV3('createList', { status: 422, errors: [] as never })],
    ['a number of none', () => account.failV3('createList', { status: 422, errors: { a: 1n } })],
    ['half a connection', () => account.failV3('createList', { connection: 'slow' as never })],
    ['a negative delay', () => account.failV3('createList', { delayMs: -1 })],
    ['lost work where none is queued', () => account.failV3('createList', { work: 'lost' })],
    ['when, of lost work', () => account.failV3('*', { work: 'lost' }, { when: 'after' })],
    ['no times', () => account.failV3('createList', 500, { times: 0 })],
    ['an unknown option', () => account.failV3('createList', 500, { often: 1 } as never)],
  ])('%s is refused at once', async (_case, script) => {
    expect(script).toThrow(EgoiConfigError);
    expect((await newList()).status).toBe(201);
  });
});

test('a file of an account that was closed is told to be out of reach, which is no defect', async () => {
  await account.close();
  const file = await fetch(`${served.origin}/v3-files/contacts.csv`);
  expect(file.status).toBe(503);
  expect(served.defects).toEqual([]);
});
