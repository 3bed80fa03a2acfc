import {
  EgoiAbortError,
  EgoiApiError,
  EgoiClient,
  EgoiConfigError,
  EgoiConnectionError,
  EgoiHttpError,
  EgoiQuotaError,
  EgoiTimeoutError,
  retry,
} from '@egoi-client/core';
import { scriptedTransport } from '@egoi-client/core/testing';
import { describe, expect, test } from '@jest/globals';
import { listenersOn } from './support/listeners-on.ts';
import { apiKey, failureOf, requestWith } from './support/requests.ts';
import { broken, busy, good, refused, retrying } from './support/retrying.ts';

describe('retry', () => {
  test('counts the tries in attempt, under one call id', async () => {
    const { call, transport } = retrying([refused(), broken(), good]);
    const reply = await call(requestWith('read'));
    expect(reply).toMatchObject({ value: [], attempts: 3 });
    expect(transport.calls.map(({ attempt, callId }) => [attempt, callId])).toEqual([
      [1, 'a-call'],
      [2, 'a-call'],
      [3, 'a-call'],
    ]);
  });

  test('ends after maxTries with the last error, which tells their number', async () => {
    const { call, transport, waits } = retrying([busy(), busy(), busy(), busy(), good]);
    const error = await failureOf(call(requestWith('read')));
    expect(error).toBeInstanceOf(EgoiHttpError);
    expect(error).toMatchObject({
      message: 'busy',
      status: 503,
      attempts: 4,
      delivery: 'answered',
    });
    expect(transport.calls).toHaveLength(4);
    expect(waits).toHaveLength(3);
  });

  describe('adds up the requests', () => {
    const busyWith = (requests: number) => ({
      error: new EgoiHttpError('busy', { status: 503, requests }),
    });

    test('of all tries in the reply', async () => {
      const { call } = retrying([refused(), broken(), busyWith(4), good]);
      // None that was refused, one that broke, four, one.
      expect(await call(requestWith('read'))).toMatchObject({ requests: 6 });
    });

    test('of all tries in the error', async () => {
      const { call } = retrying([busyWith(2), busyWith(3)], { maxTries: 2 });
      expect(await failureOf(call(requestWith('read')))).toMatchObject({ requests: 5 });
    });

    test('and says nothing of them after one try of a transport that does not', async () => {
      const { call } = retrying([good]);
      expect(await call(requestWith('read'))).not.toHaveProperty('requests');
    });

    test('where the call is ended while it waits', async () => {
      const abort = new AbortController();
      const { call } = retrying([busyWith(3)], {
        wait: () => {
          abort.abort();
          return Promise.resolve();
        },
      });
      const error = await failureOf(call(requestWith('read', { signal: abort.signal })));
      expect(error).toMatchObject({ kind: 'aborted', requests: 3 });
    });
  });

  test('makes one try when maxTries is 1', async () => {
    const { call, transport } = retrying([busy(), good], { maxTries: 1 });
    expect(await failureOf(call(requestWith('read')))).toMatchObject({ attempts: 1 });
    expect(transport.calls).toHaveLength(1);
  });

  test.each([
    [0, [500, 500, 500, 500]],
    [0.5, [750, 1250, 2250, 2750]],
    [0.999_999, [1000, 2000, 4000, 5000]],
  ])('waits between minDelayMs and a limit that doubles (chance %d)', async (chance, expected) => {
    const { call, waits } = retrying([busy(), busy(), busy(), busy(), good], {
      maxTries: 5,
      maxDelayMs: 5000,
      random: () => chance,
    });
    await call(requestWith('read'));
    expect(waits).toEqual(expected);
  });

  test('waits as long as the other side asks', async () => {
    const { call, waits } = retrying([busy(7000), busy(0), good]);
    await call(requestWith('read'));
    expect(waits).toEqual([7000, 1250]);
  });

  test('hands the error on at once when the other side asks for more than maxRetryAfterMs', async () => {
    const spent = new EgoiQuotaError('spent', { retryAfterMs: 60_001 });
    const { call, waits, transport } = retrying([refused(), { error: spent }, good]);
    const error = await failureOf(call(requestWith('write')));
    expect(error).toBeInstanceOf(EgoiQuotaError);
    expect(error).toMatchObject({ attempts: 2, delivery: 'not_sent', retryAfterMs: 60_001 });
    expect(waits).toHaveLength(1);
    expect(transport.calls).toHaveLength(2);
  });

  test('obeys a wait of an hour when it may', async () => {
    const spent = new EgoiQuotaError('spent', { retryAfterMs: 3_600_000 });
    const { call, waits } = retrying([{ error: spent }, good], { maxRetryAfterMs: 3_600_000 });
    await call(requestWith('write'));
    expect(waits).toEqual([3_600_000]);
  });

  test('says of a call that it may have been done when one of its tries may have', async () => {
    const { call } = retrying([broken(), refused()], { maxTries: 2 });
    const error = await failureOf(call(requestWith('idempotent')));
    expect(error).toMatchObject({
      kind: 'connection',
      message: 'refused (an earlier try may have reached the service)',
      delivery: 'unknown',
      attempts: 2,
    });
    expect(error.toJSON()).toMatchObject({ delivery: 'unknown', attempts: 2 });
  });

  test('leaves the error of a try as it was', async () => {
    const last = new EgoiConnectionError('refused', { delivery: 'not_sent' });
    const { call } = retrying([broken(), { error: last }], { maxTries: 2 });
    const told = await failureOf(call(requestWith('read')));
    expect(told).not.toBe(last);
    expect(told).toBeInstanceOf(EgoiConnectionError);
    expect(told.stack).toContain('refused (an earlier try');
    expect(last).toMatchObject({ delivery: 'not_sent', attempts: 1, message: 'refused' });
  });

  test('hands an error on untouched when there was one try', async () => {
    const only = new EgoiHttpError('not found', { status: 404 });
    const { call } = retrying([{ error: only }]);
    expect(await failureOf(call(requestWith('read')))).toBe(only);
  });

  test('hands on the answer when the API keeps saying INTERNAL_ERROR', async () => {
    const step = { value: { ERROR: 'INTERNAL_ERROR' } };
    const transport = scriptedTransport([step, step, step]);
    const interceptors = [retry({ maxTries: 3, wait: async () => undefined })];
    const client = new EgoiClient({ apiKey, transport, interceptors });
    const error = await failureOf(client.getLists());
    expect(error).toBeInstanceOf(EgoiApiError);
    expect(error).toMatchObject({ code: 'INTERNAL_ERROR', attempts: 3, delivery: 'answered' });
    expect(transport.calls).toHaveLength(3);
  });

  test('leaves alone what is no error of this library', async () => {
    const fault = new TypeError('of an interceptor');
    const call = retry()(async () => Promise.reject(fault));
    expect(await failureOf(call(requestWith('read')))).toBe(fault);
  });

  test('does not repeat before its time when the clock fails', async () => {
    const { call, transport } = retrying([busy(), good], {
      wait: async () => Promise.reject(new Error('no clock')),
    });
    expect(await failureOf(call(requestWith('read')))).toMatchObject({ kind: 'http', attempts: 1 });
    expect(transport.calls).toHaveLength(1);
  });

  test.each([
    ['maxTries', { maxTries: 0 }],
    ['maxTries', { maxTries: 21 }],
    ['minDelayMs', { minDelayMs: 0 }],
    ['random', { random: 0.5 as never }],
    ["unknown option 'tries'", { tries: 3 } as never],
    ['minDelayMs must not be larger', { minDelayMs: 10, maxDelayMs: 9 }],
  ])('refuses a wrong option: %s', (words, options) => {
    expect(() => retry(options)).toThrow(EgoiConfigError);
    expect(() => retry(options)).toThrow(words);
  });
});

describe('a caller who gives up', () => {
  test('while waiting gets an error at once, with how far the tries got', async () => {
    const abort = new AbortController();
    const { call, transport } = retrying([broken(), good], {
      wait: async () => abort.abort(new EgoiAbortError('enough')),
    });
    const request = requestWith('idempotent', { signal: abort.signal });
    const error = await failureOf(call(request));
    expect(error).toBeInstanceOf(EgoiAbortError);
    expect(error).toMatchObject({
      message: 'enough, while waiting to repeat it after: broken',
      delivery: 'unknown',
      attempts: 1,
      method: 'editSubscriber',
    });
    expect(transport.calls).toHaveLength(1);
  });

  test('learns that a write was not sent when no try of it was', async () => {
    const abort = new AbortController();
    const { call } = retrying([refused(), good], { wait: async () => abort.abort() });
    const error = await failureOf(call(requestWith('write', { signal: abort.signal })));
    expect(error).toMatchObject({ kind: 'aborted', delivery: 'not_sent' });
  });

  test('does not wait for a timer of a minute, and leaves no listener on the signal', async () => {
    const abort = new AbortController();
    const { signal } = abort;
    const listeners = listenersOn(signal, () => abort.abort());
    const call = retry({ minDelayMs: 60_000, maxDelayMs: 60_000 })(async () =>
      Promise.reject(new EgoiHttpError('busy', { status: 503 })),
    );
    expect(await failureOf(call(requestWith('read', { signal })))).toMatchObject({
      kind: 'aborted',
    });
    expect(listeners()).toBe(0);
  });

  test('during a try is not tried again, whatever the transport calls it', async () => {
    const abort = new AbortController();
    const { call, transport } = retrying([
      () => {
        abort.abort();
        throw new EgoiTimeoutError('late', { timeoutMs: 1 });
      },
      good,
    ]);
    const error = await failureOf(call(requestWith('read', { signal: abort.signal })));
    expect(error).toMatchObject({ kind: 'timeout', attempts: 1 });
    expect(transport.calls).toHaveLength(1);
  });

  test('by the time limit of the whole call gets a time-out', async () => {
    const transport = scriptedTransport([busy(), good]);
    const interceptors = [retry({ minDelayMs: 60_000, maxDelayMs: 60_000 })];
    const client = new EgoiClient({ apiKey, transport, interceptors, timeoutMs: 20 });
    const error = await failureOf(client.getLists());
    expect(error).toBeInstanceOf(EgoiTimeoutError);
    expect(error).toMatchObject({ timeoutMs: 20, delivery: 'answered', attempts: 1 });
    expect(error.message).toContain('(the whole call), while waiting to repeat it after: busy');
  });
});
