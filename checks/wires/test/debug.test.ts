import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSocketServer, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { debug, EgoiClient, fallback, retry, type Transport } from '@egoi-client/core';
import { createGateway } from '@egoi-client/gateway';
import { sandboxTransport } from '@egoi-client/sandbox';
import { axiosHttp } from '@egoi-client/http/axios';
import { restTransport } from '@egoi-client/transport-rest';
import { v3Transport } from '@egoi-client/transport-v3';
import { gatewayHttpClient } from '@egoi-client/conformance/support/gateway-http-client';
import { wires } from '@egoi-client/conformance/support/targets';
import { afterEach, describe, expect, test } from '@jest/globals';
import axios from 'axios';
import * as fc from 'fast-check';

const cleanUps: (() => Promise<unknown> | void)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});

const ways: readonly {
  readonly name: string;
  readonly makeTransport: (base: string) => Promise<Transport>;
}[] = [
  ...wires,
  { name: 'v3', makeTransport: async (base) => v3Transport({ endpoint: `${base}/v3` }) },
];

/** An account behind sockets of all wires. */
async function serve(apiKey: string): Promise<string> {
  const account = sandboxTransport({ apiKey, contacts: 2 });
  const server = await createGateway(account, { v3: account }).listen({ port: 0 });
  cleanUps.push(async () => {
    await server.close();
    await account.close();
  });
  return `http://127.0.0.1:${server.port}`;
}

/** A client that shows its calls, and what it has shown. */
function shownBy(
  transport: Transport,
  login: { apiKey: string } | { username: string; password: string },
) {
  const texts: string[] = [];
  const interceptors = [
    retry({ maxTries: 2, wait: async () => undefined }),
    debug({ write: (told) => void texts.push(told) }),
  ];
  const client = new EgoiClient({ ...login, transport, interceptors });
  cleanUps.push(() => client.close());
  return { client, shown: () => texts.join('\n') };
}

/** How wires and servers write a text. */
const spellings: readonly ((secret: string) => string)[] = [
  (secret) => secret,
  encodeURIComponent,
  (secret) => encodeURIComponent(encodeURIComponent(secret)),
  (secret) => encodeURIComponent(secret).toLowerCase(),
  (secret) => new URLSearchParams({ k: secret }).toString().slice(2),
  (secret) => JSON.stringify(secret).slice(1, -1),
  (secret) => JSON.stringify(JSON.stringify(secret)).slice(3, -3),
  (secret) => JSON.stringify(secret).slice(1, -1).replaceAll('/', '\\/'),
  (secret) => Array.from({ length: secret.length }, (_, at) => unit(secret, at)).join(''),
  (secret) => secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  (secret) =>
    secret.replaceAll('&', '&amp;amp;').replaceAll('<', '&amp;lt;').replaceAll('>', '&amp;gt;'),
  (secret) => Array.from(secret, (sign) => `&#${sign.codePointAt(0)};`).join(''),
  (secret) => Array.from(secret, (sign) => `&#x${sign.codePointAt(0)?.toString(16)};`).join(''),
  (secret) => Buffer.from(secret).toString('base64').replace(/=+$/, ''),
  (secret) => `%${Buffer.from(secret).toString('hex').match(/../g)?.join('%')}`,
];

function unit(secret: string, at: number): string {
  return `\\u${secret.charCodeAt(at).toString(16).padStart(4, '0')}`;
}

function expectHidden(shown: string, secret: string): void {
  const folded = shown.toLowerCase();
  for (const spell of spellings) expect(folded).not.toContain(spell(secret).toLowerCase());
}

/** What a wire can carry: no controls, and no blanks at its ends, which some servers take off. */
const oddKeys = fc
  .string({ unit: 'grapheme', minLength: 8, maxLength: 48 })
  .filter((key) => key.trim() === key && !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(key));
const headerKeys = fc.stringMatching(/^[\x21-\x7e]{8,48}$/);

test('no spelling of a key is shown on any wire, and the calls are', async () => {
  await fc.assert(
    fc.asyncProperty(oddKeys, headerKeys, async (oddKey, headerKey) => {
      for (const [apiKey, among] of [
        [oddKey, ways.filter(({ name }) => name !== 'v3')],
        [headerKey, ways],
      ] as const) {
        const base = await serve(apiKey);
        for (const { name, makeTransport } of among) {
          const { client, shown } = shownBy(await makeTransport(base), { apiKey });
          await client.getLists({ start: 0, limit: 5 });
          await client.call('getUserData').catch(() => undefined);
          expect(shown()).toMatch(/getLists \w{8}, try 1: done over/);
          expect(shown()).toContain(`> ${name === 'v3' ? 'GET' : 'POST'} ${base}`);
          expect(shown()).toContain('[redacted]');
          expectHidden(shown(), apiKey);
        }
      }
      for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
    }),
    { seed: 1717, numRuns: 6 },
  );
});

test('no spelling of a key is shown that a server sends back in headers, bodies and pages', async () => {
  let spelt = '';
  const echo = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await text(request);
    response.writeHead(500, {
      'Content-Type': 'text/html',
      'X-Echo': Buffer.from(spelt)
        .toString('latin1')
        .replaceAll(/[^\x20-\x7e]/g, '?'),
      'Set-Cookie': 'session=of-ana',
    });
    response.end(`<html>${spelt} and ${spelt}, of ${body}</html>`);
  };
  const server = createServer((request, response) => void echo(request, response));
  const port = await listening(server);
  cleanUps.push(() => server.closeAllConnections());
  const transports = await Promise.all(
    ways.map(({ makeTransport }) => makeTransport(`http://127.0.0.1:${port}`)),
  );
  await fc.assert(
    fc.asyncProperty(headerKeys, fc.constantFrom(...spellings), async (apiKey, spell) => {
      spelt = spell(apiKey);
      for (const transport of transports) {
        const { client, shown } = shownBy(transport, { apiKey });
        await expect(client.getLists()).rejects.toThrow('HTTP 500');
        cleanUps.pop();
        expect(shown()).toContain('HTTP 500');
        expect(shown()).not.toContain('of-ana');
        expectHidden(shown(), apiKey);
      }
    }),
    { seed: 1718, numRuns: 20 },
  );
  for (const transport of transports) await transport.close?.();
});

describe.each(ways)('over $name', ({ name, makeTransport }) => {
  test('a login is shown without its password and the key that it brings', async () => {
    if (name === 'v3') return;
    const apiKey = 'the key <of> & the account';
    const base = await serve(apiKey);
    const password = 'pass & <word> of ana';
    const { client, shown } = shownBy(await makeTransport(base), {
      username: 'ana@example.com',
      password,
    });
    await client.call('checklogin').catch(() => undefined);
    expect(shown()).toContain('ana');
    expectHidden(shown(), password);
    expectHidden(shown(), apiKey);
  });

  test('a connection that is refused, and one that breaks off, are shown as tries with the reason', async () => {
    const closed = createSocketServer();
    const refusedPort = await listening(closed);
    await new Promise((resolve) => closed.close(resolve));
    const breaking = createSocketServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => socket.destroy());
    });
    const brokenPort = await listening(breaking);
    const apiKey = 'a'.repeat(40);
    for (const [port, reason] of [
      [refusedPort, 'ECONNREFUSED'],
      [brokenPort, 'broke before an answer came'],
    ] as const) {
      const { client, shown } = shownBy(await makeTransport(`http://127.0.0.1:${port}`), {
        apiKey,
      });
      await expect(client.getLists()).rejects.toThrow(/127\.0\.0\.1/);
      for (const attempt of [1, 2]) {
        expect(shown()).toMatch(new RegExp(`try ${attempt}: failed: .*(?:${reason}|WSDL)`));
      }
      expect(shown()).toContain(reason);
      expect(shown()).toContain('no answer');
    }
  });
});

describe('each of several exchanges is shown', () => {
  const apiKey = 'b'.repeat(40);

  test('of a call that API v3 answers by several requests', async () => {
    const base = await serve(apiKey);
    const { client, shown } = shownBy(v3Transport({ endpoint: `${base}/v3` }), { apiKey });
    await client
      .addSubscriber({ listID: 1, email: 'ana@example.com', tags: ['7'] })
      .catch(() => undefined);
    const requests = shown().match(/^> [A-Z]+ http/gm) ?? [];
    expect(requests.length).toBeGreaterThan(1);
    expect(shown()).toContain(`, ${requests.length} requests`);
    expect(shown()).toContain('"email": "ana@example.com"');
  });

  test('of a fallback, with the transport that made it', async () => {
    const base = await serve(apiKey);
    const gone = restTransport({ endpoint: `${base}/gone.php` });
    const there = restTransport({ endpoint: `${base}/v2/rest.php`, format: 'xml' });
    const { client, shown } = shownBy(fallback([gone, { ...there, id: 'there' }]), { apiKey });
    await client.getLists();
    expect(shown()).toMatch(/, rest: HTTP 404/);
    expect(shown()).toMatch(/, rest: HTTP 200/);
    expect(shown()).toContain('done over');
  });
});

describe('the client of a program', () => {
  const apiKey = 'c'.repeat(40);

  test('of axios tells of the headers that came', async () => {
    const base = await serve(apiKey);
    const { client, shown } = shownBy(
      restTransport({ endpoint: `${base}/v2/rest.php`, http: axiosHttp(axios.create()) }),
      { apiKey },
    );
    await client.getLists();
    expect(shown()).toMatch(/^< content-type: application\/json/im);
    expect(shown()).toMatch(/^< cache-control: no-store/im);
  });

  test('that tells nothing of its own is shown by what goes in and comes out', async () => {
    const account = sandboxTransport({ apiKey, contacts: 2 });
    const http = gatewayHttpClient(createGateway(account));
    const { client, shown } = shownBy(
      restTransport({ endpoint: 'http://gateway.test/v2/rest.php', http }),
      { apiKey },
    );
    await client.getLists();
    await account.close();
    expect(shown()).toContain('> POST http://gateway.test/v2/rest.php');
    expect(shown()).toContain('< content-type: application/json');
    expect(shown()).toContain('"getLists"');
    expectHidden(shown(), apiKey);
  });
});

async function listening(server: ReturnType<typeof createSocketServer>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanUps.push(() => new Promise((resolve) => server.close(resolve)));
  return (server.address() as AddressInfo).port;
}
