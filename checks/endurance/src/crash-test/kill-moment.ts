import type { Random } from '@egoi-client/conformance/support/random';

/** What an importer can be killed at: what reaches the account, what it writes to its journal, what it says, or any time. */
const events = ['arrived', 'performed', 'journal', 'progress', 'start'] as const;

/** Something that happens in the course of an import. */
export type CrashEvent = (typeof events)[number];

/** When an importer is killed. */
export interface KillMoment {
  readonly event: CrashEvent;
  /** How many times it must have happened. */
  readonly times: number;
  /** How long after it, in milliseconds. */
  readonly delayMs: number;
}

/** Any moment: at one of the first times that something happens, and then at once or a little later. */
export function randomMoment(random: Random): KillMoment {
  const event = random.pick(events);
  // A process needs most of a second to begin.
  if (event === 'start') return { event, times: 1, delayMs: random.below(1500) };
  return {
    event,
    times: 1 + random.below(4),
    delayMs: random.oneIn(2) ? 0 : random.below(25),
  };
}
