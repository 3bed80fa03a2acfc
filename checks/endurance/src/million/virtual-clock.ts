/** A clock on which waits take no time. */
export interface VirtualClock {
  /** Milliseconds since it began: those that passed and those that were waited. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** Hours that were waited. */
  hoursWaited(): number;
}

export function virtualClock(): VirtualClock {
  let waitedMs = 0;
  return {
    now: () => performance.now() + waitedMs,
    wait(ms) {
      waitedMs += ms;
      return Promise.resolve();
    },
    hoursWaited: () => waitedMs / 3_600_000,
  };
}
