import { EgoiConfigError } from '@egoi-client/core';
import { Redis, type RedisOptions } from 'ioredis';

/** Where Redis is: an address, `rediss://user:password@host:6380`, or options of ioredis that say where. */
export type ImportConnection = string | Omit<RedisOptions, 'keyPrefix'>;

/** What to do while Redis is away: `keep trying` until it is back, or `give up` after a few seconds. */
export type Patience = 'keep trying' | 'give up';

const longestPauseMs = 2000;
const tries = 5;

/** How long an ended connection may keep the process, in milliseconds. */
const endMs = 200;

/**
 * Opens a connection on which no command is lost while Redis is away: it waits and is sent again, so
 * every command of this package must bear being carried out twice.
 *
 * @throws EgoiConfigError for an address or options that ioredis cannot read
 */
export function connect(connection: ImportConnection, patience: Patience): Redis {
  const forEver = patience === 'keep trying';
  const manners: RedisOptions = {
    disconnectTimeout: endMs,
    maxRetriesPerRequest: forEver ? null : tries,
    retryStrategy: (times) =>
      forEver || times < tries ? Math.min(times * 100, longestPauseMs) : null,
  };
  try {
    return typeof connection === 'string'
      ? new Redis(connection, manners)
      : new Redis({ ...connection, ...manners });
  } catch (cause) {
    throw new EgoiConfigError('connection must be an address or options of ioredis', { cause });
  }
}
