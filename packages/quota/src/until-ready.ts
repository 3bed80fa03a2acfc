import type { RedisClient } from './redis-client.ts';

/**
 * Gives a promise of the client's being ready, one for all who wait, so that a thousand calls leave
 * one listener. It rejects when the client is closed.
 */
export function untilReady(redis: RedisClient): () => Promise<void> {
  let waiting: Promise<void> | undefined;
  return () => {
    if (redis.status === 'ready') return Promise.resolve();
    waiting ??= becomesReady(redis).finally(() => {
      waiting = undefined;
    });
    return waiting;
  };
}

function becomesReady(redis: RedisClient): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      redis.off('ready', settle);
      redis.off('end', settle);
      if (redis.status === 'ready') resolve();
      else reject(new Error('its connection was closed'));
    };
    if (redis.status === 'end') return settle();
    redis.on('ready', settle);
    redis.on('end', settle);
    // A lazy client connects on its first use; what goes wrong comes as `end`, or it tries again.
    if (redis.status === 'wait') redis.connect().catch(() => undefined);
  });
}
