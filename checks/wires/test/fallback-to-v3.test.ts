import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EgoiClient, type EgoiError, fallback, retry } from '@egoi-client/core';
import { createGateway, createV3Server, type ListeningV3Server } from '@egoi-client/gateway';
import { sandboxApiKey, type SandboxTransport, sandboxTransport } from '@egoi-client/sandbox';
import { restTransport } from '@egoi-client/transport-rest';
import { v3Transport } from '@egoi-client/transport-v3';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

/** One account, which v2 and v3 lead to. */
let account: SandboxTransport;
let v3: ListeningV3Server;
let cleanUps: (() => Promise<unknown>)[];

beforeEach(async () => {
  account = sandboxTransport();
  v3 = await createV3Server(account).listen();
  cleanUps = [() => v3.close(), () => account.close()];
});

afterEach(async () => {
  for (const cleanUp of cleanUps.toReversed()) await cleanUp();
});

/** A server in the place of API v2. @returns its address */
async function inPlaceOfV2(listener: RequestListener): Promise<string> {
  const server: Server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanUps.push(
    () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v2/rest.php`;
}

const page = (status: number, body: string, headers = {}) =>
  inPlaceOfV2((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(status, { 'Content-Type': 'text/html', ...headers }).end(body);
    });
  });

/** An address of this machine that nobody listens at. */
async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}/v2/rest.php`;
}

/** Works a call, and cuts the connection in place of the answer. */
const worksAndCuts = () =>
  inPlaceOfV2((request, response) => {
    const gateway = createGateway(account);
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const { method = '', url = '' } = request;
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      );
      const body = Buffer.concat(pieces);
      void gateway.handle({ method, url, headers, body }).finally(() => response.destroy());
    });
  });

function clientOf(v2: string, v3Url = v3.url) {
  const changes: string[] = [];
  const transport = fallback([restTransport({ endpoint: v2 }), v3Transport({ endpoint: v3Url })], {
    onFallback: ({ from, to }) => void changes.push(`${from} to ${to}`),
  });
  const interceptors = [retry({ wait: () => Promise.resolve() })];
  const client = new EgoiClient({ apiKey: sandboxApiKey, transport, interceptors });
  cleanUps.push(() => client.close());
  return { client, changes };
}

const listNames = async () => (await account.snapshot()).lists.map(({ name }) => name);

describe('API v2 that is gone', () => {
  const html = '<!doctype html><h1>API v2 was closed</h1>';
  test.each<[string, () => Promise<string>]>([
    ['a refused connection', closedPort],
    ['a name that nobody has', async () => 'http://api.e-goi.invalid/v2/rest.php'],
    ['a page with status 404', () => page(404, html)],
    ['a page with status 410', () => page(410, html)],
    ['one that has moved for good', () => page(301, '', { Location: 'https://example.com/' })],
  ])('by %s: reads and writes go to v3, each once', async (_what, address) => {
    const { client, changes } = clientOf(await address());
    await client.createList({ nome: 'News' });
    expect(await listNames()).toEqual(['News']);
    expect(await client.getLists()).toMatchObject([{ listnum: 1, title: 'News' }]);
    expect(changes).toEqual(['rest to v3', 'rest to v3']);
  });

  test.each<[string, () => Promise<string>, Partial<EgoiError>]>([
    ['a page with status 200', () => page(200, html), { kind: 'http', delivery: 'answered' }],
    ['a page with status 503', () => page(503, html), { kind: 'http', delivery: 'answered' }],
  ])('by %s: what does no harm twice goes to v3, a write ends', async (_what, address, error) => {
    const { client, changes } = clientOf(await address());
    await expect(client.createList({ nome: 'News' })).rejects.toMatchObject(error);
    expect(await listNames()).toEqual([]);
    expect(changes).toEqual([]);
    await expect(client.getLists()).rejects.toMatchObject({ code: 'LIST_NOT_FOUND' });
    expect(changes).toEqual(['rest to v3']);
  });
});

test('a write that v2 may have done does not go to v3', async () => {
  const { client, changes } = clientOf(await worksAndCuts());
  await expect(client.createList({ nome: 'News' })).rejects.toMatchObject({
    kind: 'connection',
    delivery: 'unknown',
  });
  expect(await listNames()).toEqual(['News']);
  expect(changes).toEqual([]);
  expect(await client.getLists()).toMatchObject([{ title: 'News' }]);
});

test('a refusal of API v2 is an answer', async () => {
  const gateway = await createGateway(account).listen();
  cleanUps.push(() => gateway.close());
  const { client, changes } = clientOf(gateway.urls.rest);
  await expect(client.createList({ nome: ' ' })).rejects.toMatchObject({ code: 'NAME_MISSING' });
  expect(changes).toEqual([]);
});

test('a call that v3 has done in part is begun anew on neither side', async () => {
  const { client } = clientOf(await page(410, ''));
  await client.createList({ nome: 'News' });
  await client.addTag({ name: 'vip' });
  account.failV3('actionAttachTag', 403);
  const call = client.addSubscriber({ listID: 1, email: 'ana@example.com', tags: [1] });
  await expect(call).rejects.toMatchObject({ kind: 'partial', missing: ['attachTag 1'] });
  expect((await account.snapshot()).lists[0]?.contacts).toHaveLength(1);
});

test('where v2 is gone and v3 cannot be reached for now, retry makes a write again', async () => {
  const busy = await inPlaceOfV2((_, response) => response.destroy());
  const { client } = clientOf(await page(404, ''), busy.replace('/v2/rest.php', ''));
  // What v3 has cut may be done: that ends it.
  await expect(client.createList({ nome: 'News' })).rejects.toMatchObject({
    delivery: 'unknown',
    attempts: 1,
  });
  const closed = clientOf(await page(404, ''), (await closedPort()).replace('/v2/rest.php', ''));
  await expect(closed.client.createList({ nome: 'News' })).rejects.toMatchObject({
    delivery: 'not_sent',
    attempts: 4,
  });
});
