import {
  EgoiAbortError,
  EgoiClient,
  EgoiFaultError,
  EgoiTimeoutError,
  EgoiUnsupportedError,
  type WireObject,
} from '@egoi-client/core';
import { sandboxApiKey, sandboxTransport } from '@egoi-client/sandbox';
import { describe, expect, jest, test } from '@jest/globals';
import { ana, ask, fullKey, openAccount, openFilledAccount } from './account.ts';

test('the client gets normalised results and API errors over the sandbox', async () => {
  const client = new EgoiClient({ apiKey: sandboxApiKey, transport: sandboxTransport() });
  const { LIST_ID } = await client.createList({ nome: 'Newsletter' });
  expect(LIST_ID).toBe(1);
  await expect(client.removeSubscriber({ listID: 1, subscriber: ana })).rejects.toMatchObject({
    kind: 'api',
    code: 'SUBSCRIBER_NOT_FOUND',
    transport: 'sandbox',
  });
  await client.close();
});

test('a reply names the transport and how long it took', async () => {
  const { sandbox } = openAccount();
  const reply = await sandbox.call({
    method: 'getTags',
    spec: undefined,
    params: {},
    credentials: fullKey,
    signal: new AbortController().signal,
    callId: 'a',
    attempt: 1,
  });
  expect(reply).toEqual({
    value: { ERROR: 'NO_TAGS_FOUND' },
    transport: 'sandbox',
    durationMs: expect.any(Number),
  });
});

test.each(['sendPigeon', 'toString', '__proto__', 'createlist', ''])(
  'a method outside the catalogue is not supported: %p',
  async (method) => {
    const { ask: call } = openAccount();
    await expect(call(method)).rejects.toBeInstanceOf(EgoiUnsupportedError);
  },
);

describe('a signal', () => {
  test('that fired before the call keeps it from running', async () => {
    const { sandbox } = openAccount();
    const call = ask(sandbox, 'createList', { nome: 'x' }, fullKey, AbortSignal.abort());
    await expect(call).rejects.toBeInstanceOf(EgoiAbortError);
    await expect(call).rejects.toMatchObject({ delivery: 'not_sent', transport: 'sandbox' });
    expect((await sandbox.snapshot()).lists).toEqual([]);
  });

  test('that fires while the call waits for its turn keeps it from running', async () => {
    const { sandbox } = openAccount();
    const controller = new AbortController();
    const first = ask(sandbox, 'createList', { nome: 'first' });
    const second = ask(sandbox, 'createList', { nome: 'second' }, fullKey, controller.signal);
    controller.abort(new EgoiTimeoutError('too late', { timeoutMs: 5 }));
    await expect(second).rejects.toBeInstanceOf(EgoiTimeoutError);
    expect(await first).toEqual({ LIST_ID: '1' });
    expect((await sandbox.snapshot()).lists).toHaveLength(1);
  });

  test('that fires while the call runs undoes it', async () => {
    const controller = new AbortController();
    const { sandbox } = openAccount({
      now: () => {
        controller.abort();
        return new Date(0);
      },
    });
    const call = ask(sandbox, 'createList', { nome: 'x' }, fullKey, controller.signal);
    await expect(call).rejects.toMatchObject({ kind: 'aborted', delivery: 'not_sent' });
    expect((await sandbox.snapshot()).lists).toEqual([]);
  });
});

describe('closing', () => {
  test('lets the calls made so far finish, and refuses later ones', async () => {
    const { sandbox, ask: call } = openAccount();
    const last = call('createList', { nome: 'x' });
    await Promise.all([sandbox.close(), sandbox.close()]);
    expect(await last).toEqual({ LIST_ID: '1' });
    await expect(call('getTags')).rejects.toMatchObject({ kind: 'aborted', delivery: 'not_sent' });
    await expect(sandbox.snapshot()).rejects.toBeInstanceOf(EgoiAbortError);
  });

  test('is possible before anything was called', async () => {
    await expect(openAccount().sandbox.close()).resolves.toBeUndefined();
  });
});

describe('32 calls at once', () => {
  test('add one contact once, when all add the same', async () => {
    const { ask: call, sandbox } = await openFilledAccount();
    const answers = await Promise.all(
      Array.from({ length: 32 }, () => call('addSubscriber', { listID: 2, email: ana })),
    );
    const refused = answers.filter((answer) => 'ERROR' in (answer as WireObject));
    expect(refused).toEqual(Array.from({ length: 31 }, () => ({ ERROR: 'EMAIL_ALREADY_EXISTS' })));
    expect((await sandbox.snapshot()).lists[0]?.contacts).toHaveLength(1);
  });

  test('each happen whole or not at all', async () => {
    const { ask: call, sandbox } = await openFilledAccount();
    const answers = await Promise.all(
      Array.from({ length: 32 }, (_none, index) => {
        const rows = Array.from({ length: 20 }, (_row, row) => ({
          email: `n${index}-${row}@example.com`,
          // The last row of every second import has a value that its field does not take.
          extra_1: index % 2 === 1 && row === 19 ? 'many' : row,
        }));
        return call('addSubscriberBulk', { listID: 1, compareField: 'email', subscribers: rows });
      }),
    );
    expect(answers.map((answer) => (answer as WireObject)['count'] ?? answer)).toEqual(
      Array.from({ length: 32 }, (_none, index) =>
        index % 2 === 1 ? { ERROR: 'INVALID_EXTRA_FIELD' } : 20,
      ),
    );
    const list = (await sandbox.snapshot()).lists[1];
    expect(list).toMatchObject({ total: 3 + 16 * 20, active: 2 + 16 * 20, removed: 1 });
    expect(list?.contacts).toHaveLength(3 + 16 * 20);
  });

  test('let timers run in between', async () => {
    const { ask: call } = openAccount();
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 1);
    for (let index = 0; index < 32; index += 1) await call('createList', { nome: 'x' });
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(0);
  });
});

test('artificial timers of a test do not hold calls up', async () => {
  jest.useFakeTimers();
  try {
    expect(await openAccount().ask('checklogin')).toMatchObject({ RESULT: 'OK' });
  } finally {
    jest.useRealTimers();
  }
});

test('a failure of the store is a fault, and what the call wrote is undone', async () => {
  const { ask: call, sandbox } = openAccount({ ids: () => '0123456789' });
  await call('createList', { nome: 'x' });
  await call('addSubscriber', { listID: 1, email: ana });
  const before = await sandbox.snapshot();
  const second = call('addSubscriber', { listID: 1, email: 'b@example.com' });
  await expect(second).rejects.toBeInstanceOf(EgoiFaultError);
  expect(await sandbox.snapshot()).toEqual(before);
  expect(await call('checklogin')).toMatchObject({ RESULT: 'OK' });
});
