import {
  EgoiConnectionError,
  isWireObject,
  type Transport,
  type TransportRequest,
} from '@egoi-client/core';
import type { SandboxTransport } from '@egoi-client/sandbox';

/** What happens around one import call: before the account takes it, and after, before anyone is told. */
interface CallHooks {
  /** Says whether the account gets the call at all. */
  before?(call: number): Promise<'goes on' | 'is lost'>;
  after?(call: number): Promise<void> | void;
}

/** An embedded account that keeps a ledger: how often every contact was imported. */
export interface LedgerAccount extends Transport {
  /** How many calls imported each contact, by its e-mail address. */
  readonly imports: ReadonlyMap<string, number>;
  /** Import calls that came in. */
  readonly calls: () => number;
  /** May be set at any time. */
  hooks: CallHooks;
}

/** Puts a ledger in front of a sandbox: the truth about what was imported, whatever the machines believe. */
export function ledgerAccount(sandbox: SandboxTransport): LedgerAccount {
  const imports = new Map<string, number>();
  let calls = 0;
  const account: LedgerAccount = {
    id: 'sandbox',
    imports,
    calls: () => calls,
    hooks: {},
    async call(request) {
      if (request.method !== 'addSubscriberBulk') return await sandbox.call(request);
      calls += 1;
      const call = calls;
      if ((await account.hooks.before?.(call)) === 'is lost') {
        throw new EgoiConnectionError('the account never saw it', { delivery: 'not_sent' });
      }
      // The account finishes what it began, also when whoever asked has gone.
      const reply = await sandbox.call({ ...request, signal: new AbortController().signal });
      for (const email of emailsIn(request)) imports.set(email, (imports.get(email) ?? 0) + 1);
      await account.hooks.after?.(call);
      return reply;
    },
  };
  return account;
}

function emailsIn({ params }: TransportRequest): string[] {
  const { subscribers } = params;
  const rows = typeof subscribers === 'object' && subscribers !== null ? subscribers : {};
  return Object.values(rows).flatMap((row) =>
    isWireObject(row) && typeof row['email'] === 'string' ? [row['email']] : [],
  );
}
