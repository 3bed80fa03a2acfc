import { type DeadLetter, Outbox, type OutboxCounts } from './outbox.ts';
import { lookIntoShimFile } from './shim-file.ts';

/** The outbox of a shim, seen from another process. */
export interface OpenOutbox {
  /** How much waits, and how much was given up. */
  counts(): OutboxCounts;
  /** The callbacks that were given up, the oldest first. @param limit most of them. @default 1000 */
  deadLetters(limit?: number): readonly DeadLetter[];
  /** Puts callbacks that were given up behind what waits; a shim at work sees them within seconds. @returns how many */
  retry(ids: readonly number[]): number;
  close(): void;
}

/**
 * Opens the outbox of a shim, which may be at work meanwhile.
 *
 * @param file that of the shim
 * @throws EgoiConfigError where there is none, and where it cannot be used
 * @example
 * const outbox = openOutbox('callbacks.db');
 * outbox.retry(outbox.deadLetters().map(({ id }) => id));
 * outbox.close();
 */
export function openOutbox(file: string): OpenOutbox {
  const opened = lookIntoShimFile(file);
  // What was taken once finds its room again.
  const most = Number.MAX_SAFE_INTEGER;
  const outbox = new Outbox(opened.database, {
    maxPending: most,
    maxPendingBytes: most,
    maxDeadLetters: most,
  });
  return {
    counts: () => outbox.counts(),
    deadLetters: (limit = 1000) => outbox.deadLetters(limit),
    retry: (ids) => outbox.revive(ids, Date.now()),
    close: () => opened.close(),
  };
}
