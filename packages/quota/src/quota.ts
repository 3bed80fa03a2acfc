import {
  type Call,
  EgoiError,
  type Interceptor,
  type TransportReply,
  type TransportRequest,
} from '@egoi-client/core';
import { apiErrorIn, errorContext, type Wait } from '@egoi-client/core/wire';
import { accountName, type QuotaAccount } from './account-name.ts';
import { BudgetAwayError, type BudgetState, type CallBudget } from './call-budget.ts';
import { memoryBudget } from './memory-budget.ts';
import {
  type QuotaManners,
  type QuotaOptions,
  type ResolvedQuotaManners,
  resolveQuotaManners,
  resolveQuotaOptions,
} from './quota-options.ts';
import { abortedBeforeSending, asQuotaError, spentError } from './quota-errors.ts';
import type { QuotaWait } from './quota-wait.ts';
import { redisBudget } from './redis-budget.ts';
import { windowSeconds } from './rolling-hour.ts';

/** How many calls an account has left. */
export interface CallsLeft {
  /** Calls that this client may make now; others with the same budget may be faster. */
  readonly calls: number;
  /** Milliseconds until the next call is free; 0 when one is. */
  readonly nextInMs: number;
}

/** Keeps a client within the hourly budget of its account, and tells how the budget stands. */
export interface Quota extends Interceptor {
  /**
   * How many calls an account has left. Costs none.
   *
   * @param account `{ apiKey }` or `{ username }`, as the client has it
   * @throws EgoiQuotaError when the budget is in Redis, which is away, and calls are refused then
   */
  left(account: QuotaAccount): Promise<CallsLeft>;
  /**
   * The same budget for another client of this process that uses it in another way: an import that
   * leaves a reserve, beside people who do not wait.
   *
   * @throws EgoiConfigError for wrong or unknown options
   */
  share(manners: QuotaManners): Quota;
}

/** What the service's stand-in says above its limit; no source knows the service's own word. */
const callLimitCode = 'CALL_LIMIT_EXCEEDED';

/** Processes that wait for the same moment come within this time after it, in milliseconds. */
const maxJitterMs = 1000;

/**
 * Keeps calls within the hourly budget of their account: 150 in any 60 minutes, one budget for each API
 * key or login, in memory or in a Redis that many processes share. Every try costs a call, so it stands
 * inside `retry`; one that took several requests costs as many, the others being charged after it. Where
 * the service says that an account has fewer requests left than the budget, the budget is lowered to
 * that until the service counts anew. A call that the budget refuses, and one aborted while it waits,
 * costs nothing.
 *
 * When the service itself answers that the limit is reached, because others have used the account, the
 * budget is marked as spent and the call treated as if the budget had refused it.
 *
 * Calls reject with `EgoiQuotaError`, delivery `not_sent` and `retryAfterMs`, when none is left and they
 * may not wait, and when Redis is away and calls are refused then.
 *
 * @throws EgoiConfigError for wrong or unknown options
 * @example
 * new EgoiClient({ apiKey, transport, timeoutMs: 86_400_000, interceptors: [retry(), quota()] });
 */
export function quota(options: QuotaOptions = {}): Quota {
  const resolved = resolveQuotaOptions(options);
  const { redis, callsPerHour, now, wait, mode, reserve, maxWaitMs, onWait } = resolved;
  const budget = redis === undefined ? memoryBudget(now) : redisBudget(redis, resolved);
  const jitterMs = redis === undefined ? 0 : maxJitterMs;
  return quotaOn({ budget, callsPerHour, wait, jitterMs }, { mode, reserve, maxWaitMs, onWait });
}

/** What all clients of one budget have in common. */
interface Shared {
  readonly budget: CallBudget;
  readonly callsPerHour: number;
  readonly wait: Wait;
  readonly jitterMs: number;
}

function quotaOn(shared: Shared, manners: ResolvedQuotaManners): Quota {
  const most = shared.callsPerHour - manners.reserve;
  const interceptor: Interceptor = (next) => (request) => passed(shared, manners, next, request);
  return Object.assign(interceptor, {
    async left(account: QuotaAccount): Promise<CallsLeft> {
      const question = { account: accountName(account), calls: 0, most, signal: never } as const;
      const state = await shared.budget.ask(question).catch((error: unknown) => {
        throw asQuotaError(error);
      });
      return { calls: Math.max((state.most ?? most) - state.used, 0), nextInMs: state.nextInMs };
    },
    share: (others: QuotaManners) =>
      quotaOn(shared, resolveQuotaManners(others, shared.callsPerHour)),
  });
}

const never = new AbortController().signal;

const windowMs = windowSeconds * 1000;

async function passed(
  shared: Shared,
  manners: ResolvedQuotaManners,
  next: Call,
  request: TransportRequest,
): Promise<TransportReply> {
  const { budget, callsPerHour, wait, jitterMs } = shared;
  const account = accountName(request.credentials);
  const most = callsPerHour - manners.reserve;
  const { signal } = request;
  const asked = (state: Promise<BudgetState>): Promise<BudgetState> =>
    state.catch((error: unknown) => {
      throw signal.aborted ? abortedBeforeSending(request) : asQuotaError(error, request);
    });
  let waitedMs = 0;
  for (;;) {
    if (signal.aborted) throw abortedBeforeSending(request);
    const state = await asked(budget.ask({ account, calls: 1, most, signal }));
    let { nextInMs } = state;
    let reason: QuotaWait['reason'] = state.used < callsPerHour ? 'reserved' : 'spent';
    if (state.most !== undefined) reason = 'away';
    if (state.granted) {
      const reply = await next(request).catch(async (error: unknown) => {
        if (error instanceof EgoiError) await charge(shared, account, state, error);
        throw error;
      });
      await charge(shared, account, state, reply);
      if (!saysLimitReached(reply, request)) return reply;
      if (signal.aborted) throw abortedBeforeSending(request);
      const spent = { more: 0, atLeast: callsPerHour, missingForMs: windowMs, most: callsPerHour };
      ({ nextInMs } = await asked(budget.tell({ account, ...spent, signal })));
      reason = 'refused';
    }
    const mayWait = manners.mode === 'wait' && waitedMs + nextInMs <= manners.maxWaitMs;
    if (!mayWait) throw spentError(reason, most, nextInMs, request);
    const waitMs = nextInMs + Math.floor(Math.random() * jitterMs);
    const { method, callId } = request;
    manners.onWait?.({ waitMs, reason, method, callId });
    try {
      await wait(waitMs, signal);
    } catch {
      // A clock that fails is no reason to go before the time.
      if (!signal.aborted) throw spentError(reason, most, nextInMs, request);
    }
    waitedMs += waitMs;
  }
}

/**
 * Writes down what a call took beyond the one that was taken before, and what the service says is left.
 * The call is over: what goes wrong here is told by `onRedisAway` and must not change its outcome.
 */
async function charge(
  { budget, callsPerHour }: Shared,
  account: string,
  { used }: BudgetState,
  outcome: Pick<EgoiError, 'requests' | 'budget'> | Pick<TransportReply, 'requests' | 'budget'>,
): Promise<void> {
  const { requests = 1, budget: left } = outcome;
  const more = isCount(requests) ? Math.max(requests - 1, 0) : 0;
  const isTold = left !== undefined && isCount(left.remaining) && left.resetMs > 0;
  const atLeast = isTold ? callsPerHour - left.remaining : 0;
  if (more === 0 && atLeast <= used) return;
  const missingForMs = isTold ? Math.min(left.resetMs, windowMs) : 0;
  const news = { account, more, atLeast, missingForMs, most: callsPerHour, signal: never };
  await budget.tell(news).catch((error: unknown) => {
    if (!(error instanceof BudgetAwayError)) throw error;
  });
}

/** Transports are others' programs too. */
function isCount(count: number): boolean {
  return Number.isSafeInteger(count) && count >= 0;
}

function saysLimitReached(reply: TransportReply, request: TransportRequest): boolean {
  const result = request.spec?.formFor(request.params).result;
  const error = apiErrorIn(reply.value, result, errorContext(request, reply.transport));
  return error?.code === callLimitCode;
}
