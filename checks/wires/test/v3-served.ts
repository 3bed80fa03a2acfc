import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { EgoiClient } from '@egoi-client/core';
import { createGateway, createV3Server } from '@egoi-client/gateway';
import {
  sandboxApiKey,
  type SandboxOptions,
  type SandboxTransport,
  sandboxTransport,
} from '@egoi-client/sandbox';
import { soapUniversalTransport } from '@egoi-client/transport-soap-universal';

/** An answer of API v3; `body` is what its JSON says. */
interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** One account behind two servers: one for each API. */
export interface ServedAccount {
  readonly account: SandboxTransport;
  /** A client of API v2. */
  readonly v2: EgoiClient;
  /** Where the server of API v3 is, without a path. */
  readonly origin: string;
  /** What the account failed in by itself. */
  readonly defects: readonly unknown[];
  /** Sends a request by API v3. Rejects when the connection ends without an answer. */
  send(method: string, path: string, body?: unknown, apiKey?: string): Promise<Answered>;
  close(): Promise<void>;
}

/** @param options of the account; work that is queued waits for `workOff()` unless they say otherwise */
export async function serveAccount(options: SandboxOptions = {}): Promise<ServedAccount> {
  const account = sandboxTransport({ queueDelayMs: 3_600_000, ...options });
  const defects: unknown[] = [];
  const onError = (error: unknown) => void defects.push(error);
  const server = await createV3Server(account, { onError }).listen();
  const gateway = await createGateway(account).listen();
  const transport = soapUniversalTransport({ endpoint: gateway.urls['soap-universal'] });
  const v2 = new EgoiClient({ apiKey: sandboxApiKey, transport });
  return {
    account,
    v2,
    origin: new URL(server.url).origin,
    defects,
    async send(method, path, body, apiKey = sandboxApiKey) {
      const answer = await fetch(`${server.url}${path}`, {
        method,
        headers: { Apikey: apiKey, 'Content-Type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const content = await answer.text();
      return {
        status: answer.status,
        headers: answer.headers,
        body: content === '' ? undefined : (JSON.parse(content) as unknown),
      };
    },
    async close() {
      await v2.close();
      await gateway.close();
      await server.close();
      await account.close();
    },
  };
}

/** What receives posts on this machine. */
export interface Receiver {
  readonly url: string;
  /** What was posted, the oldest first; what came as JSON is read. */
  readonly posts: readonly unknown[];
  close(): Promise<void>;
}

/** Starts a receiver. */
export async function openReceiver(): Promise<Receiver> {
  const posts: unknown[] = [];
  const receive = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await text(request);
    const isJson = request.headers['content-type'] === 'application/json';
    posts.push(isJson ? (JSON.parse(body) as unknown) : body);
    response.end();
  };
  const server = createServer((request, response) => {
    receive(request, response).catch(() => response.writeHead(400).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    posts,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
