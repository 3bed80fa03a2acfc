import { setTimeout as pause } from 'node:timers/promises';
import { EgoiAbortError } from '@egoi-client/core';

/**
 * Settles as the work does, or rejects when the signal fires: what waits for a Redis that is away waits
 * without end.
 *
 * @throws EgoiAbortError with the message, when the signal fires first
 */
export async function orAborted<T>(
  work: Promise<T>,
  signal: AbortSignal | undefined,
  message: string,
): Promise<T> {
  if (signal === undefined) return await work;
  const enough = new AbortController();
  const aborted = new Promise<never>((_resolve, reject) => {
    const onAbort = () => reject(new EgoiAbortError(message, { delivery: 'not_sent' }));
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true, signal: enough.signal });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    enough.abort();
  }
}

/** Lets time pass. @throws EgoiAbortError when the signal fires before */
export async function pauseUnlessAborted(
  ms: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  try {
    await pause(ms, undefined, signal === undefined ? {} : { signal });
  } catch {
    throw new EgoiAbortError('the wait was aborted', { delivery: 'not_sent' });
  }
}
