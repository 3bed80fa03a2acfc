import type { Socket } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { EgoiConfigError, EgoiConnectionError, EgoiProtocolError } from '@egoi-client/core';
import { clientWith, closeClients, postTo, rejectionOf } from './support/client.ts';
import { closeServers, freePort, rawAnswer, rawServer } from './support/loopback.ts';

afterEach(async () => {
  await closeClients();
  await closeServers();
});

/** A server that reads one request to its end and then does something to the connection. */
function afterRequest(act: (socket: Socket) => void) {
  return rawServer((socket) => {
    let seen = '';
    socket.on('data', (chunk: Buffer) => {
      seen += chunk.toString('latin1');
      if (seen.endsWith('\r\n\r\nhello')) act(socket);
    });
  });
}

describe('without a connection', () => {
  test('nothing was sent when the port is closed', async () => {
    const port = await freePort();
    const error = await rejectionOf(clientWith().send(postTo(port)));
    expect(error).toBeInstanceOf(EgoiConnectionError);
    expect(error).toMatchObject({
      message: `no connection to 127.0.0.1:${port}: nothing accepts connections there (ECONNREFUSED)`,
      delivery: 'not_sent',
      retryable: true,
      method: 'getLists',
      transport: 'rest',
    });
  });

  test('nothing was sent when both addresses of a name refuse', async () => {
    const port = await freePort();
    const exchange = postTo(port, { url: `http://localhost:${port}/` });
    const error = await rejectionOf(clientWith().send(exchange));
    expect(error.message).toBe(
      `no connection to localhost:${port}: nothing accepts connections there (ECONNREFUSED)`,
    );
  });

  test('nothing was sent when the name is not known', async () => {
    const exchange = postTo(0, { url: 'https://no-such-host.invalid/v2/rest.php' });
    const error = await rejectionOf(clientWith().send(exchange));
    expect(error).toBeInstanceOf(EgoiConnectionError);
    expect(error.delivery).toBe('not_sent');
    expect(error.message).toMatch(
      /^no connection to no-such-host\.invalid:443: the (?:host name is not known \(ENOTFOUND\)|name server does not answer \(EAI_AGAIN\))$/,
    );
  });

  test('nothing was sent to what is no web address', async () => {
    for (const url of ['', '/v2/rest.php', 'data:text/plain,x', 'ftp://127.0.0.1/']) {
      const error = await rejectionOf(clientWith().send(postTo(0, { url })));
      expect(error).toBeInstanceOf(EgoiConfigError);
      expect(error.delivery).toBe('not_sent');
    }
  });
});

describe('before the answer', () => {
  test('a closed connection leaves open what became of the request', async () => {
    const server = await afterRequest((socket) => socket.end());
    const error = await rejectionOf(clientWith().send(postTo(server.port)));
    expect(error).toBeInstanceOf(EgoiConnectionError);
    expect(error).toMatchObject({ delivery: 'unknown', retryable: true });
    expect(error.message).toBe(
      `the connection to 127.0.0.1:${server.port} broke before an answer came (ECONNRESET)`,
    );
  });

  test('so does a reset one', async () => {
    const server = await afterRequest((socket) => socket.resetAndDestroy());
    const error = await rejectionOf(clientWith().send(postTo(server.port)));
    expect(error).toBeInstanceOf(EgoiConnectionError);
    expect(error).toMatchObject({ delivery: 'unknown', retryable: true });
  });

  test.each(['HTTP/1.1 20', 'HTTP/1.1 200 OK\r\nContent-Le'])(
    'so does one that ends in the head of the answer: %j',
    async (answer) => {
      const server = await afterRequest((socket) => socket.end(answer));
      const error = await rejectionOf(clientWith().send(postTo(server.port)));
      expect(error).toBeInstanceOf(EgoiConnectionError);
      expect(error).toMatchObject({ delivery: 'unknown', retryable: true });
    },
  );

  test('so does a kept connection that the server closes on the next request', async () => {
    let requests = 0;
    const server = await rawServer((socket) => {
      socket.on('data', (chunk: Buffer) => {
        if (!chunk.toString().endsWith('hello')) return;
        if (++requests === 1) socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');
        else socket.resetAndDestroy();
      });
    });
    const client = clientWith();
    await client.send(postTo(server.port));
    const error = await rejectionOf(client.send(postTo(server.port)));
    expect(error).toBeInstanceOf(EgoiConnectionError);
    expect(error).toMatchObject({ delivery: 'unknown', retryable: true });
    expect(error.message).toContain(`a connection kept open to 127.0.0.1:${server.port} broke`);
    expect(server.sockets).toHaveLength(1);
  });

  test('a switch to another protocol is a broken connection, not a call without end', async () => {
    const server = await rawAnswer(
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n',
    );
    const error = await rejectionOf(clientWith().send(postTo(server.port)));
    expect(error).toBeInstanceOf(EgoiConnectionError);
    expect(error.delivery).toBe('unknown');
    await server.closed(0);
  });
});

describe('an answer that is not HTTP', () => {
  test.each([
    ['another protocol', '220 smtp.example.org ESMTP\r\n'],
    ['a bad header', 'HTTP/1.1 200 OK\r\nno colon here\r\n\r\n'],
    ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx'],
  ])('is refused: %s', async (_name, answer) => {
    const server = await rawAnswer(answer);
    const error = await rejectionOf(clientWith().send(postTo(server.port)));
    expect(error).toBeInstanceOf(EgoiProtocolError);
    expect(error).toMatchObject({ delivery: 'answered', retryable: false });
    expect(error.message).toMatch(
      /is not a valid HTTP answer \(HPE_[A-Z_]+\); check the endpoint$/,
    );
    await server.closed(0);
  });

  test('is refused for a chunk without a size', async () => {
    const server = await rawAnswer(
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nzz\r\n',
    );
    const error = await rejectionOf(clientWith().send(postTo(server.port)));
    expect(error).toBeInstanceOf(EgoiProtocolError);
    expect(error.message).toContain('is not a valid HTTP answer');
  });

  test.each([
    ['one header', `X: ${'x'.repeat(20_000)}\r\n`],
    ['many headers', 'X-Name: value\r\n'.repeat(4000)],
  ])('is refused for headers without end: %s', async (_name, headers) => {
    const server = await rawAnswer(`HTTP/1.1 200 OK\r\n${headers}`);
    const error = await rejectionOf(clientWith().send(postTo(server.port)));
    expect(error).toBeInstanceOf(EgoiProtocolError);
    expect(error.delivery).toBe('answered');
    expect(error.message).toBe(
      `the headers of the answer from 127.0.0.1:${server.port} are larger than 16384 bytes`,
    );
    await server.closed(0);
  });
});

describe('an answer cut short', () => {
  const cutShort = { delivery: 'answered', retryable: true };

  test.each([
    ['before its length', 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345'],
    ['before its last chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n'],
    ['in a chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nabc'],
    [
      'in compressed data',
      'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 100\r\n\r\n\x1f\x8b\x08\x00',
    ],
  ])('%s says so', async (_name, answer) => {
    const server = await afterRequest((socket) => socket.end(answer, 'latin1'));
    const error = await rejectionOf(clientWith().send(postTo(server.port)));
    expect(error).toBeInstanceOf(EgoiProtocolError);
    expect(error).toMatchObject(cutShort);
    expect(error.message).toBe(`the answer from 127.0.0.1:${server.port} was cut short`);
  });

  test('by a reset says so', async () => {
    const server = await afterRequest((socket) => {
      const start = 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345';
      socket.write(start, () => socket.resetAndDestroy());
    });
    const error = await rejectionOf(clientWith().send(postTo(server.port)));
    expect(error).toBeInstanceOf(EgoiProtocolError);
    expect(error).toMatchObject(cutShort);
  });
});
