import { EgoiConfigError } from '@egoi-client/core';

/** A clock that runs, and can be put forward. */
export interface SandboxClock {
  /** For the option `now` of `sandboxTransport`. */
  readonly now: () => Date;
  /** How far it was put forward, in milliseconds. */
  readonly aheadMs: number;
  /**
   * Puts it forward.
   *
   * @param ms 1 to 31,536,000,000, which is a year
   * @throws EgoiConfigError for another number
   */
  forward(ms: number): void;
}

const yearMs = 31_536_000_000;

/**
 * Makes a clock that shows the real time until somebody puts it forward.
 *
 * @example
 * const clock = sandboxClock();
 * const account = sandboxTransport({ now: clock.now });
 * const page = sandboxPage(account, { clock });
 */
export function sandboxClock(): SandboxClock {
  let aheadMs = 0;
  return {
    now: () => new Date(Date.now() + aheadMs),
    get aheadMs() {
      return aheadMs;
    },
    forward(ms) {
      if (!Number.isSafeInteger(ms) || ms < 1 || ms > yearMs) {
        throw new EgoiConfigError('forward: ms must be a whole number from 1 to 31,536,000,000');
      }
      aheadMs += ms;
    },
  };
}
