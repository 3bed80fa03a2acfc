import { setTimeout as pause } from 'node:timers/promises';
import { EgoiAbortError } from '@egoi-client/core';

const pauseMs = 500;

/**
 * Tries to write until it is written. While Redis is away a command waits of its own accord; this is
 * for a Redis that answers with an error because it is full, starting or changing its roles.
 *
 * @param signal ends the trying with EgoiAbortError
 */
export async function insistUntil<T>(signal: AbortSignal, write: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await write();
    } catch {
      if (signal.aborted) throw new EgoiAbortError('the worker was stopped while Redis was away');
    }
    // Only the signal can end the pause early, and the next round sees to it.
    await pause(pauseMs, undefined, { signal }).catch(() => undefined);
  }
}
