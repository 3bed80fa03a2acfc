import type { Interceptor, ServiceBudget, TransportRequest } from '@egoi-client/core';
import { EgoiError } from '@egoi-client/core';
import type { Quota } from '@egoi-client/quota';
import { accountName } from '@egoi-client/quota/account';

/** What one account has left. */
interface AccountLeft {
  /** A fingerprint of the key. */
  readonly account: string;
  readonly left: number;
}

/** Knows what is left to the accounts that called last. */
export interface BudgetWatch {
  /** Stands around the transport. */
  readonly interceptor: Interceptor;
  /** Of the gateway's own budget. A Redis that is away leaves nothing to tell. */
  ownLeft(): Promise<readonly AccountLeft[]>;
  /** Of the service's, as it said last. */
  serviceLeft(): readonly AccountLeft[];
}

/** Callers may have as many keys as they like; these are told of. */
const maxAccounts = 100;

interface Watched {
  readonly credentials: TransportRequest['credentials'];
  service: { readonly remaining: number; readonly untilMs: number } | undefined;
}

/** @param quota the gateway's own budget. @default none: there is nothing to tell of it */
export function watchBudgets(quota: Quota | undefined): BudgetWatch {
  /** Those that called last at the end. */
  const accounts = new Map<string, Watched>();

  const note = (credentials: Watched['credentials'], budget: ServiceBudget | undefined) => {
    if ('anonymous' in credentials || (budget === undefined && quota === undefined)) return;
    const account = accountName(credentials);
    const service =
      budget === undefined
        ? accounts.get(account)?.service
        : { remaining: budget.remaining, untilMs: performance.now() + budget.resetMs };
    accounts.delete(account);
    accounts.set(account, { credentials, service });
    const [oldest] = accounts.keys();
    if (accounts.size > maxAccounts && oldest !== undefined) accounts.delete(oldest);
  };

  return {
    interceptor: (next) => async (request) => {
      const { credentials } = request;
      try {
        const reply = await next(request);
        note(credentials, reply.budget);
        return reply;
      } catch (error) {
        note(credentials, error instanceof EgoiError ? error.budget : undefined);
        throw error;
      }
    },
    async ownLeft() {
      if (quota === undefined) return [];
      const asked = Array.from(accounts, async ([account, { credentials }]) => ({
        account,
        left: (await quota.left(credentials)).calls,
      }));
      const states = await Promise.allSettled(asked);
      return states.flatMap((state) => (state.status === 'fulfilled' ? [state.value] : []));
    },
    serviceLeft() {
      const nowMs = performance.now();
      return Array.from(accounts, ([account, { service }]) => ({ account, service })).flatMap(
        ({ account, service }) =>
          service === undefined || service.untilMs <= nowMs
            ? []
            : [{ account, left: service.remaining }],
      );
    },
  };
}
