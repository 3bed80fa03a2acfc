import { linkSignals, settledBefore } from '@egoi-client/core/wire';
import { awayRetryMs, BudgetAwayError, type BudgetState, type CallBudget } from './call-budget.ts';
import { limiterBudget, type LimiterStore } from './limiter-budget.ts';
import { memoryBudget } from './memory-budget.ts';
import type { ResolvedQuotaOptions } from './quota-options.ts';
import type { RedisClient } from './redis-client.ts';
import { untilReady } from './until-ready.ts';

/**
 * A budget that all who use the same Redis share. While Redis cannot be asked it refuses, has no
 * call free, or counts in memory against the process's own share, as was chosen; it never lets calls
 * through uncounted.
 */
export function redisBudget(redis: RedisClient, options: ResolvedQuotaOptions): CallBudget {
  const { keyPrefix, redisTimeoutMs, whenRedisIsAway, onRedisAway, onRedisBack, now } = options;
  const limiter = limiterBudget(storeIn(redis), keyPrefix);
  const local = memoryBudget(now);
  const ready = untilReady(redis);
  let away = false;

  async function askRedis(question: Parameters<CallBudget['ask']>[0]): Promise<BudgetState> {
    // Once it is away nobody waits for it anew: every call of an import would hang for seconds.
    if (away && redis.status !== 'ready') throw new Error(`its connection is '${redis.status}'`);
    const limit = { timeoutMs: redisTimeoutMs, what: 'Redis' };
    const link = linkSignals([question.signal], limit);
    try {
      // A command that waits in the client's queue would take its call later, when nobody wants it.
      await settledBefore(ready(), link.signal);
      return await settledBefore(limiter(question), link.signal);
    } finally {
      link.dispose();
    }
  }

  return {
    async ask(question) {
      try {
        const state = await askRedis(question);
        if (away) {
          away = false;
          onRedisBack?.();
        }
        return state;
      } catch (error) {
        if (question.signal.aborted) throw error;
        const reason = error instanceof Error ? error.message : 'unknown';
        if (!away) {
          away = true;
          onRedisAway?.(reason);
        }
        if (whenRedisIsAway === 'refuse') throw new BudgetAwayError(reason);
        if (whenRedisIsAway === 'wait') {
          return { granted: false, used: 0, nextInMs: awayRetryMs, most: 0 };
        }
        const most = whenRedisIsAway.localCallsPerHour;
        // A service that refused has spent the share too, however large.
        const calls = question.calls > 1 ? most : question.calls;
        return { ...(await local.ask({ ...question, calls, most })), most };
      }
    },
  };
}

function storeIn(redis: RedisClient): LimiterStore {
  return {
    eval: (script, { keys, arguments: rest }) => redis.eval(script, keys.length, ...keys, ...rest),
  };
}
