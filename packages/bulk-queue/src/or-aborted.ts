import { setTimeout as pause } from 'node:timers/promises';
import { EgoiAbortError } from '@egoi-client/core';
import { settledBefore } from '@egoi-client/core/wire';

/**
 * Settles as the work does, or rejects when the signal fires: what waits for a Redis that is away waits
 * without end.
 *
 * @throws EgoiAbortError with the message, when the signal fires first
 */
export function orAborted<T>(
  work: Promise<T>,
  signal: AbortSignal | undefined,
  message: string,
): Promise<T> {
  return settledBefore(work, signal, () => new EgoiAbortError(message, { delivery: 'not_sent' }));
}

/** Lets time pass. @throws EgoiAbortError when the signal fires before */
export async function pauseUnlessAborted(
  ms: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  await orAborted(pause(ms, undefined, signal && { signal }), signal, 'the wait was aborted');
}
