import { EgoiConfigError } from '@egoi-client/core';
import { option, resolveOptions } from '@egoi-client/core/wire';
import { type ImportStatus, readStatus } from './import-status.ts';
import { type ImportPlace, resolvePlace, placeShape, withImport } from './open-import.ts';
import { orAborted, pauseUnlessAborted } from './or-aborted.ts';
import { onRedisErrorOption } from './worker-options.ts';

/** How to wait for the end of an import. */
export interface WaitForImportOptions extends ImportPlace {
  /** Told at every look. */
  readonly onProgress?: (status: ImportStatus) => void;
  /** Told what ails the connection to Redis, as often as it does. Must not throw. @default nothing */
  readonly onRedisError?: (message: string) => void;
  /** How often to look, in milliseconds. @default 1000 */
  readonly pollMs?: number;
  /** Ends the wait with EgoiAbortError; the import goes on. */
  readonly signal?: AbortSignal;
}

const waitShape = {
  ...placeShape,
  onProgress: option
    .custom<(status: ImportStatus) => void>(
      (value) => typeof value === 'function',
      'must be a function',
    )
    .default(() => () => undefined),
  onRedisError: onRedisErrorOption,
  pollMs: option.timeMs(1000),
  signal: option
    .custom<AbortSignal>((value) => value instanceof AbortSignal, 'must be an AbortSignal')
    .optional(),
};

/**
 * Waits until every batch of the whole source is answered or failed. While Redis is away it waits on.
 *
 * @returns the last status; look at its `failed`
 * @throws EgoiConfigError for wrong options, EgoiAbortError when the signal fires
 */
export async function waitForImport(options: WaitForImportOptions): Promise<ImportStatus> {
  const { importId, connection, onProgress, onRedisError, pollMs, signal } = resolveOptions(
    'waitForImport',
    waitShape,
    options,
  );
  return await withImport(
    { importId, connection },
    'keep trying',
    async (opened) => {
      for (;;) {
        const status = await orAborted(readStatus(opened), signal, 'the wait was aborted');
        onProgress(status);
        if (status.finished) return status;
        await pauseUnlessAborted(pollMs, signal);
      }
    },
    onRedisError,
  );
}

/**
 * Puts the failed batches of an import back into its queue, once their cause is out of the world. Calls
 * that the service refused are made again; of those whose outcome is unknown, the account is asked anew.
 * Batches that wait for them go on by themselves.
 *
 * @returns how many batches
 * @throws EgoiConnectionError when Redis is away for more than a few seconds
 */
export async function retryImport(place: ImportPlace): Promise<number> {
  return await withImport(resolvePlace('retryImport', place), 'give up', async (opened) => {
    const failed = await opened.queue.getJobCountByTypes('failed');
    await opened.queue.retryJobs({ state: 'failed' });
    return failed;
  });
}

/** How to remove an import. */
export interface RemoveImportOptions extends ImportPlace {
  /** Whether to remove an import that is not finished, or has failed batches. @default false */
  readonly force?: boolean;
}

/**
 * Removes everything of an import from Redis: its batches, its journal, its queue. Stop its workers first.
 *
 * @throws EgoiConfigError when it is not finished or has failed batches, and `force` is not set;
 *   EgoiConnectionError when Redis is away for more than a few seconds
 */
export async function removeImport(options: RemoveImportOptions): Promise<void> {
  const shape = { ...placeShape, force: option.flag(false) };
  const { force, ...place } = resolveOptions('removeImport', shape, options);
  await withImport(place, 'give up', async (opened) => {
    const { finished, failed } = await readStatus(opened);
    if (!force && (!finished || failed.length > 0)) {
      throw new EgoiConfigError(
        `removeImport: ${place.importId} ${finished ? 'has failed batches' : 'is not finished'}; force removes it nevertheless`,
      );
    }
    await opened.queue.obliterate({ force: true });
    await opened.journal.remove();
  });
}
