import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EgoiConfigError } from '@egoi-client/core';
import {
  openOutbox,
  type ShimEvent,
  type WebhookShim,
  webhookShim,
  type WebhookShimOptions,
} from '@egoi-client/webhook-shim';
import Libsql from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Answer, type OldProgram, startOldProgram } from './support/receiver.ts';

let folder: string;
let file: string;
let told: ShimEvent[];
const open: { close(): Promise<void> }[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'egoi-shim-'));
  file = join(folder, 'outbox.db');
  told = [];
});

afterEach(async () => {
  for (const each of open.splice(0).toReversed()) await each.close();
  await rm(folder, { recursive: true, force: true });
});

function shim(options: Partial<WebhookShimOptions> = {}): WebhookShim {
  const opened = webhookShim({
    publicUrl: 'https://egoi.example.com/',
    file,
    allowedReceivers: ['127.0.0.1'],
    firstPauseMs: 1,
    longestPauseMs: 2,
    onEvent: (event) => told.push(event),
    ...options,
  });
  open.push(opened);
  return opened;
}

async function program(answer?: Answer): Promise<OldProgram> {
  const started = await startOldProgram(answer);
  open.push(started);
  return started;
}

const allEvents = Array.from({ length: 16 }, (_, index) => index + 1);

async function tokenFor(
  it: WebhookShim,
  callbackUrl: string,
  events: readonly number[] = allEvents,
): Promise<string> {
  const registered = await it.addressFor({ account: 'a', listID: 8, callbackUrl, events });
  expect(registered?.startsWith(`${it.address}/`)).toBe(true);
  return registered?.slice(it.address.length + 1) ?? '';
}

const headers = { 'content-type': 'application/json' };

const webhook = (uid: string, base: object = {}, more: object = {}) => ({
  headers,
  body: JSON.stringify({
    webhook_id: 1,
    action: 'subscription',
    date: '2025-03-04 05:06:07',
    list_id: 8,
    contact: {
      base: { contact_id: uid, subscription_method: 'api', ...base },
      extra: [],
      tags: [],
    },
    ...more,
  }),
});

const uids = ({ received }: OldProgram) => received.map(({ callback }) => callback.contact.UID);

describe('a webhook', () => {
  test('reaches the old program as a callback', async () => {
    const old = await program();
    const it = shim();
    const token = await tokenFor(it, old.url);
    expect(await it.receive(token, webhook('0a', { email: 'ana@example.com' }))).toMatchObject({
      status: 200,
    });
    await old.hasReceived(1);
    expect(old.received[0]).toMatchObject({
      path: '/hook.php?shop=1',
      callback: {
        event: 'addSubscriber',
        contact: { UID: '0a', LIST: 8, EMAIL: 'ana@example.com' },
      },
      delivery: expect.stringMatching(/^[0-9a-f]{32}$/),
      isRepeated: false,
    });
  });

  test.each<[string, readonly number[], object, object, number]>([
    [
      'of an event that is wanted is delivered',
      [10],
      { unsubscription_method: 'api' },
      { action: 'unsubscribe' },
      1,
    ],
    [
      'of an event that is not wanted is not',
      [10],
      { unsubscription_method: 'bounce' },
      { action: 'unsubscribe' },
      0,
    ],
    [
      'that does not say how is delivered to whoever may want it',
      [4],
      {},
      { action: 'unsubscribe' },
      1,
    ],
    [
      'of a campaign is not delivered',
      allEvents,
      {},
      { action: 'email_open', action_data: { campaign_hash: 'x' } },
      0,
    ],
    ['with a word of nobody is not delivered', allEvents, {}, { action: 'moved' }, 0],
  ])('%s', async (_case, events, base, more, count) => {
    const old = await program();
    const it = shim();
    const token = await tokenFor(it, old.url, events);
    expect(await it.receive(token, webhook('0a', base, more))).toMatchObject({ status: 200 });
    expect(it.counts().pending + old.received.length).toBe(count);
    expect(told.map(({ kind }) => kind)).toContain(count === 1 ? 'accepted' : 'unwanted');
    await old.hasReceived(count);
  });

  test('that comes again is delivered again, and marked', async () => {
    const old = await program();
    const it = shim();
    const token = await tokenFor(it, old.url);
    for (const uid of ['0a', '0b', '0a']) await it.receive(token, webhook(uid));
    await old.hasReceived(3);
    const [first, second, third] = old.received;
    expect(uids(old)).toEqual(['0a', '0b', '0a']);
    expect([first?.isRepeated, second?.isRepeated, third?.isRepeated]).toEqual([
      false,
      false,
      true,
    ]);
    expect(third?.delivery).toBe(first?.delivery);
  });

  test.each<
    [string, string | undefined, { headers: Record<string, string>; body: string }, number]
  >([
    ['to an address of nobody', 'x'.repeat(43), webhook('0a'), 404],
    ['to an address that is none', '../../etc', webhook('0a'), 404],
    ['of another list', undefined, webhook('0a', {}, { list_id: 9 }), 400],
    ['about nobody', undefined, webhook('', {}), 400],
    ['that is no JSON', undefined, { headers, body: 'x' }, 400],
    [
      'that is a form',
      undefined,
      { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'x' },
      415,
    ],
    ['that is too large', undefined, webhook('0a', { first_name: 'x'.repeat(70_000) }), 413],
  ])('%s is refused', async (_case, token, incoming, status) => {
    const it = shim();
    const own = await tokenFor(it, 'https://shop.example.com/');
    expect((await it.receive(token ?? own, incoming)).status).toBe(status);
    expect(it.counts().pending).toBe(0);
    expect(told).toMatchObject([{ kind: 'refused', status }]);
  });

  test('that there is no room for is to come again later', async () => {
    const it = shim({ maxPending: 2, firstPauseMs: 60_000, longestPauseMs: 60_000 });
    const token = await tokenFor(it, 'http://127.0.0.1:9/');
    const statuses = [];
    for (const uid of ['0a', '0b', '0c'])
      statuses.push((await it.receive(token, webhook(uid))).status);
    expect(statuses).toEqual([200, 200, 503]);
    expect(it.counts()).toEqual({ pending: 2, receivers: 1, deadLetters: 0 });
  });
});

describe('a receiver that fails', () => {
  test('is tried until it takes a callback, in order, and later ones are marked', async () => {
    const old = await program((before, response) => {
      if (before === 0) response.destroy();
      else if (before === 1) response.writeHead(500).end();
      else if (before === 2) response.writeHead(302, { location: '/elsewhere' }).end();
      else return false;
      return true;
    });
    const it = shim();
    const token = await tokenFor(it, old.url);
    for (const uid of ['0a', '0b']) await it.receive(token, webhook(uid));
    await old.hasReceived(5);
    expect(uids(old)).toEqual(['0a', '0a', '0a', '0a', '0b']);
    expect(old.received.map(({ isRepeated }) => isRepeated)).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    expect(new Set(old.received.map(({ delivery }) => delivery)).size).toBe(2);
  });

  test('is not tried before it wants to be', async () => {
    const old = await program((_before, response) => {
      response.writeHead(503, { 'retry-after': '3600' }).end();
      return true;
    });
    const it = shim();
    const token = await tokenFor(it, old.url);
    const began = Date.now();
    await it.receive(token, webhook('0a'));
    await old.hasReceived(1);
    while (!told.some(({ kind }) => kind === 'failed')) await new Promise(setImmediate);
    await it.close();
    const database = new Libsql(file);
    const { due } = database.prepare('SELECT due_ms AS due FROM receiver').get() as {
      readonly due: number;
    };
    database.close();
    expect(due).toBeGreaterThanOrEqual(began + 3_600_000);
    expect(old.received).toHaveLength(1);
  });

  test('holds up no other', async () => {
    const stuck = await program(() => true);
    const old = await program();
    const it = shim();
    const slow = await tokenFor(it, stuck.url);
    const fast = await it.addressFor({
      account: 'a',
      listID: 8,
      callbackUrl: old.url,
      events: allEvents,
    });
    await it.receive(slow, webhook('0a'));
    await stuck.hasReceived(1);
    await it.receive(fast?.slice(it.address.length + 1) ?? '', webhook('0b'));
    await old.hasReceived(1);
    expect(it.counts().pending).toBeGreaterThanOrEqual(1);
  });

  test('for too long gives what was for it to the dead letters, from where it can be tried again', async () => {
    let isWell = false;
    const old = await program((_before, response) => {
      if (!isWell) response.writeHead(500).end();
      return !isWell;
    });
    const it = shim({ giveUpAfterMs: 1 });
    const token = await tokenFor(it, old.url);
    await it.receive(token, webhook('0a'));
    while (it.counts().deadLetters === 0) await new Promise(setImmediate);
    const [letter] = it.deadLetters();
    expect(letter).toMatchObject({ url: old.url, reason: 'HTTP 500', tries: expect.any(Number) });
    expect(it.counts().pending).toBe(0);
    isWell = true;
    const before = old.received.length;
    expect(it.retry([letter?.id ?? 0, 999])).toBe(1);
    await old.hasReceived(before + 1);
    expect(old.received.at(-1)).toMatchObject({
      isRepeated: true,
      callback: { contact: { UID: '0a' } },
    });
    expect(it.deadLetters()).toEqual([]);
  });
});

describe('a receiver that may not be called', () => {
  test.each([
    'http://127.0.0.1:8080/',
    'http://10.1.2.3/',
    'http://[::1]/',
    'http://[::ffff:192.168.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://0x7f.1/',
    'http://169.254.169.254/latest/',
    'http://2130706433/',
    'ftp://example.com/',
    'file:///etc/passwd',
    'http://me:secret@example.com/',
    'javascript:alert(1)',
    'no address',
  ])('%s is none to register', async (callbackUrl) => {
    const it = shim({ allowedReceivers: [] });
    expect(
      await it.addressFor({ account: 'a', listID: 8, callbackUrl, events: [1] }),
    ).toBeUndefined();
  });

  test('by a name is found out when it is called', async () => {
    const it = shim({ allowedReceivers: [] });
    const token = await tokenFor(it, 'http://localhost:9/');
    await it.receive(token, webhook('0a'));
    while (it.counts().deadLetters === 0) await new Promise(setImmediate);
    expect(it.deadLetters()).toMatchObject([{ tries: 1, reason: 'its address may not be called' }]);
  });

  test.each([[['localhost']], [['127.0.0.0/8', '::1']]])(
    'is called once %j are allowed',
    async (allowed) => {
      const it = shim({ allowedReceivers: allowed });
      const token = await tokenFor(it, 'http://localhost:9/');
      await it.receive(token, webhook('0a'));
      while (!told.some(({ kind }) => kind === 'failed')) await new Promise(setImmediate);
      expect(told).toContainEqual(
        expect.objectContaining({ kind: 'failed', reason: 'ECONNREFUSED' }),
      );
    },
  );
});

describe('the file', () => {
  test('keeps addresses and what was not delivered', async () => {
    const old = await program();
    const first = shim({ firstPauseMs: 60_000, longestPauseMs: 60_000 });
    const token = await tokenFor(first, 'http://127.0.0.1:9/');
    for (const uid of ['0a', '0b']) await first.receive(token, webhook(uid));
    const ofOld = await tokenFor(first, old.url);
    await first.close();
    expect((await first.receive(token, webhook('0c'))).status).toBe(503);
    const second = shim();
    expect(second.counts().pending).toBe(2);
    expect(await tokenFor(second, 'http://127.0.0.1:9/')).toBe(token);
    await second.receive(ofOld, webhook('0d'));
    await old.hasReceived(1);
  });

  test('can be looked into by another process, and what was given up be put back', async () => {
    let isWell = false;
    const old = await program((_before, response) => {
      if (!isWell) response.writeHead(500).end();
      return !isWell;
    });
    const it = shim({ giveUpAfterMs: 1 });
    const token = await tokenFor(it, old.url);
    await it.receive(token, webhook('0a'));
    while (it.counts().deadLetters === 0) await new Promise(setImmediate);
    const before = old.received.length;
    isWell = true;
    const outbox = openOutbox(file);
    try {
      expect(outbox.counts()).toEqual({ pending: 0, receivers: 0, deadLetters: 1 });
      expect(outbox.retry(outbox.deadLetters().map(({ id }) => id))).toBe(1);
    } finally {
      outbox.close();
    }
    await old.hasReceived(before + 1);
    expect(() => openOutbox(join(folder, 'none.db'))).toThrow(EgoiConfigError);
  });

  test('is for one process, and for its owner', async () => {
    shim();
    expect(() => shim()).toThrow(/another process delivers from this file/);
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o077).toBe(0);
  });

  test('of something else stays as it is', async () => {
    await writeFile(file, 'my diary, which is long enough to be no database at all');
    expect(() => shim()).toThrow(EgoiConfigError);
  });
});

test.each<[string, object]>([
  ['no address', { file: 'x' }],
  ['an address with a query', { file: 'x', publicUrl: 'https://example.com/?a=b' }],
  ['no file', { publicUrl: 'https://example.com/' }],
  [
    'a network that is none',
    { file: 'x', publicUrl: 'https://example.com/', allowedReceivers: ['10.0.0.0/33'] },
  ],
  ['an option that is none', { file: 'x', publicUrl: 'https://example.com/', shoes: 1 }],
])('options with %s are refused', (_case, options) => {
  expect(() => webhookShim(options as never)).toThrow(EgoiConfigError);
});
