import { setImmediate } from 'node:timers/promises';

/**
 * Lets the event loop turn until everybody in this process has seen what the others did to a
 * connection. Unlike a pause, it is long enough on a busy machine too.
 */
export async function loopTurns(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await setImmediate();
}
