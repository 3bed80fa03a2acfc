import type { OperationName } from '@egoi-client/v3-api';
import type { handlers } from './handlers.ts';

/** An operation that nothing answers. */
export type UnservedName = Exclude<OperationName, keyof typeof handlers>;

/** Why each of them is not served: what the account has no notion of. */
export const unservedReasons: Readonly<Record<UnservedName, string>> = {
  getAllConnectedSites: 'the account has no connected sites',
  getConnectedSites: 'the account has no connected sites',
  getPushReport: 'the account sends no push messages',
  getWebPushReport: 'the account sends no push messages',
};

export function isUnserved(name: OperationName): name is UnservedName {
  return Object.hasOwn(unservedReasons, name);
}
