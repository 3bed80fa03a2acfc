import { type Quota, quota } from '@egoi-client/quota';
import type { Session } from '../session.ts';
import type { ObservingOptions } from './observing-options.ts';

/** The budget of each key, and how to let go of it. */
export interface CallBudget {
  readonly quota: Quota;
  close(): void;
}

/**
 * The budget that a gateway was told to keep, in memory or in a Redis that gateways share; `undefined`
 * where it was told of none. A call for which nothing is left is refused at once: who waits for its
 * answer would not wait an hour. While Redis is away, calls are refused, for nobody counts them.
 */
export async function callBudget(
  { output, env }: Session,
  { callsPerHour, redis: address }: ObservingOptions,
): Promise<CallBudget | undefined> {
  const most = callsPerHour === undefined ? {} : { callsPerHour };
  if (address === undefined) {
    if (callsPerHour === undefined) return undefined;
    return { quota: quota({ ...most, mode: 'fail' }), close: () => undefined };
  }
  const { Redis } = await import('ioredis');
  const { EGOI_REDIS_USERNAME: username, EGOI_REDIS_PASSWORD: password } = env;
  const redis = new Redis(address, {
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
    retryStrategy: (times) => Math.min(times * 100, 2000),
  });
  // The quota tells when it is away.
  redis.on('error', () => undefined);
  return {
    quota: quota({
      ...most,
      mode: 'fail',
      redis,
      onRedisAway: (reason) =>
        output.warn(`egoi: the budget's Redis is away, calls are refused: ${reason}`),
      onRedisBack: () => output.warn("egoi: the budget's Redis is back"),
    }),
    close: () => redis.disconnect(),
  };
}
