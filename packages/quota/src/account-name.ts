import { hash } from 'node:crypto';
import type { Credentials, Secret } from '@egoi-client/core/wire';

/** Whose budget: that of an API key, or of a user's login. */
export type QuotaAccount =
  | { readonly apiKey: string | Secret }
  | { readonly username: string }
  | Credentials;

/**
 * The name under which an account's budget is kept: 128 bits of a SHA-256, from which nobody reads the
 * key. The same in every process, so that they meet.
 */
export function accountName(account: QuotaAccount): string {
  return hash('sha256', spelledOut(account), 'hex').slice(0, 32);
}

function spelledOut(account: QuotaAccount): string {
  if ('apiKey' in account) {
    const { apiKey } = account;
    return `apikey:${typeof apiKey === 'string' ? apiKey : apiKey.reveal()}`;
  }
  return 'username' in account ? `username:${account.username}` : 'anonymous';
}
