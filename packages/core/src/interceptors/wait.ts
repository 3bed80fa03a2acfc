/**
 * Passes time. Settles when it is over or when the signal fires, whichever is first.
 *
 * @param waitMs milliseconds, 0 to 86,400,000
 */
export type Wait = (waitMs: number, signal: AbortSignal) => Promise<void>;

/** Waits by a timer, and leaves neither it nor a listener behind. */
export const waitByTimer: Wait = (waitMs, signal) => {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, waitMs);
    signal.addEventListener('abort', end);
  });
};
