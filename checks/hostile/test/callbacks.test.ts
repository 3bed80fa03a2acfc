import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EgoiCallbackError, readCallback } from '@egoi-client/callbacks';
import { createGateway, type GatewayServer } from '@egoi-client/gateway';
import { sandboxTransport } from '@egoi-client/sandbox';
import { type WebhookShim, webhookShim } from '@egoi-client/webhook-shim';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { attack, formAttacks, webhookAttacks } from '../src/attacks/callback-attacks.ts';
import { exchange, openSocket } from '../src/attacks/raw-exchange.ts';

/** What every object would have, had an attack got at the prototype of them all. */
const inherited = () => (({}) as Record<string, unknown>)['admin'];

describe('a receiver of callbacks withstands', () => {
  let server: Server;
  let port: number;

  beforeAll(async () => {
    const take = async (request: IncomingMessage, response: ServerResponse) => {
      const status = await readCallback(request, { timeoutMs: 500 }).then(
        () => 204,
        (error: unknown) => (error instanceof EgoiCallbackError ? error.status : 500),
      );
      response.once('finish', () => request.destroy());
      response.writeHead(status, { connection: 'close' }).end();
    };
    server = createServer((request, response) => void take(request, response));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    ({ port } = server.address() as AddressInfo);
  });

  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  test.each(formAttacks.map((each) => [each.what, each] as const))('%s', async (_what, each) => {
    const status = await attack(port, '/', each);
    // What is far too large may be cut off before the answer is read.
    expect(each.statuses.includes(413) ? [413, 0] : each.statuses).toContain(status);
    expect(inherited()).toBeUndefined();
    const body = 'addSubscriber=%3CDATA%2F%3E';
    const type = 'application/x-www-form-urlencoded';
    expect(await attack(port, '/', { type, body })).toBe(204);
  });

  test('a body that does not come', async () => {
    const head = 'POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\naddSub';
    const { text } = await exchange(port, { pieces: [head] });
    expect(text).toMatch(/^HTTP\/1\.1 408/);
  });
});

describe('a webhook shim withstands', () => {
  let folder: string;
  let shim: WebhookShim;
  let gateway: GatewayServer;
  let old: Server;
  let path: string;
  const posts: (string | undefined)[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'egoi-attacked-shim-'));
    old = createServer((request, response) => {
      posts.push(request.headers['x-egoi-delivery-repeated'] as string | undefined);
      request.resume().on('end', () => response.end());
    }).listen(0, '127.0.0.1');
    await once(old, 'listening');
    shim = webhookShim({
      publicUrl: 'http://127.0.0.1',
      file: join(folder, 'outbox.db'),
      allowedReceivers: ['127.0.0.1'],
    });
    gateway = await createGateway(sandboxTransport(), {
      webhooks: shim,
      bodyGraceMs: 200,
    }).listen();
    const callbackUrl = `http://127.0.0.1:${(old.address() as AddressInfo).port}/`;
    const callback = { account: 'a', listID: 1, callbackUrl, events: [9] };
    path = new URL((await shim.addressFor(callback)) ?? '').pathname;
  });

  afterAll(async () => {
    await gateway.close();
    await shim.close();
    old.close();
    await rm(folder, { recursive: true, force: true });
  });

  const type = 'application/json';
  const webhook = (uid: string) =>
    JSON.stringify({ action: 'subscription', list_id: 1, contact: { base: { contact_id: uid } } });

  const honest = (uid: string) => attack(gateway.port, path, { type, body: webhook(uid) });

  const arrived = async (count: number) => {
    while (posts.length < count) await once(old, 'request');
  };

  test.each(webhookAttacks.map((each) => [each.what, each] as const))('%s', async (what, each) => {
    const status = await attack(gateway.port, path, each);
    expect(each.statuses.includes(413) ? [413, 0] : each.statuses).toContain(status);
    expect(inherited()).toBeUndefined();
    const before = posts.length;
    expect(await honest(what)).toBe(200);
    await arrived(before + 1);
    expect(posts).toHaveLength(before + 1);
    // The old program has it before the shim knows that.
    while (shim.counts().pending > 0) await new Promise(setImmediate);
    expect(shim.counts()).toEqual({ pending: 0, receivers: 0, deadLetters: 0 });
  });

  test.each([
    '/callbacks/',
    '/callbacks/x',
    `/callbacks/${'A'.repeat(43)}`,
    `/callbacks/${'A'.repeat(8000)}`,
    '/callbacks/..%2f..%2fetc%2fpasswd',
    "/callbacks/'%20OR%201=1--",
    '/callbacks/%00',
  ])('the address %s', async (guessed) => {
    expect(await attack(gateway.port, guessed, { type, body: webhook('0a') })).toBe(404);
  });

  test('a webhook that is played again: it is delivered as a repetition', async () => {
    const before = posts.length;
    for (let times = 0; times < 3; times += 1) expect(await honest('replayed')).toBe(200);
    await arrived(before + 3);
    expect(posts.slice(before)).toEqual([undefined, 'true', 'true']);
  });

  test('bodies that do not come, and serves others meanwhile', async () => {
    const head = `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: ${type}\r\nContent-Length: 1000\r\n\r\n{`;
    const sockets = [];
    for (let count = 0; count < 20; count += 1) {
      const socket = await openSocket(gateway.port);
      socket.write(head);
      sockets.push(socket);
    }
    expect(await honest('meanwhile')).toBe(200);
    const { text } = await exchange(gateway.port, { pieces: [head] });
    expect(text).toMatch(/^HTTP\/1\.1 408/);
    for (const socket of sockets) socket.destroy();
  });

  test('a program that wants its callbacks inside the own network', async () => {
    for (const callbackUrl of [
      'http://169.254.169.254/latest/meta-data/',
      'http://[::1]:6379/',
      'http://10.0.0.1/',
      'http://0/',
      'gopher://127.0.0.1/',
    ]) {
      const callback = { account: 'a', listID: 9, callbackUrl, events: [9] };
      expect(await shim.addressFor(callback)).toBeUndefined();
    }
  });
});
