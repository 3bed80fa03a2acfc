import { describe, expect, test } from '@jest/globals';
import { heldTransport } from './support/held-transport.ts';
import { postText, rawConnection } from '../../http/test/support/raw-connection.ts';
import { endpoints, restCall } from './support/requests.ts';
import { answering, startingGateways } from './support/serving.ts';

const start = startingGateways();
const rest = '/v2/rest.php';
const head = `POST ${rest} HTTP/1.1\r\nhost: localhost\r\n`;

/** What a well-behaved client hears. */
async function answerAt(port: number): Promise<string> {
  const { socket, until } = await rawConnection(port);
  socket.write(postText(rest, restCall('getLists')));
  const text = await until(/success/);
  socket.destroy();
  return text;
}

const served = /^HTTP\/1.1 200 OK[^]*success/;

describe('a body that is too large', () => {
  test.each(endpoints)('is refused over $id before it has come', async ({ path }) => {
    const { port } = await start(answering('OK'), { maxBodyBytes: 1024 });
    const { socket, until } = await rawConnection(port);
    socket.write(`POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-length: 99999999999\r\n\r\n`);
    const text = await until(/larger than 1024 bytes/);
    expect(text).toMatch(/^HTTP\/1.1 413 [^]*connection: close/i);
    socket.destroy();
    expect(await answerAt(port)).toMatch(served);
  });

  test('is refused when it grows beyond the limit in chunks', async () => {
    const { port } = await start(answering('OK'), { maxBodyBytes: 1024 });
    const { socket, heard, until } = await rawConnection(port);
    socket.write(`${head}transfer-encoding: chunked\r\n\r\n`);
    for (let chunk = 0; chunk < 3; chunk += 1) socket.write(`200\r\n${'x'.repeat(512)}\r\n`);
    const text = await until(/larger than 1024 bytes/);
    expect(text).toMatch(/^HTTP\/1.1 413 [^]*connection: close/i);
    // The end of the body is the end of the connection.
    socket.write('0\r\n\r\n');
    expect(await heard).toBe(text);
    expect(await answerAt(port)).toMatch(served);
  });

  test('is read to its end, so that the client sees why it was refused', async () => {
    const { urls } = await start(answering('OK'), { maxBodyBytes: 1024 });
    const body = 'x'.repeat(8 * 1024 * 1024);
    const response = await fetch(urls.rest, {
      method: 'POST',
      body,
      headers: { 'content-type': '' },
    });
    expect(response.status).toBe(413);
  });

  test('is refused before it is sent, where the client asks first', async () => {
    const { port } = await start(answering('OK'), { maxBodyBytes: 1024 });
    const { socket, until } = await rawConnection(port);
    socket.write(`${head}expect: 100-continue\r\ncontent-length: 5000\r\n\r\n`);
    expect(await until(/413 /)).not.toContain('100 Continue');
    socket.destroy();
  });
});

test('a client that asks first is told to go on', async () => {
  const { port } = await start(answering('OK'));
  const { socket, until } = await rawConnection(port);
  const body = restCall('getLists');
  socket.write(`${head}expect: 100-continue\r\ncontent-length: ${body.length}\r\n\r\n`);
  expect(await until(/\r\n\r\n/)).toBe('HTTP/1.1 100 Continue\r\n\r\n');
  socket.write(body);
  expect(await until(/success/)).toContain('HTTP/1.1 200 OK');
  socket.destroy();
});

test('bodies of all requests together are held up to a limit', async () => {
  const transport = heldTransport();
  const { port } = await start(transport, { maxBodyBytes: 1024, maxTotalBodyBytes: 1024 });
  const first = await rawConnection(port);
  first.socket.write(postText(rest, restCall('getLists', { a: 'x'.repeat(600) })));
  const { answer } = await transport.next();
  const second = await rawConnection(port);
  second.socket.write(postText(rest, restCall('getLists', { a: 'x'.repeat(600) })));
  expect(await second.until(/try later/)).toContain('HTTP/1.1 503 ');
  answer();
  await first.until(/success/);
  const third = await rawConnection(port);
  third.socket.write(postText(rest, restCall('getLists', { a: 'x'.repeat(600) })));
  (await transport.next()).answer();
  await third.until(/success/);
  for (const { socket } of [first, second, third]) socket.destroy();
});

describe('a slow client', () => {
  test('that does not end its head is told so and cut off', async () => {
    const { port } = await start(answering('OK'), { headersTimeoutMs: 20 });
    const { socket, heard } = await rawConnection(port);
    socket.write('POST /v2/rest.php HTTP/1.1\r\nhost: ');
    expect(await heard).toMatch(/^HTTP\/1.1 408 /);
    expect(await answerAt(port)).toMatch(served);
  });

  test('that does not end its body is told so and cut off', async () => {
    const { port } = await start(answering('OK'), { requestTimeoutMs: 20 });
    const { socket, heard } = await rawConnection(port);
    socket.write(`${head}content-length: 100\r\n\r\ntype=`);
    expect(await heard).toMatch(/^HTTP\/1.1 408 /);
    expect(await answerAt(port)).toMatch(served);
  });

  test('that says nothing is cut off', async () => {
    const { port } = await start(answering('OK'), { headersTimeoutMs: 20 });
    const { heard } = await rawConnection(port);
    expect(await heard).toMatch(/^HTTP\/1.1 408 /);
  });
});

describe('what is not HTTP', () => {
  test.each([
    ['a head that is too large', `${head}x: ${'y'.repeat(3000)}\r\n\r\n`, '431'],
    [
      'an address that is too long',
      `GET ${rest}?${'y'.repeat(3000)} HTTP/1.1\r\nhost: localhost\r\n\r\n`,
      '431',
    ],
    ['nonsense', 'what is this\r\n\r\n', '400'],
    ['a TLS handshake', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001', '400'],
    ['a request without a host', `GET ${rest} HTTP/1.1\r\n\r\n`, '400'],
    ['a broken chunk', `${head}transfer-encoding: chunked\r\n\r\nzz\r\n`, '400'],
    ['two lengths', `${head}content-length: 1\r\ncontent-length: 2\r\n\r\nab`, '400'],
    [
      'a length beside chunks',
      `${head}content-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
      '400',
    ],
  ])('%s is refused without details', async (_name, text, status) => {
    const { port } = await start(answering('OK'), { maxHeaderBytes: 2048 });
    const { socket, heard } = await rawConnection(port);
    socket.write(text, 'latin1');
    const answer = await heard;
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).not.toMatch(/HPE_|ERR_|Error|\.ts|\.js/);
    expect(await answerAt(port)).toMatch(served);
  });
});

describe('requests that are sent in one go', () => {
  test('are answered one after the other', async () => {
    const transport = heldTransport();
    const { port } = await start(transport);
    const { socket, until } = await rawConnection(port);
    socket.write(postText(rest, restCall('first')) + postText(rest, restCall('second')));
    const first = await transport.next();
    await new Promise(setImmediate);
    expect(transport.count).toBe(1);
    first.answer();
    (await transport.next()).answer();
    expect(await until(/second[^]*success/)).toMatch(/"first"[^]*"second"/);
    socket.destroy();
  });

  test('are too many at some number', async () => {
    const transport = heldTransport();
    const { port } = await start(transport);
    const { socket, heard } = await rawConnection(port);
    socket.write(postText(rest, restCall('getLists')).repeat(17));
    expect(await heard).toBe('');
    expect(transport.count).toBeLessThanOrEqual(1);
    await expect(transport.next()).resolves.toMatchObject({ request: { method: 'getLists' } });
  });

  test('with nonsense after the first leave its answer out rather than mix it up', async () => {
    const transport = heldTransport();
    const { port } = await start(transport);
    const { socket, heard } = await rawConnection(port);
    socket.write(`${postText(rest, restCall('getLists'))}nonsense\r\n\r\n`);
    expect(await heard).toBe('');
  });
});
