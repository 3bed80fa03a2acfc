import { EgoiClient, type MethodName, type Transport } from '@egoi-client/core';
import { createV3Server } from '@egoi-client/gateway';
import { sandboxApiKey, type SandboxTransport } from '@egoi-client/sandbox';
import {
  lossesOf,
  translationOf,
  translations,
  v3Transport,
  type V3TransportOptions,
} from '@egoi-client/transport-v3';
import { gatewayHttpClient } from '../support/gateway-http-client.ts';

/** A request as the transport sent it: method, path below `/v3` with its query, and body. */
export interface V3SentRequest {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/** A transport in front of an account that is served by API v3. */
export interface V3Connection {
  readonly transport: Transport;
  /** Requests that arrived during the last call. */
  requestsOfCall(): number;
  /** Those of them that were to change something. */
  writesOfCall(): number;
  close(): Promise<void>;
}

/** One server for the accounts of one case after another. */
export interface V3Front {
  /**
   * Puts an account behind the server, and a transport that knows nothing of those before in front.
   *
   * @param user what the user says otherwise. @default nothing
   */
  connect(account: SandboxTransport, user?: V3TransportOptions): V3Connection;
  close(): Promise<void>;
}

/** What a user allows who wants every loss to show: a call that would be refused for one goes on. */
export const allLossesAllowed: V3TransportOptions = {
  importPollMs: 1,
  allowLosses: translations().flatMap(({ method }) =>
    lossesOf(method)
      .filter(({ needsLeave }) => needsLeave)
      .map(({ name }) => `${method}.${name}`),
  ),
};

/** How a front is made. */
export interface V3FrontOptions {
  /** A socket of this machine, or memory alone. */
  readonly over: 'socket' | 'memory';
  /** What the user of the transport says. */
  readonly user: V3TransportOptions;
  /** Is shown every request that arrives. @default nobody */
  readonly onRequest?: ((request: V3SentRequest) => void) | undefined;
}

/** Serves accounts by API v3. */
export async function openV3Front({ over, user, onRequest }: V3FrontOptions): Promise<V3Front> {
  let current: SandboxTransport | undefined;
  let requests = 0;
  let writes = 0;
  const accountNow = (): SandboxTransport => {
    if (current === undefined) throw new Error('openV3Front: there is no account yet');
    return current;
  };
  const server = createV3Server({
    async answerV3(request) {
      const account = accountNow();
      // The service works its queue off while a call waits for it, and not before the call begins.
      if (requests > 0) await account.workOff();
      requests += 1;
      if (request.method !== 'GET') writes += 1;
      onRequest?.(request);
      return account.answerV3(request);
    },
    madeFile: (name) => accountNow().madeFile(name),
  });
  const listening = over === 'socket' ? await server.listen() : undefined;
  const reached =
    listening === undefined
      ? { endpoint: 'http://v3.test/v3', http: gatewayHttpClient(server) }
      : { endpoint: listening.url };
  return {
    connect(account, more = {}) {
      current = account;
      const transport = v3Transport({ ...user, ...more, ...reached });
      return {
        transport: {
          ...transport,
          call(request) {
            [requests, writes] = [0, 0];
            return transport.call(request);
          },
        },
        requestsOfCall: () => requests,
        writesOfCall: () => writes,
        close: async () => transport.close?.(),
      };
    },
    close: async () => listening?.close(),
  };
}

/**
 * Gives an account what a user of a method by API v3 has, and API v2 does not ask for: who makes voice
 * campaigns has a sender of calls.
 */
export async function prepareFor(method: MethodName, account: SandboxTransport): Promise<void> {
  const translation = translationOf(method);
  if (translation.verdict === 'refused') return;
  if (!translation.operations.includes('createVoiceCampaign')) return;
  const client = new EgoiClient({ apiKey: sandboxApiKey, transport: account });
  await client.addSender({ channel: 'telefone', sender: '351-212345670' });
}
