// Taken at load, so that a test's artificial timers do not hold up the account.
const { setTimeout: startTimer, clearTimeout: stopTimer } = globalThis;

/** Timers cannot wait longer. */
const longestMs = 2 ** 31 - 1;

/** An alarm for the next thing that is due. It does not keep a program running. */
interface WakeUp {
  /** Rings after so many milliseconds, unless it rings before. */
  set(delayMs: number): void;
  /** Never rings again. */
  off(): void;
}

/** @param ring may fail, which nobody is told: the next call comes upon the same */
export function wakeUp(ring: () => Promise<unknown>): WakeUp {
  let timer: NodeJS.Timeout | undefined;
  let ringsAtMs = Infinity;
  let isOff = false;
  return {
    set(delayMs) {
      const atMs = performance.now() + Math.max(delayMs, 1);
      if (isOff || atMs >= ringsAtMs) return;
      stopTimer(timer);
      ringsAtMs = atMs;
      timer = startTimer(
        () => {
          ringsAtMs = Infinity;
          void ring().catch(() => undefined);
        },
        Math.min(Math.max(delayMs, 1), longestMs),
      );
      timer.unref();
    },
    off() {
      isOff = true;
      stopTimer(timer);
    },
  };
}
