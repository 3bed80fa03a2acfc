import type { Transport } from '@egoi-client/core';

/** Stands for one account after another, so that what is put in front of it is set up once for all of them. */
export interface AccountsInTurn extends Transport {
  /** Closes the account before, and answers from this one. */
  goOnWith(account: Transport): Promise<void>;
  /** Closes the last account. */
  close(): Promise<void>;
}

/** @param id of all the accounts */
export function accountsInTurn(id: string): AccountsInTurn {
  let current: Transport | undefined;
  return {
    id,
    async call(request) {
      if (current === undefined) throw new Error('accountsInTurn: there is no account yet');
      return current.call(request);
    },
    async goOnWith(account) {
      const before = current;
      current = account;
      await before?.close?.();
    },
    async close() {
      await current?.close?.();
      current = undefined;
    },
  };
}
