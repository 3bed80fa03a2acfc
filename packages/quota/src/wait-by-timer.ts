import { setTimeout } from 'node:timers/promises';

/** Passes time. Settles when it is over or when the signal fires, whichever is first. */
export type Wait = (waitMs: number, signal: AbortSignal) => Promise<void>;

/** Waits by a timer, and leaves neither it nor a listener behind. */
export const waitByTimer: Wait = async (waitMs, signal) => {
  // The only way for it to fail is the signal, of which the caller knows.
  await setTimeout(waitMs, undefined, { signal }).catch(() => undefined);
};
