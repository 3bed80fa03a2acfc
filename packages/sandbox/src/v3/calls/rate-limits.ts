/** How many requests are taken in a window of time. */
export interface RateLimit {
  readonly requests: number;
  readonly windowMs: number;
}

/** One budget after a request was counted. */
interface Budget {
  readonly isSpent: boolean;
  readonly remaining: number;
  readonly resetSeconds: number;
}

/** Counts requests in windows that begin with the first request after the one before has passed. */
function counter({ requests, windowMs }: RateLimit): (timeMs: number) => Budget {
  let startMs = -Infinity;
  let used = 0;
  return (timeMs) => {
    if (timeMs - startMs >= windowMs || timeMs < startMs) {
      startMs = timeMs;
      used = 0;
    }
    const isSpent = used >= requests;
    if (!isSpent) used += 1;
    return {
      isSpent,
      remaining: requests - used,
      resetSeconds: Math.ceil((startMs + windowMs - timeMs) / 1000),
    };
  };
}

/** Counts a request against both budgets. @returns the headers that tell of them, and whether one was spent */
export type RateLimits = (time: Date) => {
  readonly isSpent: boolean;
  readonly headers: Readonly<Record<string, string>>;
};

/** @param consumer of one program @param account of all programs together */
export function rateLimits(consumer: RateLimit, account: RateLimit): RateLimits {
  const ofConsumer = counter(consumer);
  const ofAccount = counter(account);
  return (time) => {
    const own = ofConsumer(time.getTime());
    const shared = ofAccount(time.getTime());
    return {
      isSpent: own.isSpent || shared.isSpent,
      headers: {
        'x-ratelimit-limit': String(consumer.requests),
        'x-ratelimit-remaining': String(own.remaining),
        'x-ratelimit-reset': String(own.resetSeconds),
        'x-account-limit': String(account.requests),
        'x-account-remaining': String(shared.remaining),
        'x-account-reset': String(shared.resetSeconds),
      },
    };
  };
}
