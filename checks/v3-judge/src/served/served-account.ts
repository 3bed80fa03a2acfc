import { createV3Server } from '@egoi-client/gateway';
import type { SandboxTransport } from '@egoi-client/sandbox';
import { startingAccount } from './starting-account.ts';

/** An account that is served by API v3 on a socket. */
export interface ServedAccount {
  /** Base address: `http://127.0.0.1:8080/v3`. */
  readonly url: string;
  readonly account: SandboxTransport;
  close(): Promise<void>;
}

/** Serves an account of its own. */
export async function serveAccount(): Promise<ServedAccount> {
  const account = await startingAccount();
  const server = await createV3Server(account).listen();
  return {
    url: server.url,
    account,
    async close() {
      await server.close();
      await account.close();
    },
  };
}
