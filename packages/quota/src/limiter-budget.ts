import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { BudgetQuestion, BudgetState } from './call-budget.ts';
import { windowSeconds, rollingHourScript } from './rolling-hour.ts';

/** Where a limiter counts: it runs `rollingHourScript`, or does what that does. */
export interface LimiterStore {
  eval(
    script: string,
    input: { readonly keys: readonly string[]; readonly arguments: readonly string[] },
  ): Promise<unknown>;
}

/** Asks a store through the limiter; rejects with whatever the store rejects with. */
export type AskLimiter = (question: Omit<BudgetQuestion, 'signal'>) => Promise<BudgetState>;

/**
 * The limiter over a store: rate-limiter-flexible with a script of our own, since its own counts refused
 * calls too, and a client that knocks would use up what it is to leave to others.
 *
 * The store has the shape that the library knows from node-redis. With an ioredis client it would
 * define its command on that client, where another limiter of the same program overwrites it.
 */
export function limiterBudget(store: LimiterStore, keyPrefix: string): AskLimiter {
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

  return async ({ account, calls, most }) => {
    const limiter = limiterFor(most);
    // Only `consume` says no; `penalty` counts without a limit.
    if (calls !== 1) return stateOf(await limiter.penalty(account, calls), 0);
    try {
      return stateOf(await limiter.consume(account, 1), 0);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return { ...stateOf(refusal, 1), granted: false };
    }
  };
}

function stateOf(counted: RateLimiterRes, refused: number): BudgetState {
  return {
    granted: true,
    used: counted.consumedPoints - refused,
    nextInMs: counted.msBeforeNext,
  };
}
