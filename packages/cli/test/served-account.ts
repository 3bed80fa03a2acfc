import { createGateway } from '@egoi-client/gateway';
import { type SandboxOptions, sandboxApiKey, sandboxTransport } from '@egoi-client/sandbox';

/** An embedded account behind real sockets. */
export async function serveAccount(options: SandboxOptions = {}) {
  const account = sandboxTransport(options);
  const server = await createGateway(account, { v3: account }).listen();
  return {
    account,
    urls: server.urls,
    /** What the program needs to reach it. */
    env: {
      EGOI_ENDPOINT: `http://127.0.0.1:${server.port}`,
      EGOI_API_KEY: sandboxApiKey,
    },
    /** E-mail addresses of all contacts, in order. */
    async addresses(): Promise<string[]> {
      const { lists } = await account.snapshot();
      return lists.flatMap(({ contacts }) =>
        contacts.map(({ record }) => record['EMAIL'] as string),
      );
    },
    async close() {
      await server.close();
      await account.close?.();
    },
  };
}

export type ServedAccount = Awaited<ReturnType<typeof serveAccount>>;
