import type { OperationName } from '@egoi-client/v3-api';
import type { handlers } from './handlers.ts';

/** What the account will not learn, of the operations that nothing answers. */
const reasons: Partial<Record<Exclude<OperationName, keyof typeof handlers>, string>> = {
  getAllConnectedSites: 'the account has no connected sites',
  getConnectedSites: 'the account has no connected sites',
  getPushReport: 'the account sends no push messages',
  getWebPushReport: 'the account sends no push messages',
};

/** Why an operation that nothing answers is not served. */
export function whyUnserved(name: OperationName): string {
  const known: Partial<Record<OperationName, string>> = reasons;
  return known[name] ?? 'nothing answers it yet';
}
