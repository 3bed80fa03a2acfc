import {
  cacheReads,
  EgoiClient,
  EgoiConfigError,
  type TransportReply,
  type WireValue,
} from '@egoi-client/core';
import { Secret } from '@egoi-client/core/wire';
import { scriptedTransport } from '@egoi-client/core/testing';
import { describe, expect, test } from '@jest/globals';
import { cacheKeys } from '../src/interceptors/cache-key.ts';
import { cached, deferred } from './support/cached.ts';
import { apiKey, failureOf, replyOf, requestOf } from './support/requests.ts';

describe('cacheReads', () => {
  test('answers an equal read from memory until ttlMs have passed', async () => {
    const { ask, pass } = cached({ ttlMs: 1000 });
    expect(await ask('getLists', { start: 0, limit: 5 })).toEqual([1]);
    pass(999);
    expect(await ask('getLists', { limit: 5, start: 0 })).toEqual([1]);
    pass(1);
    expect(await ask('getLists', { start: 0, limit: 5 })).toEqual([2]);
  });

  test('tells the transport that answered, and no time', async () => {
    const reply = { value: [], transport: 'rest', durationMs: 12, status: 200 };
    const call = cacheReads()(async () => reply);
    await call(requestOf('getLists'));
    expect(await call(requestOf('getLists'))).toEqual({ ...reply, durationMs: 0, requests: 0 });
  });

  test('tells methods, parameters and credentials apart', async () => {
    const { ask, call, calls } = cached();
    await ask('getLists');
    await ask('getLists', { start: 1 });
    await ask('getLists', { start: '1' });
    await ask('getSenders');
    await ask('getCredits');
    for (const credentials of [
      { apiKey: new Secret('f'.repeat(40)) },
      { username: 'ana', password: new Secret(apiKey) },
      { username: 'rui', password: new Secret(apiKey) },
      { anonymous: true },
    ] as const) {
      await call(requestOf('getLists', { credentials }));
    }
    expect(calls()).toBe(9);
  });

  test.each([
    [
      { __proto__: null, a: 1 },
      { a: 1, b: null },
    ],
    [JSON.parse('{"__proto__":{"a":1}}') as { [key: string]: WireValue }, {}],
    [{ a: [1, 2] }, { a: [2, 1] }],
    [{ a: { b: 'c' } }, { a: '{"b":"c"}' }],
  ])('does not confuse %j and %j', async (one, other) => {
    const { ask } = cached();
    expect(await ask('getLists', one)).toEqual([1]);
    expect(await ask('getLists', other)).toEqual([2]);
  });

  test('keeps no key in clear', async () => {
    const key = await cacheKeys()(requestOf('getLists'));
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(await cacheKeys()(requestOf('getLists'))).not.toBe(key);
  });

  test('gives each caller a value of his own', async () => {
    const { call } = cached();
    const read = async () => (await call(requestOf('getLists'))).value as number[];
    const first = await read();
    first.push(7);
    const second = await read();
    expect(second).toEqual([1]);
    second.push(8);
    expect(await read()).toEqual([1]);
  });

  test('keeps members called __proto__', async () => {
    const value = JSON.parse('{"__proto__":{"x":1}}') as WireValue;
    const call = cacheReads()(async () => replyOf(value));
    await call(requestOf('getReport'));
    const { value: again } = await call(requestOf('getReport'));
    expect(Object.getOwnPropertyNames(again)).toEqual(['__proto__']);
  });

  test('does not keep error answers', async () => {
    const transport = scriptedTransport([{ value: { ERROR: 'NO_ACCESS' } }, { value: [] }]);
    const client = new EgoiClient({ apiKey, transport, interceptors: [cacheReads()] });
    expect(await failureOf(client.getLists())).toMatchObject({ code: 'NO_ACCESS' });
    expect(await client.getLists()).toEqual([]);
    expect(await client.getLists()).toEqual([]);
    expect(transport.calls).toHaveLength(2);
  });

  test('lets the longest unused go', async () => {
    const { ask, calls } = cached({ maxEntries: 2 });
    await ask('getLists', { start: 1 });
    await ask('getLists', { start: 2 });
    await ask('getLists', { start: 1 });
    await ask('getLists', { start: 3 });
    expect(await ask('getLists', { start: 1 })).toEqual([1]);
    expect(calls()).toBe(3);
    expect(await ask('getLists', { start: 2 })).toEqual([4]);
  });

  test('keeps no more than maxBytes', async () => {
    let calls = 0;
    const call = cacheReads({ maxBytes: 1024 })(async ({ params }) => {
      calls += 1;
      return replyOf(['x'.repeat(Number(params['size']))]);
    });
    const ask = (size: number) => call(requestOf('getReport', { params: { size } }));
    await ask(600);
    await ask(300);
    await ask(600);
    expect(calls).toBe(2);
    await ask(500);
    await ask(600);
    await ask(2000);
    await ask(600);
    expect(calls).toBe(5);
    await ask(2000);
    expect(calls).toBe(6);
  });

  test('has a cache for each client', async () => {
    const interceptors = [cacheReads()];
    for (const transport of [
      scriptedTransport([{ value: [] }]),
      scriptedTransport([{ value: [] }]),
    ]) {
      await new EgoiClient({ apiKey, transport, interceptors }).getLists();
      expect(transport.calls).toHaveLength(1);
    }
  });

  test('rejects a read whose caller has given up, although it knows the answer', async () => {
    const { call, ask } = cached();
    await ask('getLists');
    const error = await failureOf(call(requestOf('getLists', { signal: AbortSignal.abort() })));
    expect(error).toMatchObject({ kind: 'aborted', delivery: 'not_sent' });
  });

  test('gives equal reads under way a call each, so that one may be ended alone', async () => {
    const bothAsked = deferred<TransportReply>();
    let calls = 0;
    const call = cacheReads()(() => {
      calls += 1;
      if (calls === 2) bothAsked.resolve(replyOf([]));
      return bothAsked.promise;
    });
    await Promise.all([call(requestOf('getLists')), call(requestOf('getLists'))]);
    expect(calls).toBe(2);
  });

  test.each([
    ['ttlMs', { ttlMs: 0 }],
    ['maxEntries', { maxEntries: 0 }],
    ['maxBytes', { maxBytes: 10 }],
    ['now', { now: 0 as never }],
  ])('refuses a wrong option: %s', (_name, options) => {
    expect(() => cacheReads(options)).toThrow(EgoiConfigError);
  });
});
