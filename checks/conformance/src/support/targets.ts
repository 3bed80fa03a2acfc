import type { Transport } from '@egoi-client/core';
import { createGateway } from '@egoi-client/gateway';
import type { HttpClient } from '@egoi-client/http';
import { restTransport } from '@egoi-client/transport-rest';
import { soapTransport } from '@egoi-client/transport-soap';
import { soapUniversalTransport } from '@egoi-client/transport-soap-universal';
import { xmlrpcTransport } from '@egoi-client/transport-xmlrpc';
import { gatewayHttpClient } from './gateway-http-client.ts';

/** A transport in front of an account, with what was started for it. */
export interface ConnectedTarget {
  readonly transport: Transport;
  close(): Promise<void>;
}

/** How a wire is put in front of a gateway at some address. */
export interface Wire {
  readonly name: string;
  readonly makeTransport: (baseUrl: string, http?: HttpClient) => Transport;
}

/** Each way to reach a gateway: the four wires, REST in both of its formats. */
export const wires: readonly Wire[] = [
  {
    name: 'soap',
    makeTransport: (base, http) =>
      soapTransport({ endpoint: `${base}/v2/soap.php`, ...withClient(http) }),
  },
  {
    name: 'soap-universal',
    makeTransport: (base, http) =>
      soapUniversalTransport({ endpoint: `${base}/v2/soap_any.php`, ...withClient(http) }),
  },
  {
    name: 'xmlrpc',
    makeTransport: (base, http) =>
      xmlrpcTransport({ endpoint: `${base}/v2/xmlrpc.php`, ...withClient(http) }),
  },
  {
    name: 'rest json',
    makeTransport: (base, http) =>
      restTransport({ endpoint: `${base}/v2/rest.php`, format: 'json', ...withClient(http) }),
  },
  {
    name: 'rest xml',
    makeTransport: (base, http) =>
      restTransport({ endpoint: `${base}/v2/rest.php`, format: 'xml', ...withClient(http) }),
  },
];

function withClient(http: HttpClient | undefined) {
  return http === undefined ? {} : { http };
}

/** Puts a wire in front of an account without sockets: requests go straight into the gateway's `handle`. */
export async function connectInMemory(wire: Wire, account: Transport): Promise<ConnectedTarget> {
  const gateway = createGateway(account);
  const transport = wire.makeTransport('http://gateway.test', gatewayHttpClient(gateway));
  return {
    transport,
    async close() {
      await transport.close?.();
      await account.close?.();
    },
  };
}

/**
 * Puts a wire in front of an account over a loopback socket.
 *
 * @param http what sends the requests, if not the transport's own connections
 */
export async function connectBySocket(
  wire: Wire,
  account: Transport,
  http?: HttpClient,
): Promise<ConnectedTarget> {
  const listening = await createGateway(account).listen({ host: '127.0.0.1', port: 0 });
  const transport = wire.makeTransport(`http://127.0.0.1:${listening.port}`, http);
  return {
    transport,
    async close() {
      await transport.close?.();
      await listening.close();
      await account.close?.();
    },
  };
}
