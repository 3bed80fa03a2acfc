import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Transport } from '@egoi-client/core';
import { createGateway } from '@egoi-client/gateway';
import { sandboxTransport } from '@egoi-client/sandbox';
import { sandboxPage } from '@egoi-client/sandbox-page';
import { generatedUser } from './fixtures.ts';
import { type V2WireName, wires } from './wires.ts';

/** What a server process serves: the bytes of a file whatever is asked, a gateway, or the page over a sandbox. */
export type ServerKind =
  | { readonly kind: 'bytes'; readonly file: string; readonly wire: V2WireName }
  | { readonly kind: 'gateway'; readonly over: 'constant' }
  | { readonly kind: 'gateway'; readonly over: 'sandbox'; readonly contacts: number }
  | { readonly kind: 'page' };

/** Serves on a free port of the loopback interface. @returns the port */
async function serve(what: ServerKind): Promise<number> {
  if (what.kind === 'bytes')
    return serveBytes(await readFile(what.file), wires[what.wire].contentType);
  if (what.kind === 'page') return servePage();
  const account =
    what.over === 'constant'
      ? await constantTransport()
      : sandboxTransport({ apiKey: 'key', contacts: what.contacts });
  const listening = await createGateway(account).listen({ host: '127.0.0.1', port: 0 });
  return listening.port;
}

async function servePage(): Promise<number> {
  const account = sandboxTransport({ apiKey: 'key' });
  const { transport, middleware } = sandboxPage(account, { apiKey: 'key' });
  const gateway = createGateway(transport, { middleware });
  return (await gateway.listen({ host: '127.0.0.1', port: 0 })).port;
}

async function serveBytes(body: Buffer, contentType: string): Promise<number> {
  const headers = { 'Content-Type': contentType, 'Content-Length': body.length };
  const server = createServer((request, response) => {
    request.resume();
    request.once('end', () => {
      response.writeHead(200, headers);
      response.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function constantTransport(): Promise<Transport> {
  const value = await generatedUser();
  return { id: 'constant', call: async () => ({ value, transport: 'constant', durationMs: 0 }) };
}

console.log(await serve(JSON.parse(process.argv[2] ?? '') as ServerKind));
// A line asks for its memory in bytes. Its end is the end of whoever started it.
process.stdin.on('data', () => console.log(process.memoryUsage().rss));
process.stdin.once('end', () => process.exit());
