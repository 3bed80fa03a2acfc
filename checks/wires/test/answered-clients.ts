import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EgoiClient, type Transport } from '@egoi-client/core';
import { wiresBy } from '@egoi-client/conformance/support/targets';
import { bundledWsdl } from '@egoi-client/transport-soap';
import type { Documents, WrittenValue } from './written-values.ts';

const apiKey = 'a'.repeat(40);

/** Those of API v2, where each document is a value in the words of its wire. */
export const answeredWires = wiresBy(bundledWsdl('soap'));

const cleanUps: (() => Promise<unknown>)[] = [];

/** To be called after each test. */
export async function closeClients(): Promise<void> {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
}

/** A client of each wire in front of a server that gives one answer, in the words of the wire. */
export async function clientsOf(method: string, value: WrittenValue): Promise<EgoiClient[]> {
  const documents: Documents = value.inAnswerTo(method);
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      const [, wire = ''] = decodeURI(request.url ?? '').split('/');
      const type = wire === 'rest json' ? 'application/json' : 'text/xml';
      response.writeHead(200, { 'Content-Type': type }).end(documents[wire as keyof Documents]);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanUps.push(() => new Promise((resolve) => server.close(resolve)));
  const { port } = server.address() as AddressInfo;
  return Promise.all(
    answeredWires.map(async ({ name, makeTransport }) =>
      connected(await makeTransport(`http://127.0.0.1:${port}/${encodeURI(name)}`)),
    ),
  );
}

/** A client of a transport, to be closed after the test. */
export function connected(transport: Transport): EgoiClient {
  const client = new EgoiClient({ apiKey, transport });
  cleanUps.push(() => client.close());
  return client;
}
