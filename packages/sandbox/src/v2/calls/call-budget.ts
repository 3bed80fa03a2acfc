const hourMs = 3_600_000;

/**
 * What the sandbox answers above the budget of calls. No source knows what the service says there
 * (reference, 16); a bare word, as for everything about access, that no table of codes lists.
 */
export const callLimitAnswer = 'CALL_LIMIT_EXCEEDED';

/** Takes a call out of the budget. @returns whether there was one left at that moment */
export type CallBudget = (now: Date) => boolean;

/**
 * Counts calls over a rolling hour: any 60 minutes hold at most so many. Whoever keeps to this also
 * keeps to a limit that starts anew on the hour.
 *
 * @param callsPerHour 1 or more; 0 for no limit
 */
export function callBudget(callsPerHour: number): CallBudget {
  if (callsPerHour === 0) return () => true;
  // The times of the last granted calls, in a ring: the slot to fill next holds the oldest.
  const granted: number[] = [];
  let next = 0;
  return (now) => {
    const timeMs = now.getTime();
    const oldestMs = granted[next];
    if (oldestMs !== undefined && timeMs - oldestMs < hourMs) return false;
    granted[next] = timeMs;
    next = (next + 1) % callsPerHour;
    return true;
  };
}
