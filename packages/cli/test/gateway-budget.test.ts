import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { redisIsInstalled, type RedisProcess, startRedis } from '@egoi-client/redis-process';
import { Place } from './egoi.ts';
import { serveAccount, type ServedAccount } from './served-account.ts';
import { startGateway } from './started-gateway.ts';

const whereRedisIs = redisIsInstalled() ? describe : describe.skip;

whereRedisIs('four gateways with one Redis', () => {
  let place: Place;
  let account: ServedAccount;
  let redis: RedisProcess;

  beforeEach(async () => {
    place = new Place();
    account = await serveAccount({ contacts: 2 });
    Object.assign(place.env, account.env);
    redis = await startRedis();
  });

  afterEach(async () => {
    place.remove();
    await account.close();
    await redis.stop();
  });

  /** What became of a call: its status, and what it says where it was refused. */
  async function call(address: string, apikey: string): Promise<string> {
    const form = { type: 'json', method: 'getLists', 'functionOptions[apikey]': apikey };
    const body = new URLSearchParams(form);
    const answer = await fetch(`${address}/v2/rest.php`, { method: 'POST', body });
    const text = await answer.text();
    return answer.status === 200 ? 'passed' : (/\((\w+)\)/.exec(text)?.[1] ?? text);
  }

  test('let exactly the budget of a key pass, and refuse all while nobody counts', async () => {
    const budget = 25;
    const words = ['--redis', redis.url, '--calls-per-hour', String(budget)];
    const gateways = await Promise.all([1, 2, 3, 4].map(() => startGateway(place, ...words)));
    const calls = Array.from({ length: 4 * budget }, (_, at) => {
      const { address = '' } = gateways[at % gateways.length] ?? {};
      return call(address, account.env.EGOI_API_KEY);
    });
    const outcomes = await Promise.all(calls);
    const passed = outcomes.filter((outcome) => outcome === 'passed');
    const refused = outcomes.filter((outcome) => outcome === 'quota');
    expect({ passed: passed.length, refused: refused.length }).toEqual({
      passed: budget,
      refused: 3 * budget,
    });
    await redis.kill();
    for (const { address, running } of gateways) {
      expect(await call(address, account.env.EGOI_API_KEY)).toBe('quota');
      await running.said(/Redis is away, calls are refused/);
    }
  });
});
