import {
  attemptTimeout,
  EgoiClient,
  EgoiConfigError,
  retry,
  type Transport,
} from '@egoi-client/core';
import { abortionError, errorContext } from '@egoi-client/core/wire';
import { describe, expect, test } from '@jest/globals';
import { listenersOn } from './support/listeners-on.ts';
import { apiKey, failureOf, requestWith } from './support/requests.ts';

describe('attemptTimeout', () => {
  /** Answers only the try with this number; the others hang until they are ended. */
  function answersTry(number: number): Transport {
    return {
      id: 'slow',
      call: (request) => {
        const { attempt, signal } = request;
        return attempt === number
          ? Promise.resolve({ value: [], transport: 'slow', durationMs: 0 })
          : new Promise((_resolve, reject) => {
              const context = errorContext(request, 'slow');
              const end = () => reject(abortionError(signal, context, 'unknown'));
              signal.addEventListener('abort', end, { once: true });
            });
      },
    };
  }

  test('ends a try in time for another', async () => {
    const interceptors = [retry({ minDelayMs: 1, maxDelayMs: 1 }), attemptTimeout(5)];
    const client = new EgoiClient({ apiKey, transport: answersTry(3), interceptors });
    expect(await client.getLists()).toEqual([]);
  });

  test('says that one try took too long, with the delivery of the transport', async () => {
    const client = new EgoiClient({
      apiKey,
      transport: answersTry(2),
      interceptors: [attemptTimeout(5)],
    });
    const error = await failureOf(client.getLists());
    expect(error).toMatchObject({ kind: 'timeout', timeoutMs: 5, delivery: 'unknown' });
    expect(error.message).toBe('no answer within 5 ms (one try)');
  });

  test('passes the signal of the caller on', async () => {
    const abort = new AbortController();
    const client = new EgoiClient({
      apiKey,
      transport: answersTry(2),
      interceptors: [attemptTimeout(60_000)],
    });
    const failure = failureOf(client.getLists({}, { signal: abort.signal }));
    abort.abort();
    expect(await failure).toMatchObject({ kind: 'aborted' });
  });

  test('leaves no listener on the signal of the call', async () => {
    const { signal } = new AbortController();
    let during = 0;
    const listeners = listenersOn(signal);
    const call = attemptTimeout(60_000)((request) => {
      during = listeners();
      return answersTry(1).call(request);
    });
    await call(requestWith('read', { signal }));
    expect([during, listeners()]).toEqual([1, 0]);
  });

  test.each([0, 1.5, 86_400_001, '5' as never])('refuses %p', (timeoutMs) => {
    expect(() => attemptTimeout(timeoutMs)).toThrow(EgoiConfigError);
  });
});
