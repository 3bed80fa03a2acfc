export type { QuotaAccount } from './account-name.ts';
export { type CallsLeft, type Quota, quota } from './quota.ts';
export type { LocalShare, QuotaManners, QuotaOptions } from './quota-options.ts';
export type { QuotaWait } from './quota-wait.ts';
export type { RedisClient } from './redis-client.ts';
