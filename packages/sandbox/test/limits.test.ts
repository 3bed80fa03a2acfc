import { EgoiApiError, EgoiClient } from '@egoi-client/core';
import { Secret } from '@egoi-client/core/wire';
import { sandboxApiKey, sandboxTransport } from '@egoi-client/sandbox';
import { describe, expect, test } from '@jest/globals';
import { openAccount } from './account.ts';

const minuteMs = 60_000;

/** A clock that a test moves. */
function movableClock() {
  let timeMs = Date.UTC(2025, 2, 4);
  return {
    now: () => new Date(timeMs),
    forward: (ms: number) => {
      timeMs += ms;
    },
  };
}

describe('the budget of calls', () => {
  test('is without end unless it is set', async () => {
    const { ask } = openAccount();
    for (let call = 0; call < 200; call += 1) {
      expect(await ask('checklogin')).toMatchObject({ RESULT: 'OK' });
    }
  });

  test('answers one word above it, for every method, until an hour has passed', async () => {
    const { now, forward } = movableClock();
    const { ask, sandbox } = openAccount({ now, callsPerHour: 2 });
    await ask('createList', { nome: 'first' });
    forward(20 * minuteMs);
    await ask('checklogin');
    expect(await ask('createList', { nome: 'second' })).toBe('CALL_LIMIT_EXCEEDED');
    expect(await ask('checklogin')).toBe('CALL_LIMIT_EXCEEDED');
    forward(40 * minuteMs - 1);
    expect(await ask('checklogin')).toBe('CALL_LIMIT_EXCEEDED');
    forward(1);
    expect(await ask('checklogin')).toMatchObject({ RESULT: 'OK' });
    expect(await ask('checklogin')).toBe('CALL_LIMIT_EXCEEDED');
    forward(20 * minuteMs);
    expect(await ask('checklogin')).toMatchObject({ RESULT: 'OK' });
    expect((await sandbox.snapshot()).lists).toHaveLength(1);
  });

  test('is one for all keys and logins, and calls that do not sign in take nothing from it', async () => {
    const readOnlyApiKey = 'b'.repeat(40);
    const { ask } = openAccount({ readOnlyApiKey, callsPerHour: 2 });
    for (let call = 0; call < 5; call += 1) {
      expect(await ask('checklogin', {}, { apiKey: new Secret('wrong') })).toBe('INVALID');
    }
    await ask('checklogin');
    await ask('checklogin', {}, { apiKey: new Secret(readOnlyApiKey) });
    const login = { username: 'user@example.com', password: new Secret('sandbox') };
    expect(await ask('checklogin', {}, login)).toBe('CALL_LIMIT_EXCEEDED');
    expect(await ask('checklogin', {}, { apiKey: new Secret('wrong') })).toBe('INVALID');
  });

  test('reaches the client as an API error with a code that no table lists', async () => {
    const client = new EgoiClient({
      apiKey: sandboxApiKey,
      transport: sandboxTransport({ callsPerHour: 1 }),
    });
    await client.checklogin();
    const error = await client.getTags().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(EgoiApiError);
    expect(error).toMatchObject({
      code: 'CALL_LIMIT_EXCEEDED',
      description: undefined,
      delivery: 'answered',
      retryable: false,
    });
  });
});
