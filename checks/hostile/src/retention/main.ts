import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EgoiClient, type Transport } from '@egoi-client/core';
import { createGateway } from '@egoi-client/gateway';
import { restTransport } from '@egoi-client/transport-rest';
import { soapUniversalTransport } from '@egoi-client/transport-soap-universal';
import { xmlrpcTransport } from '@egoi-client/transport-xmlrpc';
import { measureMemory } from '@egoi-client/conformance/support/memory';
import {
  type OddDocument,
  restAnswers,
  soapAnswers,
  soapCalls,
  xmlrpcAnswers,
  usualCall,
  xmlrpcCalls,
} from './documents.ts';

/** How many documents of a kind are read between two measurements. */
const parts = 2;

// What the process holds more after documents of each kind than before them, once they are gone.
const growth: Record<string, number> = {};
const gateway = await createGateway(
  { id: 'none', call: async () => ({ value: 'OK', transport: 'none', durationMs: 0 }) },
  {},
).listen();
// Whatever only a process that has begun to work holds is there before anything is measured.
const usual = { name: 'usual', write: () => usualCall };
for (let round = 0; round < 3; round += 1) {
  await measured('usual', usual, (text) => posted(gateway.urls.soap, text));
}
delete growth['usual'];
for (const call of soapCalls) {
  await measured(`gateway, ${call.name}`, call, (text) => posted(gateway.urls.soap, text));
}
for (const call of xmlrpcCalls) {
  await measured(`gateway, ${call.name}`, call, (text) => posted(gateway.urls.xmlrpc, text));
}
await gateway.close();
const clients = [
  { answers: soapAnswers, over: (endpoint: string) => soapUniversalTransport({ endpoint }) },
  { answers: xmlrpcAnswers, over: (endpoint: string) => xmlrpcTransport({ endpoint }) },
  {
    answers: restAnswers,
    over: (endpoint: string) => restTransport({ endpoint, format: 'xml' }),
  },
];
for (const { answers, over } of clients) {
  for (const answer of answers) {
    await measured(`client, ${answer.name}`, answer, (text) => answered(text, over));
  }
}
console.log(JSON.stringify(growth));

async function measured(
  name: string,
  document: OddDocument,
  read: (text: string) => Promise<void>,
): Promise<void> {
  const before = await measureMemory();
  for (let part = 0; part < parts; part += 1) await read(document.write(part));
  const after = await measureMemory();
  growth[name] = after.heapBytes - before.heapBytes;
}

async function posted(url: string, text: string): Promise<void> {
  const headers = { 'content-type': 'text/xml', connection: 'close' };
  const response = await fetch(url, { method: 'POST', headers, body: text });
  await response.text();
}

/** A client gets the answer, and closes. */
async function answered(text: string, over: (endpoint: string) => Transport): Promise<void> {
  const server = createServer((request, response) => {
    request.resume();
    request.once('end', () => {
      response.writeHead(200, { 'content-type': 'text/xml', connection: 'close' });
      response.end(text);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const client = new EgoiClient({ apiKey: 'key', transport: over(`http://127.0.0.1:${port}/`) });
  await client.call('getCredits', {});
  await client.close();
  await new Promise((resolve) => {
    server.close(resolve);
  });
}
