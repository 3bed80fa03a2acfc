import type { LimiterStore } from './limiter-budget.ts';
import { mostCallsPerHour, windowSeconds } from './rolling-hour.ts';

const windowMs = windowSeconds * 1000;

/** Keys that are none have a budget, too, until the service has refused them. */
const maxAccounts = 10_000;

/**
 * Counts in this process's memory, by the clock that it is given: what `rollingHourScript` and
 * `newsScript` do in Redis. The library's own memory limiter reads the system's clock, counts refused calls and starts
 * its hour anew.
 *
 * @param now milliseconds from any start
 */
export function memoryStore(now: () => number): LimiterStore {
  /** Those that called last at the end. */
  const accounts = new Map<string, number[]>();

  /**
   * Lets go of accounts without a call that still counts, and of those that called longest ago where
   * there are too many. Looks at no more than it lets go of: a stranger may call with a key a call.
   */
  function forgetOld(timeMs: number): void {
    for (const [account, times] of accounts) {
      const isOld = (times.at(-1) ?? 0) + windowMs <= timeMs;
      if (!isOld && accounts.size <= maxAccounts) return;
      accounts.delete(account);
    }
  }

  function timesOf(account: string, timeMs: number): number[] {
    const kept = accounts.get(account);
    if (kept === undefined) {
      forgetOld(timeMs);
      const times: number[] = [];
      accounts.set(account, times);
      return times;
    }
    accounts.delete(account);
    accounts.set(account, kept);
    // A clock that was set back would lock the account until it has come as far again.
    kept.splice(0, kept.length, ...kept.map((time) => Math.min(time, timeMs)));
    const firstYoung = kept.findIndex((time) => time + windowMs > timeMs);
    kept.splice(0, firstYoung === -1 ? kept.length : firstYoung);
    return kept;
  }

  let lastMs = 0;
  /** A clock that says nothing has stood still: the hour would never hold, or never end. */
  function readClock(): number {
    const timeMs = now();
    if (Number.isFinite(timeMs)) lastMs = timeMs;
    return lastMs;
  }

  return {
    eval(_script, { keys: [account = ''], arguments: [callsText, , mostText] }) {
      const [calls, most, timeMs] = [Number(callsText), Number(mostText), readClock()];
      const times = timesOf(account, timeMs);
      const refused = calls === 1 && times.length >= most;
      if (calls === 1 && !refused) times.push(timeMs);
      const used = refused ? times.length + 1 : times.length;
      return Promise.resolve([used, nextIn(times, most, timeMs)]);
    },
    tell(account, { more, atLeast, missingForMs, most }) {
      const timeMs = readClock();
      const times = timesOf(account, timeMs);
      const add = (count: number, madeMs: number): void => {
        for (let added = 0; added < Math.min(count, mostCallsPerHour); added += 1)
          times.push(madeMs);
      };
      add(more, timeMs);
      add(atLeast - times.length, timeMs + Math.min(missingForMs, windowMs) - windowMs);
      times.sort((one, other) => one - other);
      times.splice(0, times.length - mostCallsPerHour);
      return Promise.resolve([times.length, nextIn(times, most, timeMs)] as const);
    },
  };
}

function nextIn(times: readonly number[], most: number, timeMs: number): number {
  const freedBy = times.length >= most ? times[times.length - most] : undefined;
  return freedBy === undefined ? 0 : Math.max(Math.ceil(freedBy + windowMs - timeMs), 1);
}
