import dns, { type LookupAddress } from 'node:dns';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  EgoiAbortError,
  EgoiConnectionError,
  type EgoiError,
  EgoiTimeoutError,
} from '@egoi-client/core';
import { clientWith, closeClients, postTo, rejectionOf } from './support/client.ts';
import { closeServers, fixture, forwardingProxy, httpServer } from './support/loopback.ts';
import { closeSlowListeners, slowListener } from './support/slow-listener.ts';

/** The name of the certificates, here with the addresses that a test gives it. */
const name = 'localhost';
const lookup = dns.lookup;
let addresses: readonly string[] = [];

function answerLookups(): void {
  const answer: typeof dns.lookup = ((host: string, options: object, done: LookupDone) => {
    if (host === name) setImmediate(done, null, addresses.map(addressOf));
    else lookup(host, options, done as never);
  }) as never;
  dns.lookup = answer;
}

async function leave(): Promise<void> {
  dns.lookup = lookup;
  await closeClients();
  await closeSlowListeners();
  await closeServers();
}

type LookupDone = (error: Error | null, addresses: LookupAddress[]) => void;

function addressOf(address: string): LookupAddress {
  return { address, family: address.includes(':') ? 6 : 4 };
}

function postToName(port: number, scheme = 'http', signal = new AbortController().signal) {
  return postTo(0, { url: `${scheme}://${name}:${port}/v2/rest.php`, signal });
}

/** Longer than Node waits for an address that is not the last. */
const patienceMs = 400;

const secure = { cert: fixture('server.pem'), key: fixture('server-key.pem') };

const ways = ['http', 'https', 'http through a proxy', 'https through a tunnel'] as const;
type Way = (typeof ways)[number];

/** A slow server at 127.0.0.1, or a slow proxy there that leads to a quick one. */
async function slowPlace(way: Way) {
  if (!way.includes('through')) {
    const slow = await slowListener('127.0.0.1', way === 'https' ? secure : undefined);
    return { slow, options: { ca: fixture('authority.pem') }, port: slow.port };
  }
  const slow = await slowListener('127.0.0.1');
  return { slow, options: { proxy: `http://${name}:${slow.port}` }, port: slow.port };
}

/** What comes of a request to a place that is slow to take connections. */
async function requestTo(way: Way): Promise<unknown> {
  const { slow, options, port } = await slowPlace(way);
  const scheme = way.startsWith('https') ? 'https' : 'http';
  const answer = clientWith({ ...options, timeoutMs: 20_000 }).send(postToName(port, scheme));
  const settled = answer.then(
    ({ text }) => text,
    (error: unknown) => error,
  );
  await Promise.race([settled, wait(patienceMs)]);
  slow.open();
  return settled;
}

describe.each<[string, readonly string[]]>([
  ['the first of two is slow and the second is closed', ['127.0.0.1', '127.0.0.2']],
  ['the second is slow and the first is closed', ['127.0.0.2', '127.0.0.1']],
  ['IPv4 is slow and IPv6 is dead', ['127.0.0.1', '::1']],
  ['IPv6 is dead and IPv4 is slow', ['::1', '127.0.0.1']],
  ['one of many is slow', ['127.0.0.2', '127.0.0.1', '::1', '127.0.0.3', '127.0.0.4']],
])(
  'a name with several addresses, of which %s, is connected within the time limit',
  (_what, known) => {
    const outcomes = new Map<Way, unknown>();

    // Mostly they wait: all at once.
    beforeAll(async () => {
      answerLookups();
      addresses = known;
      await Promise.all(ways.map(async (way) => outcomes.set(way, await requestTo(way))));
    });
    afterAll(leave);

    test.each(ways.filter((way) => way !== 'https through a tunnel'))('over %s', (way) => {
      expect(outcomes.get(way)).toBe('let in');
    });

    test('over https through a tunnel', () => {
      // It is a plain server, which takes no CONNECT: but it was reached.
      const error = outcomes.get('https through a tunnel') as EgoiError;
      expect(error).toMatchObject({ delivery: 'not_sent' });
      expect(error.message).toContain('opened no way');
    });
  },
);

describe('a name with several addresses', () => {
  beforeEach(answerLookups);
  afterEach(leave);

  test('that are all closed is not reached, and nothing was sent', async () => {
    addresses = ['127.0.0.1', '127.0.0.2', '::1'];
    const server = await httpServer(() => {});
    const { port } = server;
    await closeServers();
    const client = clientWith({ maxConnections: 1 });
    const errors = await Promise.all(
      [1, 2, 3].map(() => rejectionOf(client.send(postToName(port)))),
    );
    for (const error of errors) {
      expect(error).toBeInstanceOf(EgoiConnectionError);
      expect(error.delivery).toBe('not_sent');
      expect(error.message).toContain('nothing accepts connections there');
    }
  });

  test('that is none is not known', async () => {
    addresses = [];
    const error = await rejectionOf(clientWith().send(postToName(1)));
    expect(error).toMatchObject({ delivery: 'not_sent', retryable: true });
    expect(error.message).toContain('the host name is not known');
  });

  test('none of which answers ends with the time limit, and nothing was sent', async () => {
    addresses = ['127.0.0.1', '127.0.0.2'];
    const { port } = await slowListener('127.0.0.1');
    const error = await rejectionOf(clientWith({ timeoutMs: 600 }).send(postToName(port)));
    expect(error).toBeInstanceOf(EgoiTimeoutError);
    expect(error.delivery).toBe('not_sent');
  });

  test.each(['its signal', 'close()'])(
    'that is being tried is left at once with %s',
    async (how) => {
      addresses = ['127.0.0.1', '127.0.0.2'];
      const { port } = await slowListener('127.0.0.1');
      const client = clientWith();
      const controller = new AbortController();
      const failure = rejectionOf(client.send(postToName(port, 'http', controller.signal)));
      await wait(patienceMs);
      if (how === 'close()') await client.close();
      else controller.abort();
      const error = await failure;
      expect(error).toBeInstanceOf(EgoiAbortError);
      expect(error.delivery).toBe('not_sent');
    },
  );

  test('takes the one that answers where the others refuse', async () => {
    const server = await httpServer((_request, response) => response.end('quick'));
    addresses = ['127.0.0.9', '127.0.0.1', '127.0.0.8'];
    const { text } = await clientWith().send(postToName(server.port));
    expect(text).toBe('quick');
    expect(server.sockets).toHaveLength(1);
  });

  test('keeps to maxConnections, and uses each connection again', async () => {
    const server = await httpServer((request, response) => {
      request.resume().on('end', () => response.end('ok'));
    });
    addresses = ['127.0.0.2', '127.0.0.1'];
    const client = clientWith({ maxConnections: 2 });
    const calls = Array.from({ length: 12 }, () => client.send(postToName(server.port)));
    for (const { text } of await Promise.all(calls)) expect(text).toBe('ok');
    expect(server.sockets.length).toBeLessThanOrEqual(2);
  });

  test('serves those who wait after a connection has failed', async () => {
    const server = await httpServer((_request, response) => response.end('ok'));
    const { port } = server;
    addresses = ['127.0.0.2', '127.0.0.3'];
    const client = clientWith({ maxConnections: 1 });
    const failure = rejectionOf(client.send(postToName(port)));
    const waiting = client.send(postToName(port));
    const first = await failure;
    expect(first.delivery).toBe('not_sent');
    const second = await rejectionOf(waiting);
    expect(second.delivery).toBe('not_sent');
    addresses = ['127.0.0.1'];
    expect((await client.send(postToName(port))).text).toBe('ok');
  });

  test('reaches a server through a tunnel of a proxy with several', async () => {
    const { proxy, lines } = await forwardingProxy();
    addresses = ['127.0.0.2', '127.0.0.1'];
    const target = await httpServer((_request, response) => response.end('behind'));
    const client = clientWith({ proxy: `http://${name}:${proxy.port}` });
    const url = `http://127.0.0.1:${target.port}/v2/rest.php`;
    expect((await client.send(postTo(0, { url }))).text).toBe('behind');
    expect(lines).toHaveLength(1);
  });
});
