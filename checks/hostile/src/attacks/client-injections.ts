import { restTransport } from '@egoi-client/transport-rest';
import { soapTransport } from '@egoi-client/transport-soap';
import { soapUniversalTransport } from '@egoi-client/transport-soap-universal';
import { xmlrpcTransport } from '@egoi-client/transport-xmlrpc';
import { EgoiClient, type Transport, type WireValue } from '@egoi-client/core';
import { apiKey, callThrough, type Outcome } from './client-outcome.ts';
import { dialects, method, wsdlAt } from './dialects.ts';
import type { HostileServer } from './hostile-server.ts';

/** A try to write into the head of a request from outside. At most one clean request may come of it. */
export interface Injection {
  readonly name: string;
  readonly attempt: (server: HostileServer) => Promise<Outcome>;
}

const tails: Readonly<Record<string, string>> = {
  'a line break': '\r\nX-Injected: 1',
  'a bare line feed': '\nX-Injected: 1',
  'a second request': ' HTTP/1.1\r\nHost: x\r\n\r\nGET /injected HTTP/1.1\r\nX-Injected: 1',
  'a line break of a high code point': '\u560d\u560aX-Injected: 1',
  'a NUL': '\0X-Injected: 1',
};

const transports: Readonly<Record<string, (endpoint: string) => Transport>> = {
  soap: (endpoint) => soapTransport({ endpoint, wsdl: wsdlAt('http://127.0.0.1/') }),
  'soap-universal': (endpoint) => soapUniversalTransport({ endpoint }),
  xmlrpc: (endpoint) => xmlrpcTransport({ endpoint }),
  rest: (endpoint) => restTransport({ endpoint }),
};

/** Also making the transport or the client may be what refuses. */
async function outcomeOf(attempt: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await attempt();
  } catch (error) {
    return { error };
  }
}

async function through(
  transport: Transport,
  called?: string,
  params?: { [name: string]: WireValue },
) {
  try {
    return await callThrough(transport, called, params);
  } finally {
    await transport.close?.();
  }
}

export const injections: readonly Injection[] = Object.entries(tails).flatMap(([what, tail]) => [
  ...dialects.flatMap((dialect): Injection[] => [
    {
      name: `${what} in the name of a method, ${dialect.name}`,
      attempt: ({ base }) => outcomeOf(() => through(dialect.transport(base, {}), method + tail)),
    },
    {
      name: `${what} in the name of a method past the client, ${dialect.name}`,
      attempt: ({ base }) => outcomeOf(() => past(dialect.transport(base, {}), method + tail)),
    },
    {
      name: `${what} in a parameter, ${dialect.name}`,
      attempt: ({ base }) =>
        outcomeOf(() => through(dialect.transport(base, {}), method, { [`a${tail}`]: tail })),
    },
  ]),
  ...Object.entries(transports).map(
    ([name, make]): Injection => ({
      name: `${what} in the endpoint, ${name}`,
      attempt: ({ base }) => outcomeOf(() => through(make(`${base}/v2/x.php${tail}`))),
    }),
  ),
  {
    name: `${what} in the key`,
    attempt: ({ base }) =>
      outcomeOf(async () => {
        const client = new EgoiClient({
          apiKey: apiKey + tail,
          transport: soapUniversalTransport({ endpoint: `${base}/v2/soap_any.php` }),
        });
        return { value: await client.call(method) };
      }),
  },
]);

/** A transport that is called without the client that checks names. */
async function past(transport: Transport, called: string): Promise<Outcome> {
  try {
    const { value } = await transport.call({
      method: called,
      spec: undefined,
      params: {},
      credentials: { anonymous: true },
      signal: AbortSignal.timeout(60_000),
      callId: 'c',
      attempt: 1,
    });
    return { value };
  } catch (error) {
    return { error };
  } finally {
    await transport.close?.();
  }
}
