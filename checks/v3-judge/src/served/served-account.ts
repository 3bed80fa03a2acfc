import { EgoiClient } from '@egoi-client/core';
import { createV3Server } from '@egoi-client/gateway';
import { sandboxApiKey, type SandboxTransport, sandboxTransport } from '@egoi-client/sandbox';
import { campaignHash, contactId } from '../calls/judged-call.ts';

/** An account that is served by API v3 on a socket, and begins with what API v3 cannot make. */
export interface ServedAccount {
  /** Base address: `http://127.0.0.1:8080/v3`. */
  readonly url: string;
  readonly account: SandboxTransport;
  close(): Promise<void>;
}

/** Serves an account: the same references and the same moment each time it is made. */
export async function serveAccount(): Promise<ServedAccount> {
  const account = await fixedAccount();
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

/** A list with an extra field and three saved segments, of which one uses the field, and automations. */
export async function fixedAccount(): Promise<SandboxTransport> {
  const made = { subscriber: 0, campaign: 0 };
  const account = sandboxTransport({
    now: () => new Date('2026-11-26T10:00:00Z'),
    ids(kind) {
      made[kind] += 1;
      return kind === 'subscriber' ? contactId(made[kind]) : campaignHash(made[kind]);
    },
    autobots: [
      { name: 'Welcome', list: 1 },
      { name: 'Birthday', list: 1 },
    ],
    // What is posted goes nowhere: the addresses are of no machine here.
    callbacks: 'off',
  });
  const client = new EgoiClient({ apiKey: sandboxApiKey, transport: account });
  await client.createList({ nome: 'News' });
  await client.addExtraField({ listID: 1, name: 'City', type: 'texto' });
  await client.createSegment({ listID: 1, name: 'Ruis', fields: { first_name: 'Rui' } });
  await client.createSegment({ listID: 1, name: 'Joes', fields: { first_name: 'Joe' } });
  await client.createSegment({ listID: 1, name: 'Porto', fields: { extra_1: 'Porto' } });
  return account;
}
