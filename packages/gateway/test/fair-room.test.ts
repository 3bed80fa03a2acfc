import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { describe, expect, test } from '@jest/globals';
import { heldTransport } from './support/held-transport.ts';
import {
  postText,
  type RawConnection,
  rawConnection,
} from '../../http/test/support/raw-connection.ts';
import { endpoints, restCall } from './support/requests.ts';
import { answering, startingGateways } from './support/serving.ts';

const start = startingGateways();
const rest = '/v2/rest.php';
const call = postText(rest, restCall('getLists'));
const [one, two, three] = ['127.0.0.1', '127.0.0.2', '127.0.0.3'];

/** Makes a call, and gives what came back. */
async function answerOn(connection: RawConnection, times = 1): Promise<string> {
  connection.socket.write(call);
  return Promise.race([connection.untilHeard('success', times), connection.heard]);
}

async function openMany(count: number, port: number, from: string): Promise<RawConnection[]> {
  const opened: RawConnection[] = [];
  for (let times = 0; times < count; times += 1) opened.push(await rawConnection(port, from));
  return opened;
}

describe('where there is no room for another connection', () => {
  test('one that says nothing goes, the oldest first', async () => {
    const { port } = await start(answering('OK'), {
      maxConnections: 3,
      maxConnectionsPerAddress: 3,
    });
    const [first, second, third] = await openMany(3, port, two);
    expect(await answerOn(await rawConnection(port, one))).toContain('success');
    expect(await first?.heard).toBe('');
    expect(await answerOn(await rawConnection(port, one))).toContain('success');
    expect(await second?.heard).toBe('');
    expect(third?.socket.closed).toBe(false);
  });

  test('an unfinished head goes before an idle connection', async () => {
    const { port } = await start(answering('OK'), { maxConnections: 2 });
    const idle = await rawConnection(port, two);
    await answerOn(idle);
    const unfinished = await rawConnection(port, three);
    unfinished.socket.write('POST /v2/rest.php HTTP/1.1\r\nhost: ');
    expect(await answerOn(await rawConnection(port, one))).toContain('success');
    expect(await unfinished.heard).toBe('');
    expect(await answerOn(idle, 2)).toMatch(/success[^]*success/);
  });

  test('a handshake that does not end goes over TLS, and calls over it are kept', async () => {
    const read = (name: string) => readFileSync(join(__dirname, 'fixtures', name), 'utf8');
    const tls = { key: read('localhost.key.pem'), cert: read('localhost.cert.pem') };
    const limits = { maxConnections: 2, maxConnectionsPerAddress: 2 };
    const { port } = await start(answering('OK'), limits, { tls });
    const kept = connect({ port, host: '127.0.0.1', rejectUnauthorized: false });
    await once(kept, 'secureConnect');
    kept.write(call);
    await once(kept, 'data');
    const unfinished = await rawConnection(port, two);
    const next = connect({ port, host: '127.0.0.1', rejectUnauthorized: false });
    next.write(call);
    expect(String((await once(next, 'data'))[0])).toContain('200 OK');
    expect(await unfinished.heard).toBe('');
    kept.write(call);
    expect(String((await once(kept, 'data'))[0])).toContain('200 OK');
    for (const socket of [kept, next]) socket.destroy();
  });

  test('an idle one goes when nothing else can', async () => {
    const { port } = await start(answering('OK'), { maxConnections: 1 });
    const idle = await rawConnection(port, two);
    await answerOn(idle);
    expect(await answerOn(await rawConnection(port, one))).toContain('success');
    expect(await idle.heard).toContain('success');
  });

  test('no call is ended for it: the new one is closed unanswered', async () => {
    const transport = heldTransport();
    const { port } = await start(transport, { maxConnections: 1 });
    const first = await rawConnection(port, two);
    first.socket.write(call);
    const { answer } = await transport.next();
    expect(await (await rawConnection(port, one)).heard).toBe('');
    answer();
    expect(await first.until(/success/)).toContain('success');
  });

  test('the address that has most gives up one, and the few of others stay', async () => {
    const { port } = await start(answering('OK'), { maxConnections: 64 });
    const few = await openMany(4, port, one);
    for (const connection of few) await answerOn(connection);
    for (const hostile of [two, three]) {
      for (const connection of await openMany(80, port, hostile)) connection.socket.write('POST ');
    }
    for (const connection of few)
      expect(await answerOn(connection, 2)).toMatch(/success[^]*success/);
    expect(await answerOn(await rawConnection(port, one))).toContain('success');
  });

  test('also bodies that come, of the address that has most', async () => {
    const { port } = await start(answering('OK'), { maxConnections: 32 });
    for (const hostile of [two, three]) {
      for (const { socket } of await openMany(16, port, hostile)) socket.write(call.slice(0, -1));
    }
    expect(await answerOn(await rawConnection(port, one))).toContain('success');
  });

  test('the last eighth is for those who have few, whatever the calls of others take', async () => {
    const transport = heldTransport();
    const { port } = await start(transport, { maxConnections: 32 });
    for (const hostile of [two, three]) {
      for (const { socket } of await openMany(20, port, hostile)) socket.write(call);
    }
    const honest = await rawConnection(port, one);
    honest.socket.write(postText(rest, restCall('honest')));
    for (;;) {
      const { request, answer } = await transport.next();
      answer();
      if (request.method === 'honest') break;
    }
    expect(await honest.until(/success/)).toContain('"honest"');
  });
});

describe('one address', () => {
  test('has its connections up to a limit, beyond which its own idle ones go', async () => {
    const transport = heldTransport();
    const { port } = await start(transport, { maxConnections: 8, maxConnectionsPerAddress: 2 });
    const calling = await rawConnection(port, two);
    calling.socket.write(call);
    const { answer } = await transport.next();
    const silent = await rawConnection(port, two);
    const next = await rawConnection(port, two);
    expect(await silent.heard).toBe('');
    next.socket.write(call);
    (await transport.next()).answer();
    await next.until(/success/);
    answer();
    await calling.until(/success/);
  });

  test('that a trusted proxy names has its calls up to the same limit', async () => {
    const transport = heldTransport();
    const { port } = await start(transport, {
      maxConnectionsPerAddress: 1,
      trustedProxies: ['127.0.0.0/8'],
    });
    const from = (address: string) =>
      postText(rest, restCall('getLists'), [`x-forwarded-for: 198.51.100.9, ${address}`]);
    const [first, second, third] = await openMany(3, port, two);
    first?.socket.write(from('203.0.113.1'));
    const { answer } = await transport.next();
    second?.socket.write(from('203.0.113.1'));
    expect(await second?.heard).toMatch(/^HTTP\/1.1 503 /);
    third?.socket.write(from('203.0.113.2'));
    (await transport.next()).answer();
    await third?.until(/success/);
    answer();
    await first?.until(/success/);
  });
});

describe('bodies', () => {
  const bytes = 64 * 1024;
  const limits = { maxBodyBytes: bytes, maxTotalBodyBytes: 4 * bytes };
  const stalled = `POST ${rest} HTTP/1.1\r\nhost: localhost\r\ncontent-length: ${bytes}\r\n\r\n${'x'.repeat(bytes - 10)}`;

  test('that stall in the room of all are given up when others need it', async () => {
    const { port } = await start(answering('OK'), {
      ...limits,
      maxBodyBytesPerAddress: 4 * bytes,
    });
    const hostile = await openMany(4, port, two);
    for (const { socket } of hostile) {
      socket.write(stalled);
    }
    const honest = await rawConnection(port, one);
    const long = postText(rest, restCall('getLists', { a: 'x'.repeat(bytes - 200) }));
    honest.socket.write(long);
    expect(await honest.until(/success|try later/)).toContain('success');
    const refused = await Promise.race(hostile.map(({ until }) => until(/try later/)));
    expect(refused).toMatch(/^HTTP\/1.1 503 /);
  });

  test('of one address are held up to a limit', async () => {
    const transport = heldTransport();
    const { port } = await start(transport, { ...limits, maxBodyBytesPerAddress: bytes });
    const [first, second] = await openMany(2, port, two);
    const half = postText(rest, restCall('getLists', { a: 'x'.repeat(bytes * 0.6) }));
    first?.socket.write(half);
    const { answer } = await transport.next();
    second?.socket.write(half);
    expect(await second?.until(/try later/)).toMatch(/^HTTP\/1.1 503 /);
    const other = await rawConnection(port, one);
    other.socket.write(half);
    (await transport.next()).answer();
    await other.until(/success/);
    answer();
    await first?.until(/success/);
  });

  test.each(endpoints)('that come too slowly are given up over $id', async ({ path }) => {
    const { port } = await start(answering('OK'), {
      minBodyBytesPerSecond: 1_000_000_000,
      bodyGraceMs: 20,
    });
    const { socket, heard } = await rawConnection(port);
    socket.write(`POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\ntype=`);
    const answer = await heard;
    expect(answer).toMatch(/^HTTP\/1.1 408 Request Timeout/);
    expect(answer).toContain('more slowly than 1000000000 bytes a second');
  });

  test('that a client announces and does not send are given up', async () => {
    const { port } = await start(answering('OK'), { bodyGraceMs: 20 });
    const { socket, heard } = await rawConnection(port);
    socket.write(
      `POST ${rest} HTTP/1.1\r\nhost: localhost\r\nexpect: 100-continue\r\ncontent-length: 100\r\n\r\n`,
    );
    expect(await heard).toMatch(/^HTTP\/1.1 100 Continue\r\n\r\nHTTP\/1.1 408 /);
  });

  test('may come at any pace where none is asked for', async () => {
    const { port } = await start(answering('OK'), {
      minBodyBytesPerSecond: 0,
      bodyGraceMs: 1,
      requestTimeoutMs: 60,
    });
    const { socket, heard } = await rawConnection(port);
    socket.write(`POST ${rest} HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\ntype=`);
    // The time limit of the whole request ends it, which HTTP itself says.
    expect(await heard).toMatch(/^HTTP\/1.1 408 [^]*content-length: 0/);
  });
});

test('answers that are not read are given up when others need their room', async () => {
  const megabyte = 1024 * 1024;
  const { port } = await start(answering('x'.repeat(12 * megabyte)), {
    maxBodyBytes: megabyte,
    maxTotalBodyBytes: 8 * megabyte,
  });
  const unread = await rawConnection(port, two);
  unread.socket.pause();
  unread.socket.write(call);
  // Its answer has begun: it is in the room.
  await new Promise((resolve) => {
    unread.socket.once('readable', resolve);
  });
  const honest = await rawConnection(port, one);
  honest.socket.write(postText(rest, restCall('getLists', { a: 'x'.repeat(megabyte / 2) })));
  expect(await honest.until(/^HTTP\/1.1 \d+/)).toMatch(/^HTTP\/1.1 200 /);
  honest.socket.destroy();
  unread.socket.resume();
  expect((await unread.heard).length).toBeLessThan(12 * megabyte);
});
