import type { BatchParameters } from '@egoi-client/bulk';
import { EgoiConnectionError, EgoiError, type WireObject } from '@egoi-client/core';
import { option, resolveOptions } from '@egoi-client/core/wire';
import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { connect, type ImportConnection, type Patience } from './connect.ts';
import { ImportJournal } from './import-journal.ts';
import { connectionRule, isConnection } from './is-connection.ts';

/** Which import, and where. */
export interface ImportPlace {
  /** The Redis that the machines share. */
  readonly connection: ImportConnection;
  /** The import's name, 1 to 64 letters, digits, `-` and `_`. */
  readonly importId: string;
}

/** What a job of the queue holds: one call of addSubscriberBulk, without the key. */
export interface BatchJob {
  readonly index: number;
  readonly parameters: BatchParameters;
  readonly contacts: WireObject[];
  /** Rows of the source in which the contacts stand. */
  readonly rows: readonly number[];
  /** Places of a few contacts that no earlier row holds. */
  readonly witnesses: readonly number[];
  /** How many of the contacts earlier rows hold, too, and how many different ones. */
  readonly repeats: number;
  readonly known: number;
  /** Batches that hold some of the same contacts and must be done before: no older row may overwrite a newer one. */
  readonly after: readonly number[];
}

/** An import with its connection open. */
export interface OpenImport {
  readonly redis: Redis;
  readonly queue: Queue<BatchJob>;
  readonly journal: ImportJournal;
  close(): Promise<void>;
}

export const placeShape = {
  connection: option.custom<ImportConnection>(isConnection, connectionRule),
  importId: option.custom<string>(
    (value) => typeof value === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(value),
    'must be 1 to 64 letters, digits, - and _',
  ),
};

/** @throws EgoiConfigError for a wrong place or anything beside it */
export function resolvePlace(what: string, place: ImportPlace): ImportPlace {
  return resolveOptions(what, placeShape, place);
}

/** The queue's name in BullMQ. */
export function queueName(importId: string): string {
  return `egoi-import-${importId}`;
}

/** The number of a job is its batch's, so that a batch that is added twice is there once. */
export function jobId(index: number): string {
  return `batch-${index}`;
}

/** The batch of a job's number. */
export function batchOfJob(id: string): number {
  return Number(id.slice('batch-'.length));
}

/** @param onRedisError told what ails the connection, as often as it does */
export function openImport(
  place: ImportPlace,
  patience: Patience,
  onRedisError: (message: string) => void = () => undefined,
): OpenImport {
  const redis = connect(place.connection, patience);
  const queue = new Queue<BatchJob>(queueName(place.importId), { connection: redis });
  // BullMQ passes the connection's errors on.
  queue.on('error', (error) => onRedisError(error.message));
  return {
    redis,
    queue,
    journal: new ImportJournal(redis, (name) => queue.toKey(name)),
    async close() {
      await queue.close();
      redis.disconnect();
    },
  };
}

/**
 * Opens an import for as long as the work takes. What Redis or the way to it makes of the work becomes
 * an EgoiConnectionError; what a source or a callback throws passes.
 */
export async function withImport<T>(
  place: ImportPlace,
  patience: Patience,
  work: (opened: OpenImport) => Promise<T>,
  onRedisError?: (message: string) => void,
): Promise<T> {
  const opened = openImport(place, patience, onRedisError);
  try {
    return await work(opened);
  } catch (error) {
    if (error instanceof EgoiError || !isOfRedis(error, opened.redis)) throw error;
    const message = `${queueName(place.importId)}: Redis failed: ${error.message}`;
    throw new EgoiConnectionError(message, { delivery: 'not_sent', cause: error });
  } finally {
    await opened.close().catch(() => undefined);
  }
}

const redisErrors = new Set(['ReplyError', 'MaxRetriesPerRequestError', 'ConnectionClosedError']);

/** Tells what Redis answered, or what became of commands when it did not. */
function isOfRedis(error: unknown, redis: Redis): error is Error {
  return error instanceof Error && (redisErrors.has(error.name) || redis.status !== 'ready');
}
