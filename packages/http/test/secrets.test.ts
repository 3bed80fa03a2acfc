import { inspect } from 'node:util';
import { afterEach, describe, expect, test } from '@jest/globals';
import { EgoiError } from '@egoi-client/core';
import type { HttpExchange, HttpOptions } from '../src/index.ts';
import { clientWith, closeClients, postTo, rejectionOf } from './support/client.ts';
import {
  closeServers,
  freePort,
  httpServer,
  httpsServer,
  rawAnswer,
  rawServer,
} from './support/loopback.ts';

afterEach(async () => {
  await closeClients();
  await closeServers();
});

const key = 'k3y-0123456789abcdef';

/** Everything that a log could show of an error. */
function everythingOf(error: EgoiError): string {
  const shown = inspect(error, { depth: 12, showHidden: true, getters: true });
  return [shown, error.stack, String(error), JSON.stringify(error), error.message].join('\n');
}

const spellings = [
  key,
  Buffer.from(key).toString('hex'),
  Buffer.from(key).toString('base64'),
  // What inspect makes of a Buffer that holds it.
  inspect(Buffer.from(key)).slice('<Buffer '.length, -1),
];
const foreign = ['ClientRequest', 'IncomingMessage', 'Socket {', 'rawPacket'];

/** Sends the key in every place of a request, and says what the error shows that it must not. */
async function leaksOf(
  port: number,
  options: HttpOptions = {},
  changes: Partial<HttpExchange> = {},
): Promise<string[]> {
  const exchange = postTo(port, {
    url: `http://127.0.0.1:${port}/${key}?apikey=${key}`,
    headers: { Authorization: `Bearer ${key}`, SOAPAction: key },
    body: `apikey=${key}`,
    ...changes,
  });
  const shown = everythingOf(await rejectionOf(clientWith(options).send(exchange)));
  return [...spellings, ...foreign].filter((text) => shown.includes(text));
}

describe('an error holds no secret', () => {
  test('when nothing listens', async () => {
    expect(await leaksOf(await freePort())).toEqual([]);
  });

  test('when the connection breaks', async () => {
    const server = await rawServer((socket) => socket.once('data', () => socket.destroy()));
    expect(await leaksOf(server.port)).toEqual([]);
  });

  test('when the answer is the request, and not HTTP', async () => {
    const server = await rawServer((socket) => socket.once('data', (chunk) => socket.write(chunk)));
    expect(await leaksOf(server.port)).toEqual([]);
  });

  test('when the answer is cut short after an echo', async () => {
    const server = await rawServer((socket) => {
      socket.once('data', () => {
        socket.end(`HTTP/1.1 200 ${key}\r\nX: ${key}\r\nContent-Length: 99\r\n\r\n${key}`);
      });
    });
    expect(await leaksOf(server.port)).toEqual([]);
  });

  test('when the compression of an echo is broken', async () => {
    const server = await httpServer((request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip', 'x-echo': key });
      request.pipe(response);
    });
    expect(await leaksOf(server.port)).toEqual([]);
  });

  test('when the server names what it should not', async () => {
    const server = await rawAnswer(
      `HTTP/1.1 200 OK\r\nContent-Type: text/xml; charset="${key} ${key}"\r\nContent-Length: 1\r\n\r\nx`,
    );
    expect(
      await leaksOf(
        server.port,
        {},
        { context: { redact: (text) => text.replaceAll(key, '[redacted]') } },
      ),
    ).toEqual([]);
  });

  test('when time is up', async () => {
    const server = await httpServer((request) => void request.resume());
    expect(await leaksOf(server.port, { timeoutMs: 100 })).toEqual([]);
  });

  test('when the caller aborts with a reason that has one', async () => {
    const signal = AbortSignal.abort(new Error(key));
    expect(await leaksOf(await freePort(), {}, { signal })).toEqual([]);
  });

  test('when the request is too large', async () => {
    expect(
      await leaksOf(await freePort(), { maxRequestBytes: 1024 }, { body: key.repeat(100) }),
    ).toEqual([]);
  });

  test('when a header cannot be sent', async () => {
    expect(await leaksOf(await freePort(), {}, { headers: { 'X-Key': `${key}\u0007` } })).toEqual(
      [],
    );
  });

  test('when the address is none', async () => {
    expect(await leaksOf(0, {}, { url: `nowhere ${key}` })).toEqual([]);
  });

  test('when the certificate is wrong', async () => {
    const server = await httpsServer('server.pem', (_request, response) => {
      response.end();
    });
    const url = `https://localhost:${server.port}/${key}?apikey=${key}`;
    expect(await leaksOf(server.port, {}, { url })).toEqual([]);
  });

  test('when the redactor is needed for the host', async () => {
    const error = await rejectionOf(
      clientWith().send(
        postTo(0, {
          url: `http://${key}.invalid/`,
          context: { redact: (text) => text.replaceAll(key, '[redacted]') },
        }),
      ),
    );
    expect(everythingOf(error)).not.toContain(key);
  });
});
