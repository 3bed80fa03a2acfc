import { once } from 'node:events';
import { gzipSync } from 'node:zlib';
import { inspect } from 'node:util';
import { afterEach, describe, expect, test } from '@jest/globals';
import { EgoiConfigError, type EgoiError } from '@egoi-client/core';
import axios, { AxiosError, type AxiosAdapter, type AxiosInstance } from 'axios';
import { axiosHttp, type AxiosHttpOptions } from '../src/axios.ts';
import type { HttpAnswer, HttpExchange } from '../src/index.ts';
import { postTo, rejectionOf } from './support/client.ts';
import {
  closeServers,
  forwardingProxy,
  freePort,
  httpServer,
  httpsServer,
  rawAnswer,
  rawServer,
} from './support/loopback.ts';

afterEach(closeServers);

const key = 'k3y-0123456789abcdef';

/** Sends to a port by an instance. */
function sendBy(
  instance: AxiosInstance,
  port: number,
  changes: Partial<HttpExchange> = {},
  options: AxiosHttpOptions = {},
): Promise<HttpAnswer> {
  return axiosHttp(instance, options).send(postTo(port, changes));
}

/** The error of such a request, which must hold neither the key nor anything of axios. */
async function errorBy(...given: Parameters<typeof sendBy>): Promise<EgoiError> {
  const [instance, port, changes, options] = given;
  const error = await rejectionOf(
    sendBy(
      instance,
      port,
      {
        url: `http://127.0.0.1:${port}/${key}?apikey=${key}`,
        headers: { Authorization: `Bearer ${key}` },
        body: `apikey=${key}`,
        context: { redact: (text) => text.replaceAll(key, '[redacted]') },
        ...changes,
      },
      options,
    ),
  );
  const shown = inspect(error, { depth: 12, showHidden: true, getters: true });
  const forbidden = [key, 'AxiosError', 'AxiosHeaders', 'ClientRequest', 'IncomingMessage'];
  expect(forbidden.filter((text) => shown.includes(text))).toEqual([]);
  return error;
}

const failing = (make: () => unknown): AxiosInstance => {
  const instance = axios.create();
  instance.interceptors.request.use(() => Promise.reject(make()));
  return instance;
};

describe('an answer by an axios instance', () => {
  test('is decompressed and decoded here, with its status and Retry-After', async () => {
    const { port } = await httpServer((_request, response) => {
      response.writeHead(503, {
        'content-type': 'Text/XML; charset=iso-8859-1',
        'content-encoding': 'gzip',
        'retry-after': '7',
      });
      response.end(gzipSync(Buffer.from('Olá', 'latin1')));
    });
    expect(await sendBy(axios.create(), port)).toEqual({
      status: 503,
      mediaType: 'text/xml',
      retryAfterMs: 7000,
      text: 'Olá',
    });
  });

  test('is given out piece by piece', async () => {
    const { port } = await httpServer((request, response) => void request.pipe(response));
    const body = 'olá '.repeat(100_000);
    let text = '';
    const onText = (piece: string) => void (text += piece);
    expect((await sendBy(axios.create(), port, { body, onText })).text).toBe('');
    expect(text).toBe(body);
  });

  test('of a redirect is one', async () => {
    const { port } = await httpServer((_request, response) => {
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    expect((await sendBy(axios.create({ maxRedirects: 5 }), port)).status).toBe(307);
  });

  test.each([
    ['compressed', (text: string) => gzipSync(text), { 'content-encoding': 'gzip' }],
    ['plain', (text: string) => Buffer.from(text), {}],
  ])('that is too large and %s is left unread', async (_name, bytes, headers) => {
    const { port } = await httpServer((_request, response) => {
      response.writeHead(200, headers).end(bytes('x'.repeat(100_000)));
    });
    const error = await errorBy(axios.create(), port, {}, { maxResponseBytes: 1024 });
    expect(error).toMatchObject({ kind: 'protocol', delivery: 'answered' });
    expect(error.message).toContain('larger than maxResponseBytes');
  });

  test('that came before the request was wholly sent says so', async () => {
    const { port } = await rawServer((socket) => {
      socket.once('data', () => {
        socket.pause();
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nearl');
      });
    });
    const body = 'x'.repeat(40_000_000);
    const answer = await sendBy(axios.create(), port, { body });
    expect(answer).toMatchObject({ text: 'earl', beforeRequestEnd: true });
  });
});

describe("the program's own", () => {
  test('interceptors and default headers hold, and read the whole body', async () => {
    const instance = axios.create({ headers: { 'X-Shop': 'lisbon' } });
    const seen: unknown[] = [];
    instance.interceptors.request.use((config) => {
      seen.push(config.data);
      config.headers.set('X-Signature', String(String(config.data).length));
      return config;
    });
    instance.interceptors.response.use((response) => {
      seen.push(response.status);
      return response;
    });
    const { port } = await httpServer((request, response) => {
      response.end([request.headers['x-shop'], request.headers['x-signature']].join(' '));
    });
    const body = ['a'.repeat(200_000), 'b'.repeat(200_000)];
    expect((await sendBy(instance, port, { body })).text).toBe('lisbon 400000');
    expect(seen).toEqual([body.join(''), 200]);
  });

  test.each([
    ['text', '{"ok":"olá"}'],
    ['bytes', Buffer.from('{"ok":"olá"}')],
    ['the value itself', { ok: 'olá' }],
  ])('adapter may answer with %s', async (_name, data) => {
    const adapter: AxiosAdapter = async (config) => ({
      data,
      status: 200,
      statusText: 'OK',
      headers: { 'Content-Type': 'application/json', 'Retry-After': 3 },
      config,
    });
    expect(await sendBy(axios.create({ adapter }), 1)).toEqual({
      status: 200,
      mediaType: 'application/json',
      retryAfterMs: 3000,
      text: '{"ok":"olá"}',
    });
  });

  test('adapter may make an error of a status, which is an answer all the same', async () => {
    const adapter: AxiosAdapter = async (config) => {
      const response = { data: 'no', status: 500, statusText: '', headers: {}, config };
      throw new AxiosError('status 500', 'ERR_BAD_RESPONSE', config, undefined, response);
    };
    expect(await sendBy(axios.create({ adapter }), 1)).toMatchObject({ status: 500, text: 'no' });
  });

  test('adapter may be that of fetch', async () => {
    const { port } = await httpServer((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('fetched'));
    });
    const instance = axios.create({ adapter: 'fetch' });
    expect((await sendBy(instance, port)).text).toBe('fetched');
  });

  test('proxy is on the way', async () => {
    const { proxy, lines } = await forwardingProxy();
    const { port } = await httpServer((request, response) => void request.pipe(response));
    const instance = axios.create({ proxy: { host: '127.0.0.1', port: proxy.port } });
    expect((await sendBy(instance, port)).text).toBe('hello');
    expect(lines).toEqual([`POST http://127.0.0.1:${port}/v2/rest.php 127.0.0.1:${port}`]);
  });
});

describe('what failed by an axios instance was', () => {
  test('not sent where nothing listens', async () => {
    const port = await freePort();
    const error = await errorBy(axios.create(), port);
    expect(error).toMatchObject({ kind: 'connection', delivery: 'not_sent', retryable: true });
    expect(error.message).toContain(`no connection to 127.0.0.1:${port}: nothing accepts`);
  });

  test('not sent where the certificate is not trusted', async () => {
    const { port } = await httpsServer('server.pem', (_request, response) => void response.end());
    const error = await errorBy(axios.create(), port, { url: `https://localhost:${port}/${key}` });
    expect(error).toMatchObject({ kind: 'connection', delivery: 'not_sent', retryable: false });
  });

  test('perhaps sent where the connection broke', async () => {
    const { port } = await rawServer((socket) => socket.once('data', () => socket.destroy()));
    const error = await errorBy(axios.create(), port);
    expect(error).toMatchObject({ kind: 'connection', delivery: 'unknown' });
  });

  test('perhaps sent where an interceptor repeated it until nothing listened', async () => {
    const unused = await freePort();
    const { port } = await rawServer((socket) => socket.once('data', () => socket.destroy()));
    const instance = axios.create();
    instance.interceptors.response.use(undefined, (error: AxiosError) =>
      axios.request({ ...error.config, url: `http://127.0.0.1:${unused}/` }),
    );
    expect(await errorBy(instance, port)).toMatchObject({ delivery: 'unknown' });
  });

  test('perhaps sent where an interceptor failed to tell another server of it', async () => {
    const unused = await freePort();
    const { port } = await rawServer((socket) => socket.once('data', () => socket.destroy()));
    const instance = axios.create();
    instance.interceptors.response.use(undefined, () => axios.get(`http://127.0.0.1:${unused}/`));
    expect(await errorBy(instance, port)).toMatchObject({ delivery: 'unknown' });
  });

  test('answered where an interceptor failed with the answer', async () => {
    const { port } = await httpServer((_request, response) => void response.end('fine'));
    const instance = axios.create();
    instance.interceptors.response.use(() => {
      throw new TypeError(`oops ${key}`);
    });
    const error = await errorBy(instance, port);
    expect(error).toMatchObject({ kind: 'protocol', delivery: 'answered' });
    expect(error.cause).toMatchObject({ name: 'TypeError', message: 'oops [redacted]' });
  });

  test.each([
    ['an error', () => new RangeError('no token')],
    ['an error of axios', () => new AxiosError('no token', 'ERR_NETWORK')],
    ['nothing', () => undefined],
  ])('not sent where an interceptor threw %s before it', async (_name, make) => {
    const error = await errorBy(failing(make), await freePort());
    expect(error).toMatchObject({ kind: 'connection', delivery: 'not_sent', retryable: false });
  });

  test('perhaps sent where an adapter failed as it likes', async () => {
    const adapter: AxiosAdapter = () => Promise.reject(new Error('ECONNREFUSED'));
    const error = await errorBy(axios.create({ adapter }), 1);
    expect(error).toMatchObject({ kind: 'connection', delivery: 'unknown' });
  });

  test.each([
    ['HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx', 'was cut short'],
    ['no HTTP at all\r\n\r\n', 'is not a valid HTTP answer'],
  ])('answered where %j came', async (bytes, problem) => {
    const { port } = await rawServer((socket) => socket.once('data', () => socket.end(bytes)));
    const error = await errorBy(axios.create(), port);
    expect(error).toMatchObject({ kind: 'protocol', delivery: 'answered' });
    expect(error.message).toContain(problem);
  });

  test('too large to send', async () => {
    const body = 'x'.repeat(2000);
    const error = await errorBy(axios.create(), 1, { body }, { maxRequestBytes: 1024 });
    expect(error).toMatchObject({ kind: 'input', delivery: 'not_sent' });
  });
});

describe('a request by an axios instance ends', () => {
  const silent = () => httpServer((request) => void request.resume());

  test('with its time', async () => {
    const error = await errorBy(axios.create(), (await silent()).port, {}, { timeoutMs: 100 });
    expect(error).toMatchObject({ kind: 'timeout', delivery: 'unknown', timeoutMs: 100 });
  });

  test("with the instance's own timeout", async () => {
    const error = await errorBy(axios.create({ timeout: 50 }), (await silent()).port);
    expect(error).toMatchObject({ kind: 'timeout', delivery: 'unknown', timeoutMs: 50 });
  });

  test('with its time in the middle of the answer', async () => {
    const { port } = await rawAnswer('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx');
    const error = await errorBy(axios.create(), port, {}, { timeoutMs: 100 });
    expect(error).toMatchObject({ kind: 'timeout', delivery: 'unknown' });
  });

  test('with its time in an interceptor that never comes back, and is not sent later', async () => {
    const { port, sockets } = await httpServer((_request, response) => void response.end());
    const instance = axios.create();
    const released = new EventTarget();
    instance.interceptors.request.use(async (config) => {
      await once(released, 'go');
      // Nor does it heed the signal.
      delete config.signal;
      return config;
    });
    const error = await errorBy(instance, port, {}, { timeoutMs: 50 });
    expect(error).toMatchObject({ kind: 'timeout', delivery: 'not_sent' });
    released.dispatchEvent(new Event('go'));
    expect((await sendBy(axios.create(), port)).status).toBe(200);
    expect(sockets).toHaveLength(1);
  });

  test('with its caller, and with the client', async () => {
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    const { port } = await httpServer(() => arrive());
    const http = axiosHttp(axios.create());
    const controller = new AbortController();
    const aborted = rejectionOf(http.send(postTo(port, { signal: controller.signal })));
    await arrived;
    controller.abort();
    expect(await aborted).toMatchObject({ kind: 'aborted', delivery: 'unknown' });
    const closed = rejectionOf(http.send(postTo(port)));
    await http.close();
    expect(await closed).toMatchObject({ kind: 'aborted' });
    expect(await rejectionOf(http.send(postTo(port)))).toMatchObject({ delivery: 'not_sent' });
  });

  test('with the cancelling of an interceptor', async () => {
    const error = await errorBy(
      failing(() => new axios.CanceledError('no')),
      await freePort(),
    );
    expect(error).toMatchObject({ delivery: 'not_sent' });
  });
});

test('what is no axios instance and wrong limits are refused', () => {
  expect(() => axiosHttp({} as AxiosInstance)).toThrow(EgoiConfigError);
  expect(() => axiosHttp(axios, { timeoutMs: 0 })).toThrow(EgoiConfigError);
});
