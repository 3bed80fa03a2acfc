import type { Transport } from '@egoi-client/core';
import { createGateway } from '@egoi-client/gateway';
import type { HttpClient, HttpOptions } from '@egoi-client/http';
import { transportNamed, type V2WireName, v2WireNames } from '@egoi-client/transports';
import { gatewayHttpClient } from './gateway-http-client.ts';

/** A transport in front of an account, with what was started for it. */
export interface ConnectedTarget {
  readonly transport: Transport;
  close(): Promise<void>;
}

/** How a wire is put in front of a server at some address. */
export interface Wire {
  readonly name: Exclude<V2WireName, 'rest'> | 'rest json' | 'rest xml';
  readonly makeTransport: (base: string, options?: HttpOptions) => Promise<Transport>;
}

/**
 * Each way to reach a server: every wire, REST in both of its formats.
 *
 * @param wsdl what standard SOAP takes the service to be. @default what the server says it is
 */
export function wiresBy(wsdl?: string): readonly Wire[] {
  return v2WireNames.flatMap((name): Wire[] => {
    switch (name) {
      case 'rest':
        return (['json', 'xml'] as const).map((format) => ({
          name: `rest ${format}`,
          makeTransport: (base, options) => transportNamed(name, { base, format, ...options }),
        }));
      case 'soap':
        return [
          {
            name,
            makeTransport: (base, options) => transportNamed(name, { base, wsdl, ...options }),
          },
        ];
      default:
        return [
          { name, makeTransport: (base, options) => transportNamed(name, { base, ...options }) },
        ];
    }
  });
}

/** Each way to reach a gateway, which says itself what its service is. */
export const wires: readonly Wire[] = wiresBy();

/** Puts a wire in front of an account without sockets: requests go straight into the gateway's `handle`. */
export async function connectInMemory(wire: Wire, account: Transport): Promise<ConnectedTarget> {
  const gateway = createGateway(account);
  const transport = await wire.makeTransport('http://gateway.test', {
    http: gatewayHttpClient(gateway),
  });
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
  const transport = await wire.makeTransport(
    `http://127.0.0.1:${listening.port}`,
    http === undefined ? {} : { http },
  );
  return {
    transport,
    async close() {
      await transport.close?.();
      await listening.close();
      await account.close?.();
    },
  };
}
