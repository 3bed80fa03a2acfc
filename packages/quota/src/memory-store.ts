import { windowSeconds } from './rolling-hour.ts';
import type { LimiterStore } from './limiter-budget.ts';

const windowMs = windowSeconds * 1000;

/**
 * Counts in this process's memory, by the clock that it is given: what `rollingHourScript` does in
 * Redis. The library's own memory limiter reads the system's clock, counts refused calls and starts
 * its hour anew.
 *
 * @param now milliseconds from any start
 */
export function memoryStore(now: () => number): LimiterStore {
  const accounts = new Map<string, number[]>();

  /** Lets go of accounts without a call that still counts. */
  function forgetOld(timeMs: number): void {
    for (const [account, times] of accounts) {
      if ((times.at(-1) ?? 0) + windowMs <= timeMs) accounts.delete(account);
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
      const add = calls === 1 ? Number(!refused) : calls - times.length;
      for (let added = 0; added < add; added += 1) times.push(timeMs);
      const used = times.length;
      const freedBy = used >= most ? times[used - most] : undefined;
      const nextMs =
        freedBy === undefined ? 0 : Math.max(Math.ceil(freedBy + windowMs - timeMs), 1);
      return Promise.resolve([refused ? used + 1 : used, nextMs]);
    },
  };
}
