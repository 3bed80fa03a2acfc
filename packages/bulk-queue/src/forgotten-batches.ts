import { isDone } from './batch-record.ts';
import { jobId, type OpenImport } from './open-import.ts';

/**
 * Counts the batches that should be in Redis and are not: a Redis that was killed may forget what it
 * had not yet written to disk.
 *
 * @param count how many batches were queued
 */
export async function forgottenBatches(
  { redis, queue, journal }: OpenImport,
  count: number,
): Promise<number> {
  const noted = new Set((await journal.batches()).map(({ index }) => index));
  const records = await journal.readAll();
  let forgotten = 0;
  for (let index = 0; index < count; index += 1) {
    if (noted.has(index) && isDone(records.get(index))) continue;
    const isThere = noted.has(index) && (await redis.exists(queue.toKey(jobId(index)))) === 1;
    // Its job may have gone with an answer a moment ago.
    if (!isThere && !isDone(await journal.read(index))) forgotten += 1;
  }
  return forgotten;
}
