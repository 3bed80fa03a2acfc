import zlib from 'node:zlib';
import { afterEach, describe, expect, test } from '@jest/globals';
import { EgoiInputError, EgoiProtocolError } from '@egoi-client/core';
import { clientWith, closeClients, postTo, rejectionOf } from './support/client.ts';
import { closeServers, httpServer, type Loopback } from './support/loopback.ts';

afterEach(async () => {
  await closeClients();
  await closeServers();
});

function answering(
  body: Buffer | string,
  headers: Record<string, string> = {},
  status = 200,
): Promise<Loopback> {
  return httpServer((request, response) => {
    request.resume();
    response.writeHead(status, headers).end(body);
  });
}

async function textOf(server: Loopback): Promise<string> {
  return (await clientWith().send(postTo(server.port))).text;
}

describe('compression', () => {
  const text = 'São João & <b>!'.repeat(5000);

  test.each([
    ['gzip', zlib.gzipSync(text)],
    ['x-gzip', zlib.gzipSync(text)],
    ['GZIP', zlib.gzipSync(text)],
    ['deflate', zlib.deflateSync(text)],
    ['deflate', zlib.deflateRawSync(text)],
    ['br', zlib.brotliCompressSync(text)],
    ['identity', Buffer.from(text)],
  ])('%s is undone', async (coding, body) => {
    expect(await textOf(await answering(body, { 'content-encoding': coding }))).toBe(text);
  });

  test('is undone in an answer that comes byte by byte', async () => {
    const body = zlib.gzipSync('byte by byte');
    const server = await httpServer((request, response) => {
      request.resume();
      response.setHeader('content-encoding', 'gzip');
      let sent = 0;
      const sendNext = () => {
        if (sent === body.length) response.end();
        else response.write(body.subarray(sent, ++sent), () => setImmediate(sendNext));
      };
      sendNext();
    });
    expect(await textOf(server)).toBe('byte by byte');
  });

  test('leaves the connection fit for the next request', async () => {
    const server = await answering(zlib.gzipSync(text), { 'content-encoding': 'gzip' });
    const client = clientWith();
    await client.send(postTo(server.port));
    await client.send(postTo(server.port));
    expect(server.sockets).toHaveLength(1);
  });

  test.each([
    'UTF-8',
    'utf8',
    'ISO-8859-1',
    'us-ascii',
    'none',
    'NONE',
    'binary',
    '7bit',
    '8bit',
    'identity',
    'identity, identity',
    ' , ',
    '',
  ])('%p is no compression', async (coding) => {
    const server = await answering(text, { 'content-encoding': coding });
    expect((await clientWith().send(postTo(server.port))).text).toBe(text);
  });

  test.each(['gzip, identity', 'identity,gzip', 'gzip,', 'UTF-8, x-gzip'])(
    '%p is gzip alone',
    async (coding) => {
      const server = await answering(zlib.gzipSync(text), { 'content-encoding': coding });
      expect((await clientWith().send(postTo(server.port))).text).toBe(text);
    },
  );

  test.each(['gzip', 'deflate', 'br'])('%s may be said of an empty body', async (coding) => {
    expect(await textOf(await answering('', { 'content-encoding': coding }))).toBe('');
  });

  const whole = zlib.gzipSync(text);
  test.each([
    ['gzip', Buffer.from('<not-compressed/>')],
    ['gzip', whole.subarray(0, whole.length - 20)],
    ['gzip', Buffer.from([...whole.subarray(0, 30), 1, 2, 3, ...whole.subarray(33)])],
    ['deflate', Buffer.from([0x78, 0x9c, 0xff, 0xff])],
    ['br', Buffer.from('not brotli at all')],
  ])('%s that is broken is an unreadable answer', async (coding, body) => {
    const server = await answering(body, { 'content-encoding': coding });
    const error = await rejectionOf(clientWith().send(postTo(server.port)));
    expect(error).toBeInstanceOf(EgoiProtocolError);
    expect(error).toMatchObject({ delivery: 'answered', retryable: false });
    expect(error.message).toBe(
      `the answer from 127.0.0.1:${server.port} (HTTP 200) cannot be read: its compression is broken`,
    );
  });

  test.each(['zstd', 'gzip, gzip', 'nonsense'])('%s is refused', async (coding) => {
    const server = await answering('x', { 'content-encoding': coding });
    const error = await rejectionOf(clientWith().send(postTo(server.port)));
    expect(error).toBeInstanceOf(EgoiProtocolError);
    expect(error.message).toContain('compressed in a way that was not asked for');
    await server.closed(0);
  });
});

describe('the largest answer', () => {
  const zeros = Buffer.alloc(96 * 1024 * 1024);

  test('is taken, and one byte more is not', async () => {
    const client = clientWith({ maxResponseBytes: 1024 });
    const fits = await answering('x'.repeat(1024));
    expect((await client.send(postTo(fits.port))).text).toHaveLength(1024);

    const tooLarge = await answering('x'.repeat(1025));
    const error = await rejectionOf(client.send(postTo(tooLarge.port)));
    expect(error).toBeInstanceOf(EgoiProtocolError);
    expect(error).toMatchObject({ delivery: 'answered', retryable: false });
    expect(error.message).toBe(
      `the answer from 127.0.0.1:${tooLarge.port} (HTTP 200) cannot be read: it is larger than maxResponseBytes, 1024 bytes`,
    );
    await tooLarge.closed(0);
  });

  test('is refused by its length before it comes', async () => {
    const server = await httpServer((request, response) => {
      request.resume();
      response.writeHead(200, { 'content-length': '1025' }).flushHeaders();
    });
    const client = clientWith({ maxResponseBytes: 1024 });
    const error = await rejectionOf(client.send(postTo(server.port)));
    expect(error.message).toContain('larger than maxResponseBytes');
    await server.closed(0);
  });

  test('holds for an answer that never ends', async () => {
    const server = await httpServer((request, response) => {
      request.resume();
      const piece = Buffer.alloc(64 * 1024, 'x');
      const sendMore = () => {
        while (!response.destroyed && response.write(piece));
      };
      response.on('drain', sendMore);
      sendMore();
    });
    const client = clientWith({ maxResponseBytes: 1024 * 1024 });
    const error = await rejectionOf(client.send(postTo(server.port)));
    expect(error.message).toContain('larger than maxResponseBytes');
    await server.closed(0);
  });

  test.each([
    ['gzip', zlib.gzipSync(zeros)],
    ['deflate', zlib.deflateSync(zeros)],
    [
      'br',
      zlib.brotliCompressSync(zeros, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 1 } }),
    ],
  ])('holds for what %s grows to, in bounded memory', async (coding, bomb) => {
    const server = await answering(bomb, { 'content-encoding': coding });
    const client = clientWith({ maxResponseBytes: 1024 * 1024 });
    const beforeBytes = process.memoryUsage.rss();
    const error = await rejectionOf(client.send(postTo(server.port)));
    expect(error.message).toContain('larger than maxResponseBytes');
    expect(process.memoryUsage.rss() - beforeBytes).toBeLessThan(48 * 1024 * 1024);
  });
});

describe('the largest request', () => {
  test('is sent, and one byte more is not', async () => {
    let requests = 0;
    const server = await httpServer((request, response) => {
      requests++;
      request.resume();
      request.on('end', () => response.end('x'));
    });
    const client = clientWith({ maxRequestBytes: 1024 });
    await client.send(postTo(server.port, { body: 'é'.repeat(512) }));
    const error = await rejectionOf(
      client.send(postTo(server.port, { body: `${'é'.repeat(512)}x` })),
    );
    expect(error).toBeInstanceOf(EgoiInputError);
    expect(error.delivery).toBe('not_sent');
    expect(error.message).toBe(
      'getLists was not sent: parameters: the request has 1025 bytes, more than maxRequestBytes, 1024; send less at a time',
    );
    expect(requests).toBe(1);
  });
});
