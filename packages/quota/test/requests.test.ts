import {
  EgoiFaultError,
  EgoiHttpError,
  EgoiPartialError,
  EgoiQuotaError,
  fallback,
  retry,
  type ServiceBudget,
  type Transport,
  type TransportReply,
} from '@egoi-client/core';
import { quota, type QuotaOptions } from '@egoi-client/quota';
import { type RedisProcess, startRedis, whereRedisIs } from '@egoi-client/redis-process';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { apiKey, clientWith, passing, TestClock, windowMs } from './counted-client.ts';

type Outcome = Error | Pick<TransportReply, 'requests' | 'budget'>;

/** A transport whose calls end one after the other as a test says, and then take one request each. */
function endingAs(...outcomes: readonly Outcome[]): Transport {
  const left = [...outcomes];
  return {
    id: 'scripted',
    call() {
      const outcome = left.shift() ?? {};
      if (outcome instanceof Error) return Promise.reject(outcome);
      return Promise.resolve({ value: 'OK', transport: 'scripted', durationMs: 0, ...outcome });
    },
  };
}

const partly = (requests: number) =>
  new EgoiPartialError({ done: ['the contact'], missing: ['its tags'], answer: {} }, { requests });

const says = (remaining: number, resetMs = 1_200_000): { budget: ServiceBudget } => ({
  budget: { remaining, resetMs },
});

describe('in memory', () => {
  function clientOf(options: QuotaOptions, ...outcomes: readonly Outcome[]) {
    const clock = new TestClock();
    const budget = quota({ now: clock.now, wait: clock.wait, mode: 'fail', ...options });
    return { clock, budget, client: clientWith(budget, endingAs(...outcomes)) };
  }

  describe('requests of one call', () => {
    test('are charged all', async () => {
      const { budget, client, clock } = clientOf({ callsPerHour: 10 }, { requests: 3 });
      await client.call('checklogin');
      expect(await budget.left({ apiKey })).toEqual({ calls: 7, nextInMs: 0 });
      expect(await passing(client, 20)).toBe(7);
      clock.timeMs += windowMs;
      expect(await budget.left({ apiKey })).toEqual({ calls: 10, nextInMs: 0 });
    });

    test.each([
      ['a part of it was done', partly(4), 6],
      [
        'it was refused',
        new EgoiFaultError({ faultCode: 'x', faultString: 'y' }, { requests: 2 }),
        8,
      ],
      ['its error does not say', new EgoiFaultError({ faultCode: 'x', faultString: 'y' }, {}), 9],
    ])('are charged where the call failed: %s', async (_, error, calls) => {
      const { budget, client } = clientOf({ callsPerHour: 10 }, error);
      await expect(client.call('checklogin')).rejects.toThrow(error.message);
      expect((await budget.left({ apiKey })).calls).toBe(calls);
    });

    test.each([0, Number.NaN, -3, 1.5])('that a transport tells as %p cost the one', async (n) => {
      const { budget, client } = clientOf({ callsPerHour: 10 }, { requests: n });
      await client.call('checklogin');
      expect((await budget.left({ apiKey })).calls).toBe(9);
    });

    const busy = (requests: number) => new EgoiHttpError('busy', { status: 503, requests });
    const again = () => retry({ wait: () => Promise.resolve() });

    test('are charged the same where quota is around retry and where it is inside', async () => {
      for (const isOutside of [true, false]) {
        const clock = new TestClock();
        const budget = quota({ now: clock.now, wait: clock.wait, callsPerHour: 20 });
        const order = isOutside ? [budget, again()] : [again(), budget];
        const client = clientWith(order, endingAs(busy(3), busy(2), { requests: 4 }));
        await client.getLists();
        expect((await budget.left({ apiKey })).calls).toBe(20 - 9);
      }
    });

    test('are charged of each transport of a fallback', async () => {
      const clock = new TestClock();
      const budget = quota({ now: clock.now, wait: clock.wait, callsPerHour: 20 });
      const whole = fallback([endingAs(busy(3)), endingAs({ requests: 4 })]);
      await clientWith(budget, whole).getLists();
      expect((await budget.left({ apiKey })).calls).toBe(20 - 7);
    });

    test('that are more than the budget leave none, and free it when they are old', async () => {
      const { budget, client, clock } = clientOf({ callsPerHour: 5 }, {}, { requests: 25_000 });
      await client.call('checklogin');
      clock.timeMs += 1000;
      await client.call('checklogin');
      expect(await passing(client, 3)).toBe(0);
      expect(await budget.left({ apiKey })).toEqual({ calls: 0, nextInMs: windowMs });
      clock.timeMs += windowMs;
      expect(await passing(client, 9)).toBe(5);
    });
  });

  describe('what the service says is left', () => {
    test('lowers the budget until the service counts anew', async () => {
      const { budget, client, clock } = clientOf({}, {}, says(5));
      await client.call('checklogin');
      clock.timeMs += 60_000;
      await client.call('checklogin');
      expect((await budget.left({ apiKey })).calls).toBe(5);
      expect(await passing(client, 9)).toBe(5);
      expect((await budget.left({ apiKey })).nextInMs).toBe(1_200_000);
      clock.timeMs += 1_200_000;
      // The two and the five that this client made are younger than an hour.
      expect(await passing(client, 200)).toBe(143);
    });

    test('lowers it no further where the service counts what the budget has counted', async () => {
      const { budget, client } = clientOf({}, says(149), says(148), says(147));
      for (let call = 0; call < 3; call += 1) await client.call('checklogin');
      expect((await budget.left({ apiKey })).calls).toBe(147);
    });

    test('never raises it', async () => {
      const { budget, client } = clientOf({ callsPerHour: 3 }, says(4000), says(3999));
      await client.call('checklogin');
      await client.call('checklogin');
      expect((await budget.left({ apiKey })).calls).toBe(1);
    });

    test('keeps the reserve out of what is left', async () => {
      const { budget, client } = clientOf({}, says(12));
      await client.call('checklogin');
      expect((await budget.share({ reserve: 10 }).left({ apiKey })).calls).toBe(2);
    });

    test('counts where the call was refused for it', async () => {
      const refused = new EgoiQuotaError('no more', { retryAfterMs: 600_000, ...says(0, 600_000) });
      const { client, clock } = clientOf({}, refused);
      await expect(client.call('checklogin')).rejects.toThrow('no more');
      await expect(client.call('checklogin')).rejects.toMatchObject({ retryAfterMs: 600_000 });
      clock.timeMs += 600_000;
      expect(await passing(client, 200)).toBe(149);
    });

    test.each([
      ['less than nothing', says(-1)],
      ['no number', says(Number.NaN)],
      ['a time that is over', says(0, 0)],
      ['no time', says(0, Number.NaN)],
    ])('counts for nothing where it is %s', async (_, outcome) => {
      const { budget, client } = clientOf({}, outcome);
      await client.call('checklogin');
      expect((await budget.left({ apiKey })).calls).toBe(149);
    });

    test('holds no longer than a call does', async () => {
      const { budget, client, clock } = clientOf({}, says(0, 86_400_000));
      await client.call('checklogin');
      expect((await budget.left({ apiKey })).nextInMs).toBe(windowMs);
      clock.timeMs += windowMs;
      expect((await budget.left({ apiKey })).calls).toBe(150);
    });
  });
});

whereRedisIs(describe)('in Redis', () => {
  let server: RedisProcess;
  let redis: Redis;

  beforeEach(async () => {
    server = await startRedis({ persistent: true });
    redis = new Redis(server.port, '127.0.0.1', { retryStrategy: () => 10, disconnectTimeout: 10 });
    redis.on('error', () => undefined);
  });

  afterEach(async () => {
    const closed = redis.status === 'ready' ? goneFrom(redis) : undefined;
    redis.disconnect();
    await closed;
    await server.stop();
  });

  function sharing(options: QuotaOptions, ...outcomes: readonly Outcome[]) {
    const budget = quota({ mode: 'fail', redis, ...options });
    return { budget, client: clientWith(budget, endingAs(...outcomes)) };
  }

  async function timesInRedis(): Promise<number[]> {
    const [key = ''] = await redis.keys('*');
    return (await redis.lrange(key, 0, -1)).map(Number);
  }

  /** Makes what was counted older, as time would. */
  async function age(byMs: number): Promise<void> {
    const [key = ''] = await redis.keys('*');
    for (const [index, time] of (await timesInRedis()).entries()) {
      await redis.lset(key, index, String(time - byMs));
    }
  }

  test('the requests of a call are charged to all who share the budget', async () => {
    const [one, two] = [
      sharing({ callsPerHour: 10 }, { requests: 3 }, partly(4)),
      sharing({ callsPerHour: 10 }),
    ];
    await one.client.call('checklogin');
    expect((await two.budget.left({ apiKey })).calls).toBe(7);
    await expect(one.client.call('checklogin')).rejects.toBeInstanceOf(EgoiPartialError);
    expect((await two.budget.left({ apiKey })).calls).toBe(3);
    expect(await passing(two.client, 9)).toBe(3);
    await age(windowMs);
    expect(await passing(two.client, 20)).toBe(10);
  });

  test('more requests than any budget has leave a list that is bounded', async () => {
    const { client } = sharing({}, { requests: 25_000 });
    await client.call('checklogin');
    expect(await timesInRedis()).toHaveLength(10_000);
    expect(await passing(client, 2)).toBe(0);
  });

  test('what the service says is left lowers the budget of all until it counts anew', async () => {
    const [one, two] = [sharing({}, {}, says(5)), sharing({})];
    await one.client.call('checklogin');
    await one.client.call('checklogin');
    const { calls } = await two.budget.left({ apiKey });
    expect(calls).toBe(5);
    const times = await timesInRedis();
    expect(times).toEqual(times.toSorted((first, second) => first - second));
    expect(await passing(two.client, 9)).toBe(5);
    const { nextInMs } = await two.budget.left({ apiKey });
    expect(nextInMs).toBeGreaterThan(0);
    expect(nextInMs).toBeLessThanOrEqual(1_200_000);
    await age(1_200_000);
    expect(await passing(two.client, 200)).toBe(143);
  });

  test('a call refused by the service for the account spends the budget of all', async () => {
    const refused = new EgoiQuotaError('no more', { retryAfterMs: 600_000, ...says(0, 600_000) });
    const [one, two] = [sharing({}, refused), sharing({})];
    await expect(one.client.call('checklogin')).rejects.toThrow('no more');
    const error: unknown = await two.client.call('checklogin').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(EgoiQuotaError);
    expect((error as EgoiQuotaError).retryAfterMs).toBeLessThanOrEqual(600_000);
  });

  test('a call keeps its answer where Redis goes away before it is charged', async () => {
    const told: string[] = [];
    const budget = quota({ mode: 'fail', redis, onRedisAway: () => told.push('away') });
    const transport: Transport = {
      id: 'killing',
      async call() {
        await Promise.all([goneFrom(redis), server.kill()]);
        return { value: 'OK', transport: 'killing', durationMs: 0, requests: 3 };
      },
    };
    const client = clientWith(budget, transport);
    expect(await client.call('checklogin')).toEqual({ RESULT: 'OK' });
    expect(told).toEqual(['away']);
  });

  test('the requests are charged to the share of its own that a process has meanwhile', async () => {
    const whenRedisIsAway = { localCallsPerHour: 6 };
    const options = { redisTimeoutMs: 500, whenRedisIsAway };
    const { budget, client } = sharing(options, { requests: 3 }, says(2));
    await redis.ping();
    await Promise.all([goneFrom(redis), server.kill()]);
    await client.call('checklogin');
    expect((await budget.left({ apiKey })).calls).toBe(3);
    await client.call('checklogin');
    expect((await budget.left({ apiKey })).calls).toBe(2);
  });
});

/** Settles when a client knows that its connection is gone. */
function goneFrom(redis: Redis): Promise<unknown> {
  return new Promise((resolve) => redis.once('close', resolve));
}
