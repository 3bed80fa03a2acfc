import { setTimeout } from 'node:timers/promises';
import type { Wait } from '@egoi-client/core';

/** Waits by a timer, and leaves neither it nor a listener behind. */
export const waitByTimer: Wait = async (waitMs, signal) => {
  // The only way for it to fail is the signal, of which the caller knows.
  await setTimeout(waitMs, undefined, { signal }).catch(() => undefined);
};
