import { EgoiConfigError } from '@egoi-client/core';
import { option, resolveOptions, type Wait, waitByTimer } from '@egoi-client/core/wire';
import type { QuotaWait } from './quota-wait.ts';
import { isRedisClient, type RedisClient } from './redis-client.ts';
import { mostCallsPerHour } from './rolling-hour.ts';

/** How one client uses a budget that it may share with others. */
export interface QuotaManners {
  /**
   * What to do when no call is left: `wait` until one is, or `fail` at once with `EgoiQuotaError`.
   * @default 'wait'
   */
  readonly mode?: 'wait' | 'fail';
  /**
   * Calls of the budget that this client never touches, so that others find them: 0 to one less than
   * `callsPerHour`. An import in the background gives 30, and people at their screens keep 30 calls.
   * @default 0
   */
  readonly reserve?: number;
  /**
   * Longest time that one call may wait in all, in milliseconds, 1 to 86,400,000. A call that would
   * have to wait longer fails at once. @default 86400000
   */
  readonly maxWaitMs?: number;
  /** Told before every wait. Must not throw. @default nothing */
  readonly onWait?: (wait: QuotaWait) => void;
}

/** What a process may do on its own while Redis is away. */
export interface LocalShare {
  /** Calls an hour that this process may make, counted in its memory, 1 to 10,000. */
  readonly localCallsPerHour: number;
}

export interface QuotaOptions extends QuotaManners {
  /**
   * Calls that any 60 minutes may hold, 1 to 10,000. Source: reference, limits (14), the service's 150
   * an hour for each account. @default 150
   */
  readonly callsPerHour?: number;
  /** An ioredis client; with it all processes that use the same Redis share the budget. @default memory */
  readonly redis?: RedisClient;
  /** Begins the budget's names in Redis. @default 'egoi-quota' */
  readonly keyPrefix?: string;
  /**
   * What happens to a call while Redis cannot be asked: `refuse` it with `EgoiQuotaError`; treat it as
   * if no call were left, so that `mode` decides, `wait` until Redis is back; or count it in memory
   * against a share of this process's own. @default 'refuse'
   */
  readonly whenRedisIsAway?: 'refuse' | 'wait' | LocalShare;
  /** How long Redis may take to answer before it is away, in milliseconds, 1 to 86,400,000. @default 5000 */
  readonly redisTimeoutMs?: number;
  /** Told once when Redis goes away, with the reason. Must not throw. @default nothing */
  readonly onRedisAway?: (reason: string) => void;
  /** Told once when Redis is back. Must not throw. @default nothing */
  readonly onRedisBack?: () => void;
  /** The clock of budgets in memory, in milliseconds from any start; Redis has its own. @default performance.now */
  readonly now?: () => number;
  /** Passes time; settles early when the signal fires. @default a timer */
  readonly wait?: Wait;
}

/** A wall clock may be set back, and a budget with it. */
const monotonic = () => performance.now();

const isFunction = (value: unknown) => typeof value === 'function';
const hook = <T>() => option.custom<T>(isFunction, 'must be a function').optional();

const manners = {
  mode: option.word(['wait', 'fail'], 'wait'),
  reserve: option.count(0, 0, 9999),
  maxWaitMs: option.timeMs(86_400_000),
  onWait: hook<(wait: QuotaWait) => void>(),
};

const shape = {
  ...manners,
  callsPerHour: option.count(150, 1, mostCallsPerHour),
  redis: option.custom<RedisClient>(isRedisClient, 'must be an ioredis client').optional(),
  keyPrefix: option.text().default('egoi-quota'),
  whenRedisIsAway: option
    .custom<'refuse' | 'wait' | LocalShare>(
      isAwayChoice,
      "must be 'refuse', 'wait' or { localCallsPerHour } with a whole number from 1 to 10,000",
    )
    .default('refuse'),
  redisTimeoutMs: option.timeMs(5000),
  onRedisAway: hook<(reason: string) => void>(),
  onRedisBack: hook<() => void>(),
  now: option.callback<() => number>(monotonic),
  wait: option.callback<Wait>(waitByTimer),
};

const redisOnly = [
  'keyPrefix',
  'whenRedisIsAway',
  'redisTimeoutMs',
  'onRedisAway',
  'onRedisBack',
] as const;

/** @throws EgoiConfigError for wrong or unknown options, or those of Redis without a Redis */
export function resolveQuotaOptions(options: QuotaOptions) {
  const resolved = resolveOptions('quota', shape, options);
  const useless = redisOnly.filter((name) => options[name] !== undefined);
  if (resolved.redis === undefined && useless.length > 0) {
    throw new EgoiConfigError(`quota: ${useless.join(', ')} can only be given with redis`);
  }
  checkReserve(resolved.reserve, resolved.callsPerHour);
  return resolved;
}

export type ResolvedQuotaOptions = ReturnType<typeof resolveQuotaOptions>;
export type ResolvedQuotaManners = ReturnType<typeof resolveQuotaManners>;

/** @throws EgoiConfigError for wrong or unknown options, or a reserve that leaves nothing */
export function resolveQuotaManners(options: QuotaManners, callsPerHour: number) {
  const resolved = resolveOptions('quota', manners, options);
  checkReserve(resolved.reserve, callsPerHour);
  return resolved;
}

function checkReserve(reserve: number, callsPerHour: number): void {
  if (reserve >= callsPerHour) {
    throw new EgoiConfigError(
      `quota: reserve must be less than callsPerHour (${callsPerHour}), or no call could ever pass`,
    );
  }
}

function isAwayChoice(value: unknown): boolean {
  if (value === 'refuse' || value === 'wait') return true;
  if (typeof value !== 'object' || value === null || !('localCallsPerHour' in value)) return false;
  const { localCallsPerHour: calls } = value;
  const isCount = typeof calls === 'number' && Number.isInteger(calls);
  return isCount && calls >= 1 && calls <= 10_000 && Object.keys(value).length === 1;
}
