import type { PackedBatch } from '@egoi-client/bulk';
import type { Redis } from 'ioredis';
import { type BatchRecord, isDone } from './batch-record.ts';

/** A batch as the producer made it. */
export type QueuedBatch = PackedBatch & {
  /** Rows of the source that cannot be sent. */
  readonly rejected: number;
};

/** The end of a source: everything there is was queued. */
export interface Seal {
  readonly batches: number;
  /** Rows of the source, rejected ones included. */
  readonly rows: number;
  readonly rejected: number;
}

/**
 * Writes a record in place of another, all at once, so that of two workers who believe that a batch is
 * theirs one is told that it is not. Says yes when the record stands there already: the command may have
 * been sent again after Redis was away.
 */
const replaceScript = `
local present = redis.call('HGET', KEYS[1], ARGV[1]) or ''
if present == ARGV[3] then return 1 end
if present ~= ARGV[2] then return 0 end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[3])
return 1`;

/** What is known of an import, in Redis beside the queue: its parameters, its batches and what became of them. */
export class ImportJournal {
  readonly #redis: Redis;
  readonly #keys: Record<'header' | 'batches' | 'records' | 'held', string>;

  /** @param keyOf gives a name within the import's queue */
  constructor(redis: Redis, keyOf: (name: string) => string) {
    this.#redis = redis;
    this.#keys = {
      header: keyOf('egoi-header'),
      batches: keyOf('egoi-batches'),
      records: keyOf('egoi-journal'),
      held: keyOf('egoi-held'),
    };
  }

  /** Writes a member of the header unless it is there. @returns what stands there now */
  async settle(member: 'parameters' | 'seal', text: string): Promise<string> {
    await this.#redis.hsetnx(this.#keys.header, member, text);
    return (await this.#redis.hget(this.#keys.header, member)) ?? text;
  }

  async seal(): Promise<Seal | undefined> {
    const text = await this.#redis.hget(this.#keys.header, 'seal');
    return text === null ? undefined : (JSON.parse(text) as Seal);
  }

  /** @returns whether the batch stands there as it is, and not another of its number */
  async noteBatch(batch: QueuedBatch): Promise<boolean> {
    const text = JSON.stringify(batch);
    await this.#redis.hsetnx(this.#keys.batches, String(batch.index), text);
    return (await this.#redis.hget(this.#keys.batches, String(batch.index))) === text;
  }

  /** The batches that were packed, in their order. */
  async batches(): Promise<QueuedBatch[]> {
    const texts = await this.#redis.hvals(this.#keys.batches);
    const batches = texts.map((text) => JSON.parse(text) as QueuedBatch);
    return batches.toSorted((one, other) => one.index - other.index);
  }

  async read(index: number): Promise<BatchRecord | undefined> {
    const text = await this.#redis.hget(this.#keys.records, String(index));
    return text === null ? undefined : (JSON.parse(text) as BatchRecord);
  }

  async readAll(): Promise<Map<number, BatchRecord>> {
    const texts = Object.entries(await this.#redis.hgetall(this.#keys.records));
    return new Map(texts.map(([index, text]) => [Number(index), JSON.parse(text) as BatchRecord]));
  }

  /** Whether nothing is left to be done for batches. */
  async areDone(indexes: readonly number[]): Promise<boolean> {
    const records = await Promise.all(indexes.map((index) => this.read(index)));
    return records.every(isDone);
  }

  /** Notes that a batch waits for others. */
  async hold(index: number, after: readonly number[]): Promise<void> {
    await this.#redis.hset(this.#keys.held, index, JSON.stringify(after));
  }

  /** The batches that wait for others, by the batches that they wait for. */
  async held(): Promise<Map<number, readonly number[]>> {
    const texts = Object.entries(await this.#redis.hgetall(this.#keys.held));
    return new Map(texts.map(([index, text]) => [Number(index), JSON.parse(text) as number[]]));
  }

  async release(index: number): Promise<void> {
    await this.#redis.hdel(this.#keys.held, String(index));
  }

  /** @returns whether the record that was to be replaced was still there */
  async replace(
    index: number,
    present: BatchRecord | undefined,
    next: BatchRecord,
  ): Promise<boolean> {
    const text = present === undefined ? '' : JSON.stringify(present);
    const args = [String(index), text, JSON.stringify(next)];
    return (await this.#redis.eval(replaceScript, 1, this.#keys.records, ...args)) === 1;
  }

  /** Writes a record whatever stands there: an answer is the truth. */
  async write(index: number, record: BatchRecord): Promise<void> {
    await this.#redis.hset(this.#keys.records, index, JSON.stringify(record));
  }

  async remove(): Promise<void> {
    await this.#redis.del(...Object.values(this.#keys));
  }
}
