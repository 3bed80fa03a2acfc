import { EgoiConfigError } from '@egoi-client/core';
import { quota, type QuotaOptions } from '@egoi-client/quota';
import { expect, test } from '@jest/globals';

const redis = {
  status: 'ready',
  connect: () => Promise.resolve(),
  eval: () => Promise.resolve([0, 0]),
  on: () => undefined,
  off: () => undefined,
};

test.each<[string, unknown, string]>([
  ['an unknown name', { perHour: 1 }, "unknown option 'perHour'"],
  ['no calls at all', { callsPerHour: 0 }, 'callsPerHour'],
  ['another mode', { mode: 'skip' }, 'mode must be one of wait, fail'],
  ['a reserve of everything', { callsPerHour: 10, reserve: 10 }, 'reserve must be less than'],
  ['a Redis that is none', { redis: { status: 'ready' } }, 'redis must be an ioredis client'],
  ['an address as Redis', { redis: 'redis://localhost' }, 'redis must be an ioredis client'],
  [
    'leave to go on without a count',
    { redis, whenRedisIsAway: 'allow' },
    "must be 'refuse', 'wait' or",
  ],
  ['a share of nothing', { redis, whenRedisIsAway: { localCallsPerHour: 0 } }, "must be 'refuse'"],
  ['a share without a number', { redis, whenRedisIsAway: {} }, "must be 'refuse'"],
  ['a choice for Redis without one', { whenRedisIsAway: 'refuse' }, 'only be given with redis'],
  ['a hook that is no function', { onWait: true }, 'onWait must be a function'],
])('%s is refused with a reason', (_name, options, reason) => {
  const make = () => quota(options as QuotaOptions);
  expect(make).toThrow(EgoiConfigError);
  expect(make).toThrow(reason);
});

test('clients that share a budget have their options checked too', () => {
  const budget = quota({ callsPerHour: 20 });
  expect(() => budget.share({ reserve: 20 })).toThrow(EgoiConfigError);
  expect(() => budget.share({ callsPerHour: 9 } as object)).toThrow(
    "unknown option 'callsPerHour'",
  );
});
