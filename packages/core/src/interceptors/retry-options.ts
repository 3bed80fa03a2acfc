import { EgoiConfigError } from '../errors/errors.ts';
import { option, resolveOptions } from '../options/options.ts';
import { type Wait, waitByTimer } from './wait.ts';

/** How often and when `retry` repeats a call. */
export interface RetryOptions {
  /** Most tries of one call, the first included, 1 to 20. @default 4 */
  readonly maxTries?: number;
  /** Shortest wait between two tries, in milliseconds, 1 to 86,400,000. @default 500 */
  readonly minDelayMs?: number;
  /** Longest wait that `retry` chooses itself, in milliseconds, `minDelayMs` to 86,400,000. @default 30000 */
  readonly maxDelayMs?: number;
  /**
   * Longest wait that the other side may ask for (`Retry-After`, a spent quota), in milliseconds, 1 to
   * 86,400,000. A longer one ends the call with its error. @default 60000
   */
  readonly maxRetryAfterMs?: number;
  /** A number from 0 to below 1, for the waits. @default Math.random */
  readonly random?: () => number;
  /** Passes the time between two tries. @default a timer */
  readonly wait?: Wait;
}

export type ResolvedRetryOptions = Required<RetryOptions>;

const shape = {
  maxTries: option.count(4, 1, 20),
  minDelayMs: option.timeMs(500),
  maxDelayMs: option.timeMs(30_000),
  maxRetryAfterMs: option.timeMs(60_000),
  random: option.callback<() => number>(Math.random),
  wait: option.callback<Wait>(waitByTimer),
};

/** @throws EgoiConfigError for wrong or unknown options */
export function resolveRetryOptions(options: RetryOptions): ResolvedRetryOptions {
  const resolved = resolveOptions('retry', shape, options);
  if (resolved.minDelayMs > resolved.maxDelayMs) {
    throw new EgoiConfigError('retry: minDelayMs must not be larger than maxDelayMs');
  }
  return resolved;
}
