import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { EgoiAbortError, type EgoiClient } from '@egoi-client/core';
import { DelayedError, type Job, UnrecoverableError, WaitingError, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { carryOut } from './carry-out.ts';
import { heldMs, releaseHeld } from './held-batches.ts';
import type { ImportJournal } from './import-journal.ts';
import { insistUntil } from './insist-until.ts';
import { type BatchJob, openImport, queueName } from './open-import.ts';
import type { NextMove } from './turn.ts';
import { type ImportWorkerOptions, resolveWorkerOptions } from './worker-options.ts';

/** A worker of an import, at work until it is stopped. */
export interface ImportWorker {
  /**
   * Ends after the call under way, if there is one, and never rejects. When Redis is away, the call's
   * answer gets `stopMs` to be written; what is not written is found out by another worker.
   */
  stop(): Promise<void>;
}

/** A worker's death is no fault of the batch: it is taken up again however often it happens. */
const maxStalledCount = 1_000_000;

const longestBackoffMs = 300_000;

/** The pause before another try, in milliseconds: a second, two, four, to five minutes. */
function backoff(attempts: number): number {
  return Math.min(1000 * 2 ** Math.min(attempts - 1, 20), longestBackoffMs);
}

/**
 * Takes part in an import that `queueImport` fills: sends one batch after the other, as fast as the
 * import's budget of calls allows, until it is stopped. Any number of workers on any number of machines
 * may take part; one that dies leaves its batch to the others.
 *
 * @param client makes the calls. It should have no `retry` of its own: a worker repeats what may be
 *   repeated, and the import's budget counts one call for each turn.
 * @throws EgoiConfigError for wrong or unknown options
 */
export function importWorker(client: EgoiClient, options: ImportWorkerOptions): ImportWorker {
  const { importId, connection, lockMs, stopMs, onRedisError, ...manners } =
    resolveWorkerOptions(options);
  const opened = openImport({ importId, connection }, 'keep trying', onRedisError);
  const { redis, queue, journal } = opened;
  let stopped: Promise<void> | undefined;
  const givingUp = new AbortController();
  const id = randomUUID();
  let turns = 0;
  let turn: Promise<unknown> = Promise.resolve();
  let underWay: Promise<unknown> = Promise.resolve();
  const call = <T>(make: () => Promise<T>): Promise<T> => {
    if (stopped !== undefined) return Promise.reject(stoppedEarly());
    const made = make();
    underWay = made.catch(() => undefined);
    return made;
  };

  const takeTurn = async (job: Job<BatchJob>, token?: string): Promise<void> => {
    turns += 1;
    const taken = carryOut({
      ...manners,
      client,
      journal,
      job: job.data,
      by: `${id}/${turns}`,
      call,
      insist: (write) => insistUntil(givingUp.signal, write),
    });
    turn = taken.catch(() => undefined);
    const next = await taken;
    if (next.move === 'rest') await queue.rateLimit(next.restMs);
    if (next.move === 'done') await releaseHeld(opened);
    await follow(next, job, journal, token);
  };

  const worker = new Worker<BatchJob>(queueName(importId), takeTurn, {
    connection: redis,
    concurrency: 1,
    lockDuration: lockMs,
    stalledInterval: lockMs,
    maxStalledCount,
    runRetryDelay: 1000,
    settings: { backoffStrategy: backoff },
  });
  worker.on('error', (error) => onRedisError(error.message));
  const releasing = setInterval(() => {
    releaseHeld(opened).catch((error: unknown) => onRedisError(String(error)));
  }, lockMs);

  const stop = async () => {
    clearInterval(releasing);
    // BullMQ's own orderly end waits for ever when Redis is away.
    await worker.pause(true);
    await underWay;
    await endsWithin(
      turn.then(() => lastWords(redis)),
      stopMs,
    );
    givingUp.abort();
    redis.disconnect();
    await worker.close(true);
    await queue.close();
  };
  return {
    stop() {
      stopped ??= stop();
      return stopped;
    },
  };
}

/** Ends when Redis has carried out what BullMQ says after a turn: commands of one connection keep their order. */
async function lastWords(redis: Redis): Promise<void> {
  await pause(0);
  await redis.ping();
}

/** Ends when the work does, or after a time. */
async function endsWithin(work: Promise<void>, limitMs: number): Promise<void> {
  const enough = new AbortController();
  const tooLate = pause(limitMs, undefined, { signal: enough.signal }).catch(() => undefined);
  await Promise.race([work.catch(() => undefined), tooLate]);
  enough.abort();
}

function stoppedEarly(): EgoiAbortError {
  return new EgoiAbortError('the worker is being stopped', { delivery: 'not_sent' });
}

/** Says in BullMQ's words what is to become of a job. */
async function follow(
  next: NextMove,
  job: Job<BatchJob>,
  journal: ImportJournal,
  token?: string,
): Promise<void> {
  switch (next.move) {
    case 'done':
      return;
    case 'again':
      await job.moveToWait(token);
      throw new WaitingError();
    case 'later':
      await job.moveToDelayed(next.from, token);
      throw new DelayedError();
    case 'held':
      await journal.hold(job.data.index, job.data.after);
      await job.moveToDelayed(Date.now() + heldMs, token);
      throw new DelayedError();
    case 'rest':
      throw Worker.RateLimitError();
    case 'retry':
      throw new Error(next.reason);
    case 'fail':
      throw new UnrecoverableError(next.reason);
    case 'lost':
      throw new Error('another worker has taken the batch over');
    default:
      return next satisfies never;
  }
}
