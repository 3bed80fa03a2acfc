import type { MethodName } from '@egoi-client/core';
import type { MethodEntry } from '../calls/method-entry.ts';

/** The one internal operation with a counterpart. */
export const internalMethods = {
  check_status: {
    verdict: 'exact',
    operations: ['ping'],
    cost: { requests: 1 },
    losses: [],
    async answer(call) {
      await call.ask('ping', {});
      return true;
    },
  },
} as const satisfies Partial<Record<MethodName, MethodEntry>>;
