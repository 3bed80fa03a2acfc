import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { BudgetNews, BudgetQuestion, BudgetState } from './call-budget.ts';
import { rollingHourScript, windowSeconds } from './rolling-hour.ts';

/** Where a limiter counts: it runs `rollingHourScript`, or does what that does. */
export interface LimiterStore {
  eval(
    script: string,
    input: { readonly keys: readonly string[]; readonly arguments: readonly string[] },
  ): Promise<unknown>;
  /**
   * Runs `newsScript`, or does what that does.
   *
   * @param key the account's list
   * @returns the calls that count, and the milliseconds until one is free
   */
  tell(key: string, news: Omit<BudgetNews, 'signal'>): Promise<readonly [number, number]>;
}

/** A budget that leaves signals to others; rejects with whatever the store rejects with. */
export interface LimiterBudget {
  ask(question: Omit<BudgetQuestion, 'signal'>): Promise<BudgetState>;
  tell(news: Omit<BudgetNews, 'signal'>): Promise<BudgetState>;
}

/**
 * The limiter over a store: rate-limiter-flexible with a script of our own, since its own counts refused
 * calls too, and a client that knocks would use up what it is to leave to others.
 *
 * The store has the shape that the library knows from node-redis. With an ioredis client it would
 * define its command on that client, where another limiter of the same program overwrites it.
 */
export function limiterBudget(store: LimiterStore, keyPrefix: string): LimiterBudget {
  const limiters = new Map<number, RateLimiterRedis>();

  function limiterFor(most: number): RateLimiterRedis {
    const known = limiters.get(most);
    if (known !== undefined) return known;
    const limiter = new RateLimiterRedis({
      storeClient: store,
      useRedisPackage: true,
      customIncrTtlLuaScript: rollingHourScript,
      points: most,
      duration: windowSeconds,
      keyPrefix,
    });
    limiters.set(most, limiter);
    return limiter;
  }

  return {
    async ask({ account, calls, most }) {
      const limiter = limiterFor(most);
      // Only `consume` says no; `penalty` counts without a limit.
      if (calls === 0) return stateOf(await limiter.penalty(account, 0), 0);
      try {
        return stateOf(await limiter.consume(account, 1), 0);
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        return { ...stateOf(refusal, 1), granted: false };
      }
    },
    async tell(news) {
      // As the limiter names its keys.
      const key = keyPrefix === '' ? news.account : `${keyPrefix}:${news.account}`;
      const [used, nextInMs] = await store.tell(key, news);
      return { granted: true, used, nextInMs };
    },
  };
}

function stateOf(counted: RateLimiterRes, refused: number): BudgetState {
  return {
    granted: true,
    used: counted.consumedPoints - refused,
    nextInMs: counted.msBeforeNext,
  };
}
