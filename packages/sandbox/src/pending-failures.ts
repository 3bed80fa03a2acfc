import { option } from '@egoi-client/core/wire';

/** How often a failure happens, and whether before the call or after it. */
export const occurrenceShape = {
  times: option
    .custom<number>(isTimes, 'must be a whole number of 1 or more, or Infinity')
    .default(1),
  when: option.word(['before', 'after'], 'before'),
};

/** A wait, in milliseconds. */
export const delayShape = { delayMs: option.count(0, 0, 86_400_000) };

function isTimes(value: unknown): boolean {
  return value === Infinity || (Number.isSafeInteger(value) && Number(value) >= 1);
}

/** Takes a failure back; without effect once it is used up. */
export interface PendingFailure {
  (): void;
  /** How often it is still to happen: 0 once it is used up or taken back. */
  readonly left: number;
}

/** The failures that calls are still to meet. */
export interface PendingFailures<Failure> {
  /** @param times calls that it happens to */
  add(failure: Failure, times: number): PendingFailure;
  /** The oldest failure that a call meets, which happens once less from now on. */
  take(meets: (failure: Failure) => boolean): Failure | undefined;
}

export function pendingFailures<Failure>(): PendingFailures<Failure> {
  const entries = new Set<{ readonly failure: Failure; left: number }>();
  return {
    add(failure, times) {
      const entry = { failure, left: times };
      entries.add(entry);
      const takeBack = () => {
        entry.left = 0;
        entries.delete(entry);
      };
      return Object.defineProperty(takeBack, 'left', {
        get: () => entry.left,
      }) as typeof takeBack & PendingFailure;
    },
    take(meets) {
      for (const entry of entries) {
        if (!meets(entry.failure)) continue;
        entry.left -= 1;
        if (entry.left === 0) entries.delete(entry);
        return entry.failure;
      }
      return undefined;
    },
  };
}
