import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from '@jest/globals';
import {
  EgoiAbortError,
  EgoiConfigError,
  EgoiConnectionError,
  EgoiTimeoutError,
} from '@egoi-client/core';
import { clientWith, closeClients, postTo, rejectionOf } from './support/client.ts';
import {
  closeServers,
  fixture,
  forwardingProxy,
  freePort,
  httpServer,
  httpsServer,
  type Loopback,
  rawServer,
} from './support/loopback.ts';

const proxyVariables = [
  'http_proxy',
  'HTTP_PROXY',
  'https_proxy',
  'HTTPS_PROXY',
  'ALL_PROXY',
  'NO_PROXY',
];

afterEach(async () => {
  for (const name of proxyVariables) delete process.env[name];
  await closeClients();
  await closeServers();
});

const ca = fixture('authority.pem');
const addressOf = ({ port }: Loopback) => `http://127.0.0.1:${port}`;

function secureTarget(): Promise<Loopback> {
  return httpsServer('server.pem', (request, response) => {
    request.pipe(response);
  });
}

describe('through a proxy', () => {
  test('a plain request goes to the proxy with the whole address', async () => {
    const { proxy, lines } = await forwardingProxy();
    const target = await httpServer((request, response) => {
      request.pipe(response);
    });
    const client = clientWith({ proxy: addressOf(proxy) });
    const url = `http://127.0.0.1:${target.port}/v2/rest.php?type=json`;
    expect((await client.send(postTo(0, { url, body: 'olá' }))).text).toBe('olá');
    expect(lines).toEqual([`POST ${url} 127.0.0.1:${target.port}`]);
  });

  test('a secure request goes through a tunnel, of which the proxy sees host and port only', async () => {
    const { proxy, lines } = await forwardingProxy();
    const target = await secureTarget();
    const client = clientWith({ proxy: addressOf(proxy), ca });
    const url = `https://localhost:${target.port}/v2/rest.php`;
    const body = 'a large body '.repeat(100_000);
    expect((await client.send(postTo(0, { url, body }))).text).toBe(body);
    expect(lines).toEqual([`CONNECT localhost:${target.port} localhost:${target.port}`]);
  });

  test('a tunnel serves one request after the other', async () => {
    const { proxy, lines } = await forwardingProxy();
    const target = await secureTarget();
    const client = clientWith({ proxy: addressOf(proxy), ca });
    const url = `https://localhost:${target.port}/`;
    for (let count = 0; count < 4; count++) await client.send(postTo(0, { url }));
    expect(lines).toHaveLength(1);
    await client.close();
    await proxy.closed(0);
  });

  test('no more tunnels are made than connections are allowed', async () => {
    const { proxy, lines } = await forwardingProxy();
    const target = await secureTarget();
    const client = clientWith({ proxy: addressOf(proxy), ca, maxConnections: 2 });
    const url = `https://localhost:${target.port}/`;
    await Promise.all(Array.from({ length: 10 }, () => client.send(postTo(0, { url }))));
    expect(lines).toHaveLength(2);
  });

  test('a large answer that ends with its connection comes whole', async () => {
    const { proxy } = await forwardingProxy();
    // Decompression takes longer than the way here, so that bytes wait in the tunnel when it ends.
    const text = randomBytes(4_000_000).toString('hex');
    const zipped = gzipSync(text);
    const target = await httpsServer('server.pem', (request, response) => {
      request.resume();
      response.writeHead(200, { connection: 'close', 'content-encoding': 'gzip' }).end(zipped);
    });
    const client = clientWith({ proxy: addressOf(proxy), ca });
    const url = `https://localhost:${target.port}/`;
    for (let count = 0; count < 3; count++) {
      expect((await client.send(postTo(0, { url }))).text).toBe(text);
    }
    expect(proxy.sockets).toHaveLength(3);
    await Promise.all([0, 1, 2].map((index) => proxy.closed(index)));
  });

  test("the certificate must be the target's all the same", async () => {
    const { proxy } = await forwardingProxy();
    const target = await httpsServer('server-wrong-name.pem', (_request, response) => {
      response.end();
    });
    const client = clientWith({ proxy: addressOf(proxy), ca });
    const url = `https://localhost:${target.port}/`;
    const error = await rejectionOf(client.send(postTo(0, { url })));
    expect(error).toMatchObject({ delivery: 'not_sent', retryable: false });
    expect(error.message).toBe(
      `no connection to localhost:${target.port} through the proxy 127.0.0.1:${proxy.port}: ` +
        'its certificate is for another name; check the host in the endpoint (ERR_TLS_CERT_ALTNAME_INVALID)',
    );
    await proxy.closed(0);
  });

  test('nothing was sent when the proxy is not there', async () => {
    const port = await freePort();
    const client = clientWith({ proxy: `http://127.0.0.1:${port}` });
    for (const url of ['http://target.test/', 'https://target.test/']) {
      const error = await rejectionOf(client.send(postTo(0, { url })));
      expect(error).toBeInstanceOf(EgoiConnectionError);
      expect(error.delivery).toBe('not_sent');
      expect(error.message).toMatch(
        new RegExp(
          `^no connection to target\\.test:(80|443) through the proxy 127\\.0\\.0\\.1:${port}: nothing accepts`,
        ),
      );
    }
  });
});

describe('a proxy that opens no tunnel', () => {
  const url = 'https://target.test/v2/rest.php';
  const answeringConnect = (act: (socket: Socket) => void) =>
    rawServer((socket) => socket.once('data', () => act(socket)));

  test.each([
    ['HTTP/1.1 403 Forbidden\r\n\r\n', false, 'it answered with HTTP 403'],
    ['HTTP/1.1 407 Proxy Authentication Required\r\n\r\n', false, 'it answered with HTTP 407'],
    ['HTTP/1.1 302 Found\r\nLocation: /\r\n\r\n', false, 'it answered with HTTP 302'],
    ['HTTP/1.1 503 Service Unavailable\r\n\r\n', true, 'it answered with HTTP 503'],
    ['220 smtp\r\n\r\n', false, 'it answered with what is not HTTP'],
    [
      `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(20_000)}`,
      false,
      'it answered with more than 16384 bytes of headers',
    ],
  ])('by answering %j is a connection that was not made', async (answer, retryable, reason) => {
    const proxy = await answeringConnect((socket) => socket.write(answer));
    const error = await rejectionOf(
      clientWith({ proxy: addressOf(proxy) }).send(postTo(0, { url })),
    );
    expect(error).toBeInstanceOf(EgoiConnectionError);
    expect(error).toMatchObject({ delivery: 'not_sent', retryable });
    expect(error.message).toBe(
      `the proxy 127.0.0.1:${proxy.port} opened no way to target.test:443: ${reason}`,
    );
    await proxy.closed(0);
  });

  test.each([
    ['closing', 'it closed the connection', (socket: Socket) => socket.end()],
    [
      'closing in the head',
      'it closed the connection',
      (socket: Socket) => socket.end('HTTP/1.1 200 OK\r\nVia'),
    ],
    [
      'a reset',
      'it closed the connection at once (ECONNRESET)',
      (socket: Socket) => socket.resetAndDestroy(),
    ],
  ])('by %s is a connection that was not made', async (_name, reason, act) => {
    const proxy = await answeringConnect(act);
    const error = await rejectionOf(
      clientWith({ proxy: addressOf(proxy) }).send(postTo(0, { url })),
    );
    expect(error).toBeInstanceOf(EgoiConnectionError);
    expect(error).toMatchObject({ delivery: 'not_sent', retryable: true });
    expect(error.message.endsWith(`: ${reason}`)).toBe(true);
  });

  test('by silence runs into the time limit', async () => {
    const proxy = await answeringConnect(() => {});
    const client = clientWith({ proxy: addressOf(proxy), timeoutMs: 200 });
    const error = await rejectionOf(client.send(postTo(0, { url })));
    expect(error).toBeInstanceOf(EgoiTimeoutError);
    expect(error.delivery).toBe('not_sent');
    await proxy.closed(0);
  });

  test('can be left by an abort', async () => {
    let connected = () => {};
    const reached = new Promise<void>((resolve) => {
      connected = resolve;
    });
    const proxy = await answeringConnect(() => connected());
    const controller = new AbortController();
    const client = clientWith({ proxy: addressOf(proxy) });
    const sending = client.send(postTo(0, { url, signal: controller.signal }));
    await reached;
    controller.abort();
    const error = await rejectionOf(sending);
    expect(error).toBeInstanceOf(EgoiAbortError);
    expect(error.delivery).toBe('not_sent');
    await proxy.closed(0);
  });
});

test('the environment names no proxy unless it is asked', async () => {
  const { proxy, lines } = await forwardingProxy();
  for (const name of proxyVariables.slice(0, -1)) process.env[name] = addressOf(proxy);
  const plain = await httpServer((request, response) => {
    request.pipe(response);
  });
  const secure = await secureTarget();
  const client = clientWith({ ca });
  const url = `https://localhost:${secure.port}/`;
  expect((await client.send(postTo(plain.port))).text).toBe('hello');
  expect((await client.send(postTo(0, { url }))).text).toBe('hello');
  expect(lines).toEqual([]);
  expect(proxy.sockets).toHaveLength(0);
});

describe('a proxy with a login', () => {
  const login = `Basic ${Buffer.from('mé:p@ss').toString('base64')}`;
  const withLogin = ({ port }: Loopback) => `http://m%C3%A9:p%40ss@127.0.0.1:${port}`;

  test('is told it with each plain request and each tunnel, and the target is not', async () => {
    const { proxy, lines } = await forwardingProxy();
    const plain = await httpServer((request, response) => {
      request.resume();
      response.end(request.headers['proxy-authorization'] ?? 'nothing');
    });
    const secure = await httpsServer('server.pem', (request, response) => {
      request.resume();
      response.end(request.headers['proxy-authorization'] ?? 'nothing');
    });
    const client = clientWith({ proxy: withLogin(proxy), ca });
    const plainUrl = `http://127.0.0.1:${plain.port}/`;
    const secureUrl = `https://localhost:${secure.port}/`;
    await client.send(postTo(0, { url: plainUrl }));
    expect((await client.send(postTo(0, { url: secureUrl }))).text).toBe('nothing');
    expect(lines).toEqual([
      `POST ${plainUrl} 127.0.0.1:${plain.port} ${login}`,
      `CONNECT localhost:${secure.port} localhost:${secure.port} ${login}`,
    ]);
  });

  test.each([
    ['it refuses', 'HTTP/1.1 407 Proxy Authentication Required\r\n\r\n'],
    ['what it answers is no HTTP', login],
  ])('shows it in no error where %s', async (_name, answer) => {
    const proxy = await rawServer((socket) => socket.once('data', () => socket.end(answer)));
    for (const url of ['http://target.test/', 'https://target.test/']) {
      const client = clientWith({ proxy: withLogin(proxy) });
      const ended = await client.send(postTo(0, { url })).catch((error: unknown) => error);
      const shown = inspect(ended, { depth: 9, showHidden: true });
      expect(shown).not.toMatch(/p@ss|p%40ss|m%C3|bcOpOnBAc3M|bTpwQHNz/);
      expect(shown).not.toContain(login);
    }
  });
});

describe('a proxy that speaks TLS itself', () => {
  const secureAddress = ({ port }: Loopback) => `https://localhost:${port}`;

  test('takes plain requests and opens tunnels', async () => {
    const { proxy, lines } = await forwardingProxy('server.pem');
    const plain = await httpServer((request, response) => void request.pipe(response));
    const secure = await secureTarget();
    const client = clientWith({ proxy: secureAddress(proxy), ca });
    const body = 'a large body '.repeat(100_000);
    const plainUrl = `http://127.0.0.1:${plain.port}/`;
    expect((await client.send(postTo(0, { url: plainUrl, body }))).text).toBe(body);
    const url = `https://localhost:${secure.port}/`;
    for (let count = 0; count < 3; count++) {
      expect((await client.send(postTo(0, { url, body }))).text).toBe(body);
    }
    expect(lines).toEqual([
      `POST ${plainUrl} 127.0.0.1:${plain.port}`,
      `CONNECT localhost:${secure.port} localhost:${secure.port}`,
    ]);
    await client.close();
    await Promise.all([proxy.closed(0), proxy.closed(1)]);
  });

  test.each([
    ['http://target.test/', 'no connection to target.test:80 through the proxy'],
    ['https://target.test/', 'the proxy localhost:'],
  ])('and shows a certificate for another name is sent nothing for %s', async (url, words) => {
    const { proxy, lines } = await forwardingProxy('server-wrong-name.pem');
    const client = clientWith({ proxy: secureAddress(proxy), ca });
    const error = await rejectionOf(client.send(postTo(0, { url })));
    expect(error).toMatchObject({ kind: 'connection', delivery: 'not_sent', retryable: false });
    expect(error.message).toContain(words);
    expect(error.message).toContain('its certificate is for another name');
    expect(lines).toEqual([]);
  });
});

describe('the proxy that the environment names', () => {
  const unreachable = 'http://127.0.0.1:1';
  const target = () => httpServer((request, response) => void request.pipe(response));

  test.each([
    ['as an address', (port: number) => `http://127.0.0.1:${port}`],
    ['without http://', (port: number) => `127.0.0.1:${port}`],
  ])('%s is on the way', async (_name, address) => {
    const { proxy, lines } = await forwardingProxy();
    process.env['HTTP_PROXY'] = address(proxy.port);
    process.env['HTTPS_PROXY'] = address(proxy.port);
    const [plain, secure] = [await target(), await secureTarget()];
    const client = clientWith({ proxy: 'environment', ca });
    for (const url of [`http://127.0.0.1:${plain.port}/`, `https://localhost:${secure.port}/`]) {
      expect((await client.send(postTo(0, { url }))).text).toBe('hello');
    }
    expect(lines).toHaveLength(2);
  });

  test('is not where NO_PROXY names the target, nor where it names none', async () => {
    const { port } = await target();
    expect((await clientWith({ proxy: 'environment' }).send(postTo(port))).text).toBe('hello');
    process.env['HTTP_PROXY'] = unreachable;
    process.env['NO_PROXY'] = 'other.test,127.0.0.1';
    expect((await clientWith({ proxy: 'environment' }).send(postTo(port))).text).toBe('hello');
  });

  test('must be one that speaks HTTP', async () => {
    process.env['ALL_PROXY'] = 'socks5://me:hunter2@proxy.test:1080';
    const error = await rejectionOf(clientWith({ proxy: 'environment' }).send(postTo(1)));
    expect(error).toBeInstanceOf(EgoiConfigError);
    expect(error.message).toMatch(/HTTP_PROXY or ALL_PROXY must be an HTTP proxy/);
    expect(error.message).not.toContain('hunter2');
  });
});
