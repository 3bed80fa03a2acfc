import { EgoiClient, type Transport, type WireValue } from '@egoi-client/core';
import { transportNamed, type WireName, wireNames } from '@egoi-client/transports';
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

function transportAt(name: WireName, endpoint: string): Promise<Transport> {
  return name === 'soap'
    ? transportNamed(name, { endpoint, wsdl: wsdlAt('http://127.0.0.1/') })
    : transportNamed(name, { endpoint });
}

/** Also making the transport or the client may be what refuses. */
async function outcomeOf(attempt: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await attempt();
  } catch (error) {
    return { error };
  }
}

async function through(
  making: Promise<Transport>,
  called?: string,
  params?: { [name: string]: WireValue },
) {
  const transport = await making;
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
      attempt: ({ base }) => outcomeOf(() => through(dialect.makeTransport(base), method + tail)),
    },
    {
      name: `${what} in the name of a method past the client, ${dialect.name}`,
      attempt: ({ base }) => outcomeOf(() => past(dialect.makeTransport(base), method + tail)),
    },
    {
      name: `${what} in a parameter, ${dialect.name}`,
      attempt: ({ base }) =>
        outcomeOf(() => through(dialect.makeTransport(base), method, { [`a${tail}`]: tail })),
    },
  ]),
  ...wireNames.map(
    (name): Injection => ({
      name: `${what} in the endpoint, ${name}`,
      attempt: ({ base }) =>
        outcomeOf(() => through(transportAt(name, `${base}/v2/x.php${tail}`), calledOn(name), {})),
    }),
  ),
  ...(['soap-universal', 'v3'] as const).map(
    (name): Injection => ({
      name: `${what} in the key, ${name}`,
      attempt: ({ base }) =>
        outcomeOf(async () => {
          const client = new EgoiClient({
            apiKey: apiKey + tail,
            transport: await transportNamed(name, { base }),
          });
          return { value: await client.call(calledOn(name)) };
        }),
    }),
  ),
]);

/** API v3 has no other methods than those of the catalogue. */
function calledOn(name: WireName): string {
  return name === 'v3' ? 'getTags' : method;
}

/** A transport that is called without the client that checks names. */
async function past(making: Promise<Transport>, called: string): Promise<Outcome> {
  const transport = await making;
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
