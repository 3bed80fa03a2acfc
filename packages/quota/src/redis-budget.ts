import { linkSignals, settledBefore } from '@egoi-client/core/wire';
import {
  awayRetryMs,
  BudgetAwayError,
  type BudgetNews,
  type BudgetState,
  type CallBudget,
} from './call-budget.ts';
import { limiterBudget, type LimiterStore } from './limiter-budget.ts';
import { memoryBudget } from './memory-budget.ts';
import type { ResolvedQuotaOptions } from './quota-options.ts';
import type { RedisClient } from './redis-client.ts';
import { newsScript, windowSeconds } from './rolling-hour.ts';
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

  async function askRedis(
    signal: AbortSignal,
    ask: () => Promise<BudgetState>,
  ): Promise<BudgetState> {
    // Once it is away nobody waits for it anew: every call of an import would hang for seconds.
    if (away && redis.status !== 'ready') throw new Error(`its connection is '${redis.status}'`);
    const limit = { timeoutMs: redisTimeoutMs, what: 'Redis' };
    const link = linkSignals([signal], limit);
    try {
      // A command that waits in the client's queue would take its call later, when nobody wants it.
      await settledBefore(ready(), link.signal);
      return await settledBefore(ask(), link.signal);
    } finally {
      link.dispose();
    }
  }

  /** @param whenAway what stands for Redis' answer while it is away, against the process's own share */
  async function answered(
    signal: AbortSignal,
    ask: () => Promise<BudgetState>,
    whenAway: (localMost: number) => Promise<BudgetState>,
  ): Promise<BudgetState> {
    try {
      const state = await askRedis(signal, ask);
      if (away) {
        away = false;
        onRedisBack?.();
      }
      return state;
    } catch (error) {
      if (signal.aborted) throw error;
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
      return { ...(await whenAway(most)), most };
    }
  }

  return {
    ask: (question) =>
      answered(
        question.signal,
        () => limiter.ask(question),
        (most) => local.ask({ ...question, most }),
      ),
    tell: (news) =>
      answered(
        news.signal,
        () => limiter.tell(news),
        (most) => local.tell({ ...news, most, atLeast: ofTheShare(news, most) }),
      ),
  };
}

/** The service has left the share no more than it has left the whole budget. */
function ofTheShare({ most, atLeast }: BudgetNews, localMost: number): number {
  return localMost - (most - atLeast);
}

function storeIn(redis: RedisClient): LimiterStore {
  return {
    eval: (script, { keys, arguments: rest }) => redis.eval(script, keys.length, ...keys, ...rest),
    async tell(key, { more, atLeast, missingForMs, most }) {
      const facts = [windowSeconds, most, more, atLeast, missingForMs].map(String);
      const answer = await redis.eval(newsScript, 1, key, ...facts);
      const [used, nextInMs] = Array.isArray(answer) ? answer.map(Number) : [];
      if (used === undefined || nextInMs === undefined) throw new Error('its answer has no count');
      return [used, nextInMs];
    },
  };
}
