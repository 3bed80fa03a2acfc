import { EgoiQuotaError } from '@egoi-client/core';
import { quota, type QuotaOptions, type QuotaWait } from '@egoi-client/quota';
import { type RedisProcess, startRedis, whereRedisIs } from '@egoi-client/redis-process';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Redis, type RedisOptions } from 'ioredis';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import { apiKey, clientWith, countedTransport, passing, windowMs } from './counted-client.ts';

whereRedisIs(describe)('a budget in Redis', () => {
  let server: RedisProcess;
  const connections: Redis[] = [];

  beforeEach(async () => {
    server = await startRedis({ persistent: true });
  });

  afterEach(async () => {
    for (const connection of connections.splice(0)) {
      const closed = connection.status === 'ready' ? gone(connection) : undefined;
      connection.disconnect();
      await closed;
    }
    await server.stop();
  });

  // As BullMQ demands of its connections: commands wait in the client for as long as it takes.
  const always = { maxRetriesPerRequest: null };

  function connect(options: RedisOptions = {}): Redis {
    const redis = new Redis(server.port, '127.0.0.1', {
      retryStrategy: () => 10,
      // How long a timer stays when a client is closed whose connection is gone already.
      disconnectTimeout: 10,
      ...always,
      ...options,
    });
    redis.on('error', () => undefined);
    connections.push(redis);
    return redis;
  }

  function sharing(options: Omit<QuotaOptions, 'redis'> & { readonly redis?: Redis } = {}) {
    const redis = options.redis ?? connect();
    const budget = quota({ mode: 'fail', ...options, redis });
    const transport = countedTransport();
    return { redis, budget, transport, client: clientWith(budget, transport) };
  }

  /** Makes the calls in the list older, as time would. */
  async function age(redis: Redis, byMs: number): Promise<void> {
    for (const key of await redis.keys('egoi-quota:*')) {
      const times = await redis.lrange(key, 0, -1);
      for (const [index, time] of times.entries()) {
        await redis.lset(key, index, String(Number(time) - byMs));
      }
    }
  }

  test('lets 150 calls of two machines pass, and tells both what is left', async () => {
    const [one, two] = [sharing(), sharing()];
    const passed = await Promise.all([passing(one.client, 100), passing(two.client, 100)]);
    expect(passed[0] + passed[1]).toBe(150);
    expect((await one.budget.left({ apiKey })).calls).toBe(0);
    const { nextInMs } = await two.budget.left({ apiKey });
    expect(nextInMs).toBeGreaterThan(windowMs - 600_000);
    expect(nextInMs).toBeLessThanOrEqual(windowMs);
  });

  test('frees calls one by one as they come of age', async () => {
    const { client, redis } = sharing({ callsPerHour: 5 });
    expect(await passing(client, 2)).toBe(2);
    await age(redis, windowMs - 600_000);
    expect(await passing(client, 9)).toBe(3);
    await age(redis, 600_000);
    expect(await passing(client, 9)).toBe(2);
    expect(await passing(client, 9)).toBe(0);
  });

  test('tells a client with a reserve when its own part is free', async () => {
    const { client, redis, budget } = sharing({ callsPerHour: 3 });
    await client.call('checklogin');
    await age(redis, 600_000);
    await passing(client, 2);
    const { nextInMs } = await budget.left({ apiKey });
    expect(nextInMs).toBeLessThanOrEqual(windowMs - 600_000);
    const reserving = await budget.share({ reserve: 1 }).left({ apiKey });
    expect(reserving.nextInMs).toBeGreaterThan(windowMs - 600_000);
    expect(reserving.calls).toBe(0);
  });

  test('waits for the very call that comes of age next', async () => {
    const redis = connect();
    const waits: QuotaWait[] = [];
    const wait = (waitMs: number) => age(redis, waitMs);
    const onWait = (told: QuotaWait) => waits.push(told);
    const { client, transport } = sharing({ redis, callsPerHour: 2, mode: 'wait', wait, onWait });
    for (let call = 0; call < 5; call += 1) await client.call('checklogin');
    expect(transport.calls).toBe(5);
    expect(waits.length).toBeGreaterThanOrEqual(2);
    expect(waits.every(({ reason }) => reason === 'spent')).toBe(true);
  });

  describe('with times in it that cannot be', () => {
    const ahead = (ms: number) => String(Date.now() + ms);
    const aYear = 365 * 86_400_000;

    test.each([
      ['all a year ahead', () => Array.from({ length: 150 }, () => ahead(aYear))],
      ['all a minute ahead', () => Array.from({ length: 150 }, () => ahead(60_000))],
      [
        'some ahead among others',
        () => Array.from({ length: 150 }, (_, index) => ahead(index % 2 === 0 ? -9000 : aYear)),
      ],
      ['without end', () => Array.from({ length: 150 }, () => 'inf')],
      ['of no sense', () => Array.from({ length: 150 }, (_, index) => ['x', 'nan', ''][index % 3])],
    ])('frees the next call within the window: %s', async (_, times) => {
      const { redis, budget, client } = sharing();
      await client.call('checklogin');
      const [key = ''] = await redis.keys('egoi-quota:*');
      await redis.del(key);
      await redis.rpush(key, ...times().map(String));
      const error = await client.call('checklogin').catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(EgoiQuotaError);
      const { nextInMs } = await budget.left({ apiKey });
      for (const waitMs of [(error as EgoiQuotaError).retryAfterMs ?? 0, nextInMs]) {
        expect(waitMs).toBeGreaterThan(0);
        expect(waitMs).toBeLessThanOrEqual(windowMs);
      }
      expect(await redis.pttl(key)).toBeLessThanOrEqual(windowMs);
      await age(redis, windowMs);
      expect(await passing(client, 151)).toBe(150);
    });

    test('counts none that is long past', async () => {
      const { redis, client } = sharing();
      await client.call('checklogin');
      const [key = ''] = await redis.keys('egoi-quota:*');
      await redis.del(key);
      await redis.rpush(key, '-inf', '-5', '0', ahead(-aYear));
      expect(await passing(client, 151)).toBe(150);
    });
  });

  test('is forgotten by Redis when the last of its calls has come of age', async () => {
    const { client, redis } = sharing();
    await client.call('checklogin');
    const [key = ''] = await redis.keys('*');
    const ttlMs = await redis.pttl(key);
    expect(ttlMs).toBeGreaterThan(windowMs - 600_000);
    expect(ttlMs).toBeLessThanOrEqual(windowMs);
  });

  test('never shows the key', async () => {
    const { client, redis } = sharing();
    const monitor = await connect().monitor();
    const commands: string[] = [];
    monitor.on('monitor', (_time: string, command: string[]) => commands.push(command.join(' ')));
    await passing(client, 3);
    const keys = await redis.keys('*');
    const values = await Promise.all(keys.map((key) => redis.lrange(key, 0, -1)));
    monitor.disconnect();
    expect(keys).toEqual([expect.stringMatching(/^egoi-quota:[0-9a-f]{32}$/)]);
    expect(values.flat()).toHaveLength(3);
    expect(commands.some((command) => command.startsWith('eval '))).toBe(true);
    expect(JSON.stringify([keys, values, commands])).not.toContain(apiKey);
  });

  test('stands beside other limiters of the same client', async () => {
    const redis = connect();
    const { client } = sharing({ redis, callsPerHour: 3 });
    const other = new RateLimiterRedis({ storeClient: redis, points: 5, duration: 60 });
    await other.consume('visitor');
    expect(await passing(client, 9)).toBe(3);
    await other.consume('visitor');
    expect((await other.get('visitor'))?.consumedPoints).toBe(2);
  });

  test('marks the hour as spent for all when the service says so', async () => {
    const [one, two] = [sharing(), sharing()];
    const refused = clientWith(
      one.budget,
      countedTransport(() => 'CALL_LIMIT_EXCEEDED'),
    );
    await expect(refused.call('checklogin')).rejects.toBeInstanceOf(EgoiQuotaError);
    expect(await passing(two.client, 3)).toBe(0);
  });

  test('asks a lazy client to connect', async () => {
    const { client } = sharing({ redis: connect({ lazyConnect: true }) });
    expect(await passing(client, 1)).toBe(1);
  });

  describe('while Redis is away', () => {
    /** Tells when Redis is known to be gone, and when it is back. */
    function hooks() {
      const told: string[] = [];
      return {
        told,
        onRedisAway: (reason: string) => told.push(`away: ${reason !== ''}`),
        onRedisBack: () => told.push('back'),
      };
    }

    test('refuses calls, says why, and goes on with its count when Redis is back', async () => {
      const { told, ...hooked } = hooks();
      const { client, transport, redis, budget } = sharing({
        callsPerHour: 5,
        redisTimeoutMs: 500,
        ...hooked,
      });
      expect(await passing(client, 3)).toBe(3);
      await Promise.all([gone(redis), server.kill()]);

      const error = await client.call('checklogin').catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(EgoiQuotaError);
      expect(error).toMatchObject({ delivery: 'not_sent', retryable: true, retryAfterMs: 1000 });
      expect(String(error)).toContain('the budget of calls is in Redis, which could not be asked');
      await expect(budget.left({ apiKey })).rejects.toBeInstanceOf(EgoiQuotaError);
      expect(await passing(client, 10)).toBe(0);
      expect(transport.calls).toBe(3);
      expect(told).toEqual(['away: true']);

      await Promise.all([back(redis), server.restart()]);
      expect(await passing(client, 10)).toBe(2);
      expect(told).toEqual(['away: true', 'back']);
    });

    test('goes on with a share of its own, if that was chosen, and no further', async () => {
      const { told, ...hooked } = hooks();
      const whenRedisIsAway = { localCallsPerHour: 4 };
      const { client, redis, budget } = sharing({
        callsPerHour: 9,
        redisTimeoutMs: 500,
        whenRedisIsAway,
        ...hooked,
      });
      expect(await passing(client, 2)).toBe(2);
      await Promise.all([gone(redis), server.kill()]);

      expect(await passing(client, 10)).toBe(4);
      expect((await budget.left({ apiKey })).calls).toBe(0);
      await expect(client.call('checklogin')).rejects.toThrow(
        'Redis is away and no call is left without it',
      );

      await Promise.all([back(redis), server.restart()]);
      expect(await passing(client, 10)).toBe(7);
      expect(told).toEqual(['away: true', 'back']);
    });

    test('waits until Redis is back, if that was chosen', async () => {
      const redis = connect();
      const waits: QuotaWait[] = [];
      const wait = async () => {
        if (waits.length === 2) await Promise.all([back(redis), server.restart()]);
      };
      const { client, transport, budget } = sharing({
        redis,
        redisTimeoutMs: 500,
        whenRedisIsAway: 'wait',
        mode: 'wait',
        wait,
        onWait: (told) => waits.push(told),
      });
      await client.call('checklogin');
      await Promise.all([gone(redis), server.kill()]);
      expect(await budget.left({ apiKey })).toEqual({ calls: 0, nextInMs: 1000 });
      await client.call('checklogin');
      expect(waits.map(({ reason }) => reason)).toEqual(['away', 'away']);
      expect(transport.calls).toBe(2);
      expect((await budget.left({ apiKey })).calls).toBe(148);
    });

    test('calls through a client that was closed are refused at once', async () => {
      const { client, redis, transport } = sharing();
      expect(await passing(client, 1)).toBe(1);
      redis.disconnect();
      await gone(redis);
      expect(await passing(client, 2)).toBe(0);
      expect(transport.calls).toBe(1);
    });

    test('a Redis that does not answer in time counts as away', async () => {
      const { told, ...hooked } = hooks();
      const { client, redis, transport } = sharing({ redisTimeoutMs: 50, ...hooked });
      await passing(client, 1);
      const other = connect();
      await other.client('PAUSE', 60_000, 'ALL');
      expect(await passing(client, 3)).toBe(0);
      expect(transport.calls).toBe(1);
      expect(told).toEqual(['away: true']);
      expect(redis.status).toBe('ready');
    });

    test('a call that waits for Redis ends with its signal', async () => {
      const redis = connect({ lazyConnect: true, retryStrategy: () => 60_000 });
      const { told, ...hooked } = hooks();
      const { client, transport } = sharing({ redis, redisTimeoutMs: 60_000, ...hooked });
      await server.kill();
      const caller = new AbortController();
      const call = client.call('checklogin', {}, { signal: caller.signal });
      redis.once('close', () => caller.abort());
      await expect(call).rejects.toMatchObject({ kind: 'aborted', delivery: 'not_sent' });
      expect(transport.calls).toBe(0);
      expect(told).toEqual([]);
    });

    test('an answer that says no counts as away, whatever its reason', async () => {
      const { client, redis, transport } = sharing();
      await client.call('checklogin');
      const [key = ''] = await redis.keys('*');
      await redis.set(key, 'somebody else');
      await expect(client.call('checklogin')).rejects.toThrow('WRONGTYPE');
      expect(transport.calls).toBe(1);
    });
  });
});

/** Settles when a client knows that its connection is gone. */
function gone(redis: Redis): Promise<void> {
  return new Promise((resolve) => redis.once('close', () => resolve()));
}

/** Settles when a client is connected again. */
function back(redis: Redis): Promise<void> {
  return new Promise((resolve) => redis.once('ready', () => resolve()));
}
