import { getEventListeners } from 'node:events';
import { afterEach, describe, expect, test } from '@jest/globals';
import { EgoiAbortError, EgoiTimeoutError } from '@egoi-client/core';
import { clientWith, closeClients, postTo, rejectionOf } from './support/client.ts';
import { closeServers, httpServer, type Loopback, rawServer } from './support/loopback.ts';

afterEach(async () => {
  await closeClients();
  await closeServers();
});

/** A server that goes as far with an answer as it is told, and then says that it got there. */
async function stoppingAt(
  point: 'connected' | 'request' | 'headers' | 'body',
): Promise<{ server: Loopback; reached: Promise<void> }> {
  let arrive = () => {};
  const reached = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const server =
    point === 'connected'
      ? await rawServer((socket) => {
          socket.resume();
          arrive();
        })
      : await httpServer((request, response) => {
          request.resume();
          if (point !== 'request') response.writeHead(200, { 'content-length': '100' });
          if (point === 'headers') response.flushHeaders();
          if (point === 'body') response.write('some of it');
          setImmediate(arrive);
        });
  return { server, reached };
}

describe('an abort', () => {
  test('before the start sends nothing', async () => {
    const { server } = await stoppingAt('request');
    const signal = AbortSignal.abort();
    const error = await rejectionOf(clientWith().send(postTo(server.port, { signal })));
    expect(error).toBeInstanceOf(EgoiAbortError);
    expect(error.delivery).toBe('not_sent');
    expect(server.sockets).toHaveLength(0);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });

  test('right after the start, before there is a connection, sends nothing', async () => {
    let requests = 0;
    const server = await httpServer((_request, response) => {
      requests++;
      response.end();
    });
    const controller = new AbortController();
    const sending = clientWith().send(postTo(server.port, { signal: controller.signal }));
    controller.abort();
    const error = await rejectionOf(sending);
    expect(error).toBeInstanceOf(EgoiAbortError);
    expect(error.delivery).toBe('not_sent');
    expect(requests).toBe(0);
  });

  test('during the TLS handshake sends nothing', async () => {
    const { server, reached } = await stoppingAt('connected');
    const controller = new AbortController();
    const { signal } = controller;
    const url = `https://127.0.0.1:${server.port}/`;
    const sending = clientWith().send(postTo(server.port, { url, signal }));
    await reached;
    controller.abort();
    const error = await rejectionOf(sending);
    expect(error).toBeInstanceOf(EgoiAbortError);
    expect(error.delivery).toBe('not_sent');
    await server.closed(0);
  });

  test('while waiting for a free connection sends nothing', async () => {
    const { server, reached } = await stoppingAt('request');
    const client = clientWith({ maxConnections: 1 });
    const first = rejectionOf(client.send(postTo(server.port)));
    await reached;
    const controller = new AbortController();
    const second = client.send(postTo(server.port, { signal: controller.signal }));
    controller.abort();
    const error = await rejectionOf(second);
    expect(error).toBeInstanceOf(EgoiAbortError);
    expect(error.delivery).toBe('not_sent');
    expect(server.sockets).toHaveLength(1);
    await client.close();
    expect((await first).delivery).toBe('unknown');
  });

  test.each(['request', 'headers', 'body'] as const)(
    'after %s closes the connection and leaves no listener behind',
    async (point) => {
      const { server, reached } = await stoppingAt(point);
      const controller = new AbortController();
      const { signal } = controller;
      const sending = clientWith().send(postTo(server.port, { signal }));
      await reached;
      controller.abort(new Error('enough'));
      const error = await rejectionOf(sending);
      expect(error).toBeInstanceOf(EgoiAbortError);
      expect(error).toMatchObject({ delivery: 'unknown', retryable: false });
      expect(error.message).toBe('the call was aborted by its caller');
      await server.closed(0);
      expect(getEventListeners(signal, 'abort')).toHaveLength(0);
    },
  );

  test('for a time limit of the caller stays a time limit', async () => {
    const { server, reached } = await stoppingAt('request');
    const controller = new AbortController();
    const sending = clientWith().send(postTo(server.port, { signal: controller.signal }));
    await reached;
    controller.abort(
      new EgoiTimeoutError('no answer within 9 ms (the whole call)', { timeoutMs: 9 }),
    );
    const error = await rejectionOf(sending);
    expect(error).toBeInstanceOf(EgoiTimeoutError);
    expect(error).toMatchObject({ timeoutMs: 9, delivery: 'unknown', retryable: true });
  });

  test('leaves no listener behind after an answer or a failure either', async () => {
    const server = await httpServer((request, response) => {
      request.resume();
      if (request.url === '/fail') response.destroy();
      else response.end('x');
    });
    const { signal } = new AbortController();
    const client = clientWith();
    await client.send(postTo(server.port, { signal }));
    const url = `http://127.0.0.1:${server.port}/fail`;
    await rejectionOf(client.send(postTo(server.port, { signal, url })));
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });
});

describe('the time limit of a try', () => {
  const limit = { timeoutMs: 200 };

  test.each(['request', 'headers', 'body'] as const)('ends a wait after %s', async (point) => {
    const { server } = await stoppingAt(point);
    const { signal } = new AbortController();
    const error = await rejectionOf(clientWith(limit).send(postTo(server.port, { signal })));
    expect(error).toBeInstanceOf(EgoiTimeoutError);
    expect(error).toMatchObject({
      message: 'no answer within 200 ms (one try)',
      timeoutMs: 200,
      delivery: 'unknown',
      retryable: true,
    });
    await server.closed(0);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });

  test('ends a TLS handshake without end, and nothing was sent', async () => {
    const { server } = await stoppingAt('connected');
    const url = `https://127.0.0.1:${server.port}/`;
    const error = await rejectionOf(clientWith(limit).send(postTo(server.port, { url })));
    expect(error).toBeInstanceOf(EgoiTimeoutError);
    expect(error.delivery).toBe('not_sent');
    await server.closed(0);
  });

  test('holds for the whole exchange, though bytes keep coming', async () => {
    const server = await httpServer((request, response) => {
      request.resume();
      const dribble = setInterval(() => response.write('.'), 5);
      response.on('close', () => clearInterval(dribble));
    });
    const error = await rejectionOf(clientWith(limit).send(postTo(server.port)));
    expect(error).toBeInstanceOf(EgoiTimeoutError);
    expect(error.delivery).toBe('unknown');
    await server.closed(0);
  });

  test('holds though interim answers keep coming', async () => {
    const server = await rawServer((socket) => {
      const dribble = setInterval(() => socket.write('HTTP/1.1 102 Processing\r\n\r\n'), 5);
      socket.on('close', () => clearInterval(dribble));
      socket.resume();
    });
    const error = await rejectionOf(clientWith(limit).send(postTo(server.port)));
    expect(error).toBeInstanceOf(EgoiTimeoutError);
    await server.closed(0);
  });
});

describe('close', () => {
  test('ends idle connections and refuses further requests', async () => {
    const server = await httpServer((request, response) => {
      request.resume();
      response.end('x');
    });
    const client = clientWith();
    await client.send(postTo(server.port));
    await client.close();
    await server.closed(0);
    const error = await rejectionOf(client.send(postTo(server.port)));
    expect(error).toBeInstanceOf(EgoiAbortError);
    expect(error).toMatchObject({ delivery: 'not_sent', message: 'the transport was closed' });
    expect(server.sockets).toHaveLength(1);
    // Idle connections end by themselves after four seconds, which is not what is asked here.
  });

  test('ends requests under way', async () => {
    const { server, reached } = await stoppingAt('body');
    const client = clientWith();
    const sending = client.send(postTo(server.port));
    await reached;
    await client.close();
    const error = await rejectionOf(sending);
    expect(error).toBeInstanceOf(EgoiAbortError);
    expect(error).toMatchObject({ delivery: 'unknown', message: 'the transport was closed' });
    await server.closed(0);
  });

  test('may be called twice', async () => {
    const client = clientWith();
    await client.close();
    await expect(client.close()).resolves.toBeUndefined();
  });
});
