import {
  EgoiAbortError,
  EgoiApiError,
  EgoiConnectionError,
  EgoiQuotaError,
  EgoiTimeoutError,
  type Interceptor,
} from '@egoi-client/core';
import { quota, type QuotaWait } from '@egoi-client/quota';
import { describe, expect, test } from '@jest/globals';
import {
  apiKey,
  clientWith,
  counted,
  countedTransport,
  windowMs,
  passing,
  TestClock,
} from './counted-client.ts';

describe('a budget in memory', () => {
  test('lets 150 calls of an hour pass and not one more', async () => {
    const { client, transport } = counted({ mode: 'fail' });
    expect(await passing(client, 400)).toBe(150);
    expect(transport.calls).toBe(150);
  });

  test('keeps that of the keys that called last, however many strangers call', async () => {
    const { budget, client } = counted({ mode: 'fail', callsPerHour: 5 });
    expect(await passing(client, 5)).toBe(5);
    for (let stranger = 0; stranger < 9900; stranger += 1) {
      await budget.left({ apiKey: `stranger-${stranger}` });
    }
    expect(await passing(client, 1)).toBe(0);
    for (let stranger = 0; stranger < 9900; stranger += 1) {
      await budget.left({ apiKey: `another-${stranger}` });
    }
    expect(await passing(client, 1)).toBe(0);
  });

  test('refuses with the time until a call is free', async () => {
    const { client, clock } = counted({ mode: 'fail', callsPerHour: 2 });
    await client.call('checklogin');
    clock.timeMs += 1000;
    await client.call('checklogin');
    clock.timeMs += 1000;
    const error = await client.call('getLists').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(EgoiQuotaError);
    expect(error).toMatchObject({
      delivery: 'not_sent',
      retryable: true,
      retryAfterMs: windowMs - 2000,
      method: 'getLists',
      message: 'the hourly budget of calls is spent; the next is free in 3658 s',
    });
  });

  test('holds in any 60 minutes, also around the end of an hour', async () => {
    const { client, clock } = counted({ mode: 'fail' });
    expect(await passing(client, 1)).toBe(1);
    clock.timeMs += windowMs - 1;
    expect(await passing(client, 150)).toBe(149);
    clock.timeMs += 1;
    expect(await passing(client, 150)).toBe(1);
    clock.timeMs += windowMs - 1;
    expect(await passing(client, 200)).toBe(149);
  });

  test.each([-1000, -windowMs, -365 * 86_400_000])(
    'frees the next call within the window when its clock is set back: %i ms',
    async (jumpMs) => {
      const { budget, client, clock } = counted({ mode: 'fail' });
      expect(await passing(client, 150)).toBe(150);
      clock.timeMs += jumpMs;
      const error = await client.call('checklogin').catch((reason: unknown) => reason);
      expect(error).toMatchObject({ kind: 'quota', retryAfterMs: windowMs });
      expect(await budget.left({ apiKey })).toEqual({ calls: 0, nextInMs: windowMs });
      clock.timeMs += windowMs;
      expect(await passing(client, 151)).toBe(150);
    },
  );

  test.each([Number.NaN, Number.POSITIVE_INFINITY])(
    'holds when its clock says %p',
    async (broken) => {
      const { client, clock } = counted({ mode: 'fail' });
      expect(await passing(client, 100)).toBe(100);
      const { timeMs } = clock;
      clock.timeMs = broken;
      expect(await passing(client, 100)).toBe(50);
      clock.timeMs = timeMs + windowMs;
      expect(await passing(client, 151)).toBe(150);
    },
  );

  test('takes nothing for calls that it refuses', async () => {
    const { client, clock, budget } = counted({ mode: 'fail', callsPerHour: 3 });
    await passing(client, 3);
    clock.timeMs += windowMs - 1;
    await passing(client, 50);
    clock.timeMs += 1;
    expect(await budget.left({ apiKey })).toEqual({ calls: 3, nextInMs: 0 });
  });

  test('waits until a call is free, and tells so before', async () => {
    const waits: QuotaWait[] = [];
    const { client, clock } = counted({ callsPerHour: 2, onWait: (wait) => waits.push(wait) });
    await client.call('checklogin');
    clock.timeMs += 60_000;
    await client.call('checklogin');
    await client.call('getLists');
    expect(clock.waits).toEqual([windowMs - 60_000]);
    expect(waits).toMatchObject([
      { waitMs: windowMs - 60_000, reason: 'spent', method: 'getLists' },
    ]);
  });

  test('spreads a thousand calls over the fewest hours', async () => {
    const { client, clock, transport } = counted();
    const start = clock.timeMs;
    for (let call = 0; call < 1000; call += 1) await client.call('checklogin');
    expect(transport.calls).toBe(1000);
    expect(clock.timeMs - start).toBe(6 * windowMs);
  });

  test('fails a call that would have to wait too long', async () => {
    const { client, clock } = counted({ callsPerHour: 1, maxWaitMs: windowMs - 1 });
    await client.call('checklogin');
    await expect(client.call('checklogin')).rejects.toMatchObject({ retryAfterMs: windowMs });
    clock.timeMs += 1;
    await client.call('checklogin');
    expect(clock.waits).toEqual([windowMs - 1]);
  });

  test('adds up the waits of a call that others overtake', async () => {
    const clock = new TestClock();
    const wait = async (waitMs: number) => {
      await clock.wait(waitMs);
      await overtaking.call('checklogin');
    };
    const budget = quota({ now: clock.now, wait, callsPerHour: 1, maxWaitMs: 2 * windowMs - 1 });
    const transport = countedTransport();
    const overtaking = clientWith(budget, transport);
    await overtaking.call('checklogin');
    await expect(overtaking.call('getLists')).rejects.toBeInstanceOf(EgoiQuotaError);
    expect(clock.waits).toEqual([windowMs]);
    expect(transport.calls).toBe(2);
  });

  test('goes nowhere before its time when the clock fails', async () => {
    const wait = () => Promise.reject(new Error('no clock'));
    const { client, transport } = counted({ callsPerHour: 1, wait });
    await client.call('checklogin');
    await expect(client.call('checklogin')).rejects.toBeInstanceOf(EgoiQuotaError);
    expect(transport.calls).toBe(1);
  });

  test('tells how many calls are left, and when the next is', async () => {
    const { client, clock, budget } = counted({ callsPerHour: 2 });
    expect(await budget.left({ apiKey })).toEqual({ calls: 2, nextInMs: 0 });
    await client.call('checklogin');
    expect(await budget.left({ apiKey })).toEqual({ calls: 1, nextInMs: 0 });
    clock.timeMs += 5;
    await client.call('checklogin');
    expect(await budget.left({ apiKey })).toEqual({ calls: 0, nextInMs: windowMs - 5 });
  });

  test('is one for each key', async () => {
    const { budget, transport, client } = counted({ mode: 'fail' });
    const other = clientWith(budget, transport, 'another-key');
    expect(await passing(client, 200)).toBe(150);
    expect(await passing(other, 200)).toBe(150);
    expect(await budget.left({ username: 'somebody' })).toEqual({ calls: 150, nextInMs: 0 });
  });
});

describe('a call that waits in a budget by the real clock', () => {
  const spent = async () => {
    const budget = quota({ callsPerHour: 1 });
    const transport = countedTransport();
    const client = clientWith(budget, transport);
    await client.call('checklogin');
    return { client, transport };
  };

  test('ends with its signal, not sent', async () => {
    const { client, transport } = await spent();
    const caller = new AbortController();
    const call = client.call('checklogin', {}, { signal: caller.signal });
    caller.abort();
    const error = await call.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(EgoiAbortError);
    expect(error).toMatchObject({ delivery: 'not_sent' });
    expect(transport.calls).toBe(1);
  });

  test('ends with the time limit of the call, not sent', async () => {
    const { client } = await spent();
    const error = await client.call('checklogin', {}, { timeoutMs: 1 }).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(EgoiTimeoutError);
    expect(error).toMatchObject({ delivery: 'not_sent', timeoutMs: 1 });
  });

  test('ends when its client is closed', async () => {
    const { client } = await spent();
    const call = client.call('checklogin');
    await Promise.all([
      expect(call).rejects.toMatchObject({ kind: 'aborted', delivery: 'not_sent' }),
      client.close(),
    ]);
  });
});

describe('a budget that two clients share', () => {
  test('keeps the reserve, however often the one in the background knocks', async () => {
    const { budget, client, transport } = counted({ mode: 'fail' });
    const background = clientWith(budget.share({ mode: 'fail', reserve: 30 }), transport);
    expect(await passing(background, 500)).toBe(120);
    expect(await passing(client, 500)).toBe(30);
    expect(transport.calls).toBe(150);
  });

  test('says that what is left is reserved', async () => {
    const { budget, transport, clock } = counted({ callsPerHour: 3 });
    const waits: QuotaWait[] = [];
    const manners = {
      reserve: 1,
      maxWaitMs: windowMs,
      onWait: (wait: QuotaWait) => waits.push(wait),
    };
    const background = clientWith(budget.share(manners), transport);
    await background.call('checklogin');
    clock.timeMs += 10;
    await background.call('checklogin');
    const polite = clientWith(budget.share({ reserve: 1, mode: 'fail' }), transport);
    await expect(polite.call('checklogin')).rejects.toThrow(
      'the 2 calls an hour that this client may use are spent, the rest is reserved',
    );
    expect(await budget.share({ reserve: 1 }).left({ apiKey })).toEqual({
      calls: 0,
      nextInMs: windowMs - 10,
    });
    await background.call('checklogin');
    expect(waits).toMatchObject([{ reason: 'reserved', waitMs: windowMs - 10 }]);
  });

  test('makes the one with a reserve wait until its own part is free', async () => {
    const { budget, client, transport, clock } = counted({ callsPerHour: 3 });
    for (const pauseMs of [10, 10, 10]) {
      await client.call('checklogin');
      clock.timeMs += pauseMs;
    }
    await clientWith(budget.share({ reserve: 2 }), transport).call('checklogin');
    // Only when all three calls are an hour old is one of its single call free.
    expect(clock.waits).toEqual([windowMs - 10]);
  });
});

test('every try costs a call', async () => {
  const { budget } = counted({ callsPerHour: 10 });
  const transport = countedTransport((call) => {
    if (call < 4) throw new EgoiConnectionError('refused', { delivery: 'not_sent' });
    return 'OK';
  });
  const again: Interceptor = (next) => async (request) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await next({ ...request, attempt: tries });
      } catch (error) {
        if (tries === 4) throw error;
      }
    }
  };
  await clientWith([again, budget], transport).call('checklogin');
  expect(await budget.left({ apiKey })).toEqual({ calls: 6, nextInMs: 0 });
});

describe('a service that says that the limit is reached', () => {
  const refusesThe = (refused: number) =>
    countedTransport((call) => (call === refused ? 'CALL_LIMIT_EXCEEDED' : 'OK'));

  test('ends the hour for all who share the budget', async () => {
    const { budget, clock } = counted({ mode: 'fail' });
    const transport = refusesThe(2);
    const client = clientWith(budget, transport);
    await client.call('checklogin');
    clock.timeMs += 1000;
    await expect(client.call('getLists')).rejects.toMatchObject({
      kind: 'quota',
      retryAfterMs: windowMs - 1000,
      message:
        'the service says that the hourly limit of calls is reached; the next is free in 3659 s',
    });
    expect(await passing(client, 5)).toBe(0);
    expect(transport.calls).toBe(2);
  });

  test('has the refused call repeated when its time has come', async () => {
    const clock = new TestClock();
    const waits: QuotaWait[] = [];
    const budget = quota({ now: clock.now, wait: clock.wait, onWait: (wait) => waits.push(wait) });
    const transport = refusesThe(1);
    await clientWith(budget, transport).call('checklogin');
    expect(transport.calls).toBe(2);
    expect(waits).toMatchObject([{ reason: 'refused', waitMs: windowMs }]);
  });

  test('is told from one that says no for another reason', async () => {
    const { budget } = counted({ mode: 'fail' });
    const client = clientWith(
      budget,
      countedTransport(() => ({ ERROR: 'NO_ACCESS' })),
    );
    await expect(client.call('getLists')).rejects.toBeInstanceOf(EgoiApiError);
    expect(await budget.left({ apiKey })).toEqual({ calls: 149, nextInMs: 0 });
  });
});
