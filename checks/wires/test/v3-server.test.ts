import { EgoiClient } from '@egoi-client/core';
import { createGateway, createV3Server, type ListeningV3Server } from '@egoi-client/gateway';
import { sandboxApiKey, type SandboxTransport, sandboxTransport } from '@egoi-client/sandbox';
import { soapUniversalTransport } from '@egoi-client/transport-soap-universal';
import { operations } from '@egoi-client/v3-api';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openReceiver } from './v3-served.ts';

let account: SandboxTransport;
let server: ListeningV3Server;

beforeEach(async () => {
  account = sandboxTransport({ queueDelayMs: 3_600_000 });
  server = await createV3Server(account).listen();
});

afterEach(async () => {
  await server.close();
  await account.close();
});

interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

async function send(
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = { Apikey: sandboxApiKey },
): Promise<Answered> {
  const answer = await fetch(`${server.url}${path}`, {
    method,
    headers: { ...headers, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    body: text === '' ? undefined : (JSON.parse(text) as unknown),
  };
}

const refusal = (status: number, title: string) => ({
  status,
  body: expect.objectContaining({ status, title, detail: expect.any(String) }),
});

async function listWith(...emails: readonly string[]): Promise<string[]> {
  expect((await send('POST', '/lists', { internal_name: 'News' })).status).toBe(201);
  const ids: string[] = [];
  for (const email of emails) {
    const { status, body } = await send('POST', '/lists/1/contacts', { base: { email } });
    expect(status).toBe(201);
    ids.push((body as { readonly contact_id: string }).contact_id);
  }
  return ids;
}

describe('one account, two APIs', () => {
  test('a contact added over SOAP is there over v3 with the same id, and changed there shows in v2', async () => {
    const gateway = await createGateway(account).listen();
    const transport = soapUniversalTransport({ endpoint: gateway.urls['soap-universal'] });
    const client = new EgoiClient({ apiKey: sandboxApiKey, transport });
    try {
      const { LIST_ID } = await client.createList({ nome: 'News' });
      const added = await client.addSubscriber({ listID: LIST_ID, email: 'ana@example.com' });
      const path = `/lists/${LIST_ID}/contacts/${added.UID}`;
      expect(await send('GET', path)).toMatchObject({
        status: 200,
        body: { base: { contact_id: added.UID, email: 'ana@example.com', status: 'active' } },
      });
      await send('POST', '/tags', { name: 'vip', color: '#ff0000' });
      await send('PATCH', path, { base: { first_name: 'Ana' } });
      await send('POST', `/lists/${LIST_ID}/contacts/actions/attach-tag`, {
        tag_id: 1,
        contacts: [added.UID],
      });
      await account.workOff();
      const { subscriber } = await client.subscriberData({
        listID: LIST_ID,
        subscriber: added.UID,
      });
      expect(subscriber).toMatchObject({ FIRST_NAME: 'Ana' });
      const { lists } = await account.snapshot();
      expect(lists[0]?.contacts[0]?.tags).toEqual([1]);
    } finally {
      await client.close();
      await gateway.close();
    }
  });
});

describe('queued work', () => {
  test('an import is accepted, listed, worked off, and its outcome posted', async () => {
    const receiver = await openReceiver();
    try {
      await listWith('ana@example.com');
      const accepted = await send('POST', '/lists/1/contacts/actions/import-bulk', {
        mode: 'update',
        compare_field: 'email',
        callback_url: receiver.url,
        contacts: [
          { base: { email: 'ana@example.com', first_name: 'Ana' } },
          { base: { email: 'rui@example.com' } },
          { base: { email: 'no address' } },
        ],
      });
      expect(accepted).toMatchObject({ status: 202, body: { result: 'success' } });
      const waiting = await send('GET', '/operations');
      expect(waiting.body).toMatchObject({
        total_items: 1,
        items: [{ type: 'import_contacts', status: 'queued' }],
      });
      await account.workOff();
      await account.settled();
      expect(receiver.posts).toEqual([
        { imported: 1, updated: 1, ignored: 0, invalid: 1, file: '' },
      ]);
      expect((await send('GET', '/operations')).body).toMatchObject({ total_items: 0 });
      expect((await send('GET', '/lists/1/contacts')).body).toMatchObject({ total_items: 2 });
    } finally {
      await receiver.close();
    }
  });

  test('an export makes a file that is found at the address it names, which nobody can guess', async () => {
    const receiver = await openReceiver();
    try {
      const [id] = await listWith('ana@example.com');
      const callback_url = receiver.url;
      const body = { format: 'csv', fields: ['email'], callback_url };
      await send('POST', '/lists/1/contacts/actions/export', body);
      await account.workOff();
      await account.settled();
      const [{ file: address }] = receiver.posts as [{ readonly file: string }];
      const folder = `${new URL(server.url).origin}/v3-files`;
      expect(address).toMatch(new RegExp(`^${folder}/contacts-[\\da-f]{32}\\.csv$`));
      const file = await fetch(address);
      expect(file.headers.get('content-disposition')).toBe('attachment');
      expect(await file.text()).toBe(`contact_id,email\r\n${id},ana@example.com\r\n`);
      expect((await fetch(`${folder}/none.csv`)).status).toBe(404);
    } finally {
      await receiver.close();
    }
  });
});

test('contacts that are forgotten are gone for good, and the others keep their places', async () => {
  const [first, second] = await listWith('ana@example.com', 'rui@example.com', 'eva@example.com');
  await send('POST', '/lists/1/contacts/actions/forget', { contacts: [first] });
  await account.workOff();
  expect((await send('GET', `/lists/1/contacts/${first}`)).status).toBe(404);
  expect((await send('GET', '/lists/1/contacts')).body).toMatchObject({ total_items: 2 });
  expect((await send('GET', '/lists/1')).body).toMatchObject({
    stats: { total_contacts: 2, total_active: 2 },
  });
  expect((await send('GET', `/lists/1/contacts/${second}`)).status).toBe(200);
});

describe('what the account has', () => {
  test('is given whole by every operation that reads', async () => {
    const [id] = await listWith('ana@example.com', 'rui@example.com');
    await send('POST', '/tags', { name: 'vip', color: '#ff0000' });
    const field = await send('POST', '/lists/1/fields/extra', { name: 'Size', format: 'options' });
    const options = `/lists/1/fields/extra/${(field.body as { field_id: string }).field_id}/options`;
    expect((await send('POST', options, { en: 'Large' })).status).toBe(201);
    const answers = [];
    for (const path of [
      '/my-account',
      '/users',
      '/utilities/countries?phone=351912345678',
      '/lists?limit=5&order=asc',
      '/lists/1',
      '/lists/1/fields',
      options,
      '/lists/1/segments',
      '/lists/1/contacts?offset=1&limit=1',
      '/lists/1/contacts?email=ana@example.com',
      `/lists/1/contacts/${id}`,
      `/lists/1/contacts/${id}/activities`,
      '/lists/1/contacts/segment/tag_1',
      '/contacts/search?contact=ana@example.com',
      '/tags',
      '/operations',
    ]) {
      const { status, body } = await send('GET', path);
      const { items, total_items } = (body ?? {}) as { items?: unknown[]; total_items?: number };
      answers.push([status, path.replace(id ?? '', 'ID'), items?.length, total_items]);
    }
    expect(answers).toEqual([
      [200, '/my-account', undefined, undefined],
      [200, '/users', 1, 1],
      [200, '/utilities/countries?phone=351912345678', 1, 1],
      [200, '/lists?limit=5&order=asc', 1, 1],
      [200, '/lists/1', undefined, undefined],
      [200, '/lists/1/fields', undefined, undefined],
      [200, options, 1, undefined],
      [200, '/lists/1/segments', 1, 1],
      [200, '/lists/1/contacts?offset=1&limit=1', 1, 2],
      [200, '/lists/1/contacts?email=ana@example.com', 1, 1],
      [200, '/lists/1/contacts/ID', undefined, undefined],
      [200, '/lists/1/contacts/ID/activities', 1, undefined],
      [200, '/lists/1/contacts/segment/tag_1', 0, 0],
      [200, '/contacts/search?contact=ana@example.com', 1, undefined],
      [200, '/tags', 1, 1],
      [200, '/operations', 0, 0],
    ]);
  });

  test('answers a ping without a key', async () => {
    expect(await send('POST', '/ping', undefined, {})).toMatchObject({ status: 200 });
  });

  test('is asked for by every operation but four, which are told why, whatever the request holds', async () => {
    const unserved: string[] = [];
    for (const [name, { method, path, body }] of Object.entries(operations)) {
      const target = path.replace(/\{\w+\}/g, '1');
      const answer = await send(method, target, body === undefined ? undefined : { none: 1 });
      expect([name, answer.status]).not.toEqual([name, 500]);
      const { detail = '' } = (answer.body ?? {}) as { readonly detail?: string };
      const [, reason] = detail.split(`does not serve ${name}: `);
      if (reason === undefined) continue;
      expect(answer).toMatchObject(refusal(404, 'NotFound'));
      unserved.push(`${name}: ${reason}`);
    }
    expect(unserved.toSorted()).toEqual([
      'getAllConnectedSites: the account has no connected sites',
      'getConnectedSites: the account has no connected sites',
      'getPushReport: the account sends no push messages',
      'getWebPushReport: the account sends no push messages',
    ]);
    const path = '/reports/push/none?operating_systems=perhaps';
    expect(await send('GET', path)).toMatchObject(refusal(404, 'NotFound'));
    expect(await send('GET', path, undefined, {})).toMatchObject(refusal(401, 'Unauthorized'));
  });
});

/** What is wrong, the request, and the answer's status and title. */
type Wrong = readonly [
  wrong: string,
  method: string,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> | undefined,
  status: number,
  title: string,
];

describe('what is wrong with a request', () => {
  test.each<Wrong>([
    ['no key', 'GET', '/lists', undefined, {}, 401, 'Unauthorized'],
    ['a wrong key', 'GET', '/lists', undefined, { Apikey: 'x' }, 401, 'Unauthorized'],
    ['a list that is none', 'GET', '/lists/9', undefined, undefined, 404, 'NotFound'],
    ['a path that is none', 'GET', '/nothing', undefined, undefined, 404, 'NotFound'],
    ['another method', 'PUT', '/lists', undefined, undefined, 405, 'Method Not Allowed'],
    ['no JSON', 'POST', '/lists', '{"internal_name"', undefined, 400, 'Bad Request'],
    ['__proto__', 'POST', '/lists', '{"__proto__":{"a":1}}', undefined, 400, 'Bad Request'],
    ['a name twice', 'POST', '/lists', '{"a":1,"a":2}', undefined, 400, 'Bad Request'],
    ['depth', 'POST', '/lists', `{"a":${'['.repeat(99_999)}`, undefined, 400, 'Bad Request'],
    [
      'a wrong type',
      'POST',
      '/lists',
      { internal_name: [] },
      undefined,
      422,
      'Unprocessable Entity',
    ],
    [
      'a member unknown',
      'POST',
      '/lists',
      { internal_name: 'a', b: 1 },
      undefined,
      422,
      'Unprocessable Entity',
    ],
    [
      'a page too long',
      'GET',
      '/lists?limit=1001',
      undefined,
      undefined,
      422,
      'Unprocessable Entity',
    ],
    [
      '21 MB',
      'POST',
      '/lists',
      `"${'a'.repeat(21 * 1024 * 1024)}"`,
      undefined,
      413,
      'Request Entity Too Large',
    ],
  ])('%s is told as a problem, and nothing changes', async (_case, ...request) => {
    const [method, path, body, headers, status, title] = request;
    expect(await send(method, path, body, headers)).toMatchObject(refusal(status, title));
    expect((await account.snapshot()).lists).toEqual([]);
  });

  test('an account that was closed answers nothing any more', async () => {
    await listWith('ana@example.com');
    await account.close();
    const refused = refusal(503, 'Service Unavailable');
    expect(await send('GET', '/lists')).toMatchObject(refused);
    expect(await send('POST', '/lists', { internal_name: 'News' })).toMatchObject(refused);
  });

  test('a contact that is there already is refused with its id', async () => {
    const [id] = await listWith('ana@example.com');
    const again = await send('POST', '/lists/1/contacts', { base: { email: 'ana@example.com' } });
    expect(again).toMatchObject(refusal(409, 'Conflict'));
    expect(again.body).toMatchObject({
      errors: { unique_field_in_use: expect.any(String), field_id: 'email', contacts: [id] },
    });
  });

  test('a key that may only read is refused a write', async () => {
    await account.close();
    account = sandboxTransport({ readOnlyApiKey: 'b'.repeat(40) });
    await server.close();
    server = await createV3Server(account).listen();
    const headers = { Apikey: 'b'.repeat(40) };
    expect((await send('GET', '/lists', undefined, headers)).status).toBe(200);
    const written = await send('POST', '/lists', { internal_name: 'News' }, headers);
    expect(written).toMatchObject(refusal(403, 'Forbidden'));
  });

  test('requests beyond the budget are answered 429, with both budgets in the headers', async () => {
    await account.close();
    account = sandboxTransport({ v3RequestsPerMinute: 2, v3RequestsPerHour: 100 });
    await server.close();
    server = await createV3Server(account).listen();
    await send('GET', '/lists');
    expect((await send('GET', '/lists')).headers.get('x-ratelimit-remaining')).toBe('0');
    const third = await send('GET', '/lists');
    expect(third).toMatchObject(refusal(429, 'Too Many Requests'));
    expect(third.headers.get('x-account-limit')).toBe('100');
  });
});
