import { getEventListeners, once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import {
  EgoiAbortError,
  EgoiConnectionError,
  EgoiInputError,
  EgoiProtocolError,
} from '@egoi-client/core';
import { clientWith, closeClients, postTo, rejectionOf } from './support/client.ts';
import {
  closeServers,
  fixture,
  forwardingProxy,
  httpServer,
  httpsServer,
  rawServer,
} from './support/loopback.ts';

afterEach(async () => {
  await closeClients();
  await closeServers();
});

/** 1 KB; in UTF-8 more than in characters. */
const line = `${'olá 😀 '.repeat(93)}\n`;
const pieceBytes = Buffer.byteLength(line) * 32;

/** A body that keeps account of how it is read. */
function bodyOf(pieces: number, onPiece: (read: number, piece: number) => void = () => {}) {
  const account = { reads: 0, made: 0 };
  const body: Iterable<string> = {
    *[Symbol.iterator]() {
      account.reads += 1;
      for (let piece = 0; piece < pieces; piece += 1) {
        account.made += 1;
        onPiece(account.reads, piece);
        yield line.repeat(32);
        yield '';
      }
    },
  };
  return { body, account };
}

/** Resolves once a number has stayed the same for many turns of the event loop. */
async function comesToRest(count: () => number): Promise<void> {
  for (let last = -1; last !== count(); ) {
    last = count();
    for (let turn = 0; turn < 500; turn += 1) await new Promise(setImmediate);
  }
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

describe('a body in pieces', () => {
  test('that is small is made once and sent whole', async () => {
    const server = await httpServer((request, response) => {
      void bytesOf(request).then((bytes) =>
        response.end(`${bytes.toString() === line.repeat(64)}`),
      );
    });
    const { body, account } = bodyOf(2);
    expect((await clientWith().send(postTo(server.port, { body }))).text).toBe('true');
    expect(account).toEqual({ reads: 1, made: 2 });
  });

  test('that is large goes out whole, with its length and not chunked', async () => {
    const server = await httpServer((request, response) => {
      const { 'content-length': length, 'transfer-encoding': chunked } = request.headers;
      void bytesOf(request).then((bytes) =>
        response.end(JSON.stringify({ length, chunked, same: bytes.equals(expected) })),
      );
    });
    const expected = Buffer.from(line.repeat(32 * 40));
    const client = clientWith();
    const { body, account } = bodyOf(40);
    const wanted = { length: String(pieceBytes * 40), same: true };
    expect(JSON.parse((await client.send(postTo(server.port, { body }))).text)).toEqual(wanted);
    expect(account).toEqual({ reads: 2, made: 80 });
    expect(JSON.parse((await client.send(postTo(server.port, { body }))).text)).toEqual(wanted);
    expect(server.sockets).toHaveLength(1);
  });

  test('leaves a turn of the event loop to others after each piece', async () => {
    const server = await httpServer((request, response) => {
      void bytesOf(request).then(() => response.end());
    });
    let turns = 0;
    let running = true;
    const count = () => {
      turns += 1;
      if (running) setImmediate(count);
    };
    count();
    const { body } = bodyOf(100);
    await clientWith().send(postTo(server.port, { body }));
    running = false;
    expect(turns).toBeGreaterThanOrEqual(180);
  });

  test('that is larger than allowed is refused before a connection is made', async () => {
    const server = await httpServer(() => {});
    const { body, account } = bodyOf(40);
    const client = clientWith({ maxRequestBytes: pieceBytes * 40 - 1 });
    const error = await rejectionOf(client.send(postTo(server.port, { body })));
    expect(error).toBeInstanceOf(EgoiInputError);
    expect(error.message).toContain(`${pieceBytes * 40} bytes, more than maxRequestBytes`);
    expect(account.reads).toBe(1);
    expect(server.sockets).toHaveLength(0);
  });

  test('that cannot be made is refused before a connection is made', async () => {
    const server = await httpServer(() => {});
    const refusal = new EgoiInputError([{ path: 'parameters', problem: 'is wrong' }], {});
    const { body } = bodyOf(40, (_read, piece) => {
      if (piece === 39) throw refusal;
    });
    expect(await rejectionOf(clientWith().send(postTo(server.port, { body })))).toBe(refusal);
    expect(server.sockets).toHaveLength(0);
  });

  test.each([
    ['shorter', 39],
    ['longer', 41],
  ])('that is %s when it is sent than when it was counted never ends', async (_what, pieces) => {
    const ended: boolean[] = [];
    const server = await httpServer((request) => {
      request.on('close', () => ended.push(request.complete)).resume();
    });
    let reads = 0;
    const body: Iterable<string> = {
      *[Symbol.iterator]() {
        reads += 1;
        yield* bodyOf(reads === 1 ? 40 : pieces).body;
      },
    };
    const error = await rejectionOf(clientWith().send(postTo(server.port, { body })));
    expect(error).toBeInstanceOf(EgoiConnectionError);
    expect(error.delivery).toBe('unknown');
    expect(JSON.stringify(error.cause, ['message'])).toContain('parameters were changed');
    await server.closed(0);
    expect(ended).toEqual([false]);
  });
});

describe('an answer that comes before the body is sent', () => {
  const manyPieces = 2_000;

  test('counts, and the rest of the body stays here', async () => {
    let answered = 0;
    const server = await httpServer((_request, response) => {
      answered += 1;
      response.writeHead(413).end(`too large ${answered}`);
    });
    const client = clientWith({ maxRequestBytes: 1024 ** 3 });
    for (const text of ['too large 1', 'too large 2']) {
      const { body, account } = bodyOf(manyPieces);
      expect(await client.send(postTo(server.port, { body }))).toMatchObject({ status: 413, text });
      expect(account.made).toBeLessThan(manyPieces * 2);
    }
    // What was left of the first body must not be taken for the second call.
    await server.closed(0);
    expect(server.sockets).toHaveLength(2);
  });

  test('stops the body while it is still read itself', async () => {
    let received = 0;
    const server = await httpServer((request, response) => {
      request.on('data', (chunk: Buffer) => {
        received += chunk.length;
      });
      response.writeHead(413).write('too ');
      void comesToRest(() => received).then(() => response.end('large'));
    });
    const { body } = bodyOf(manyPieces);
    const client = clientWith({ maxRequestBytes: 1024 ** 3 });
    const answer = await client.send(postTo(server.port, { body }));
    expect(answer).toMatchObject({ status: 413, text: 'too large' });
    expect(received).toBeLessThan((pieceBytes * manyPieces) / 2);
  });

  test.each(['', 'through a tunnel'])('and does not refuse lets the body go on %s', async (way) => {
    const target = await httpsServer('server.pem', (request, response) => {
      request.pipe(response);
    });
    const { proxy } = await forwardingProxy();
    const client = clientWith({
      ca: fixture('authority.pem'),
      ...(way === '' ? {} : { proxy: `http://127.0.0.1:${proxy.port}` }),
    });
    const { body } = bodyOf(100);
    const url = `https://localhost:${target.port}/v2/rest.php`;
    for (let call = 0; call < 2; call += 1) {
      const { text } = await client.send(postTo(0, { url, body }));
      expect(text === line.repeat(3200)).toBe(true);
    }
    expect(target.sockets).toHaveLength(1);
  });

  test.each(['http', 'https', 'https through a tunnel', 'http through a proxy'])(
    'over %s says so where it has ended, also when the server reads on',
    async (way) => {
      let reads = 0;
      const answerAtOnce = (request: IncomingMessage, response: ServerResponse) => {
        request.on('data', () => {
          reads += 1;
        });
        response.end('done');
      };
      const target = way.startsWith('https')
        ? await httpsServer('server.pem', answerAtOnce)
        : await httpServer(answerAtOnce);
      const { proxy } = await forwardingProxy();
      const client = clientWith({
        ca: fixture('authority.pem'),
        maxRequestBytes: 1024 ** 3,
        ...(/through/.test(way) ? { proxy: `http://127.0.0.1:${proxy.port}` } : {}),
      });
      const scheme = way.startsWith('https') ? 'https' : 'http';
      const url = `${scheme}://localhost:${target.port}/v2/rest.php`;
      const { body, account } = bodyOf(manyPieces);
      const answer = await client.send(postTo(0, { url, body }));
      expect(answer).toMatchObject({ status: 200, text: 'done', beforeRequestEnd: true });
      expect(account.made).toBeLessThan(manyPieces * 2);
      expect(reads).toBeGreaterThan(0);
    },
  );

  test.each([1, 2, 8, 9, 40])('is none where the server read all %s pieces', async (pieces) => {
    const listener = (request: IncomingMessage, response: ServerResponse) => {
      void bytesOf(request).then(() => response.end('done'));
    };
    const plain = await httpServer(listener);
    const secure = await httpsServer('server.pem', listener);
    const { proxy } = await forwardingProxy();
    const ca = fixture('authority.pem');
    const { body } = bodyOf(pieces);
    const direct = clientWith({ ca });
    const tunnelled = clientWith({ ca, proxy: `http://127.0.0.1:${proxy.port}` });
    const url = `https://localhost:${secure.port}/v2/rest.php`;
    for (const answer of [
      direct.send(postTo(plain.port, { body })),
      direct.send(postTo(0, { url, body })),
      tunnelled.send(postTo(0, { url, body })),
    ]) {
      expect(Object.keys(await answer)).not.toContain('beforeRequestEnd');
    }
  });

  test('counts also where the server hangs up behind it', async () => {
    const server = await rawServer((socket) => {
      socket.once('data', () => {
        socket.end('HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\nConnection: close\r\n\r\nno\n');
      });
    });
    const { body } = bodyOf(manyPieces);
    const client = clientWith({ maxRequestBytes: 1024 ** 3 });
    const answer = await client.send(postTo(server.port, { body }));
    expect(answer).toMatchObject({ status: 413, text: 'no\n' });
  });

  test('that breaks off is an answer cut short', async () => {
    const server = await rawServer((socket) => {
      socket.once('data', () => {
        socket.end('HTTP/1.1 413 Too Large\r\nContent-Length: 300\r\n\r\nno\n');
      });
    });
    const { body } = bodyOf(manyPieces);
    const client = clientWith({ maxRequestBytes: 1024 ** 3 });
    const error = await rejectionOf(client.send(postTo(server.port, { body })));
    expect(error).toBeInstanceOf(EgoiProtocolError);
    expect(error.delivery).toBe('answered');
  });
});

describe('while a body is sent', () => {
  /** A server that stops reading once it has seen the start of a request. */
  async function deafServer() {
    let arrive: (socket: Socket) => void = () => {};
    const reached = new Promise<Socket>((resolve) => {
      arrive = resolve;
    });
    const server = await rawServer((socket) => {
      socket.once('data', () => {
        socket.pause();
        arrive(socket);
      });
    });
    return { server, reached };
  }

  test('a connection that breaks leaves it open whether the call was carried out', async () => {
    const { server, reached } = await deafServer();
    const { body } = bodyOf(2_000);
    const client = clientWith({ maxRequestBytes: 1024 ** 3 });
    const failure = rejectionOf(client.send(postTo(server.port, { body })));
    (await reached).resetAndDestroy();
    const error = await failure;
    expect(error).toBeInstanceOf(EgoiConnectionError);
    expect(error.delivery).toBe('unknown');
  });

  test('a connection that takes no more is not filled with the rest', async () => {
    const { server, reached } = await deafServer();
    const controller = new AbortController();
    const { signal } = controller;
    const { body, account } = bodyOf(2_000);
    const client = clientWith({ maxRequestBytes: 1024 ** 3 });
    const failure = rejectionOf(client.send(postTo(server.port, { body, signal })));
    const socket = await reached;
    // The connection is full.
    await comesToRest(() => account.made);
    expect(account.made).toBeLessThan(4_000);
    controller.abort();
    const error = await failure;
    expect(error).toBeInstanceOf(EgoiAbortError);
    expect(error.delivery).toBe('unknown');
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
    const { made } = account;
    socket.resume();
    await once(socket, 'close');
    expect(account.made).toBe(made);
  });

  test('an abort while it is counted sends nothing', async () => {
    const server = await httpServer(() => {});
    const controller = new AbortController();
    const { body, account } = bodyOf(2_000, (_read, piece) => {
      if (piece === 100) controller.abort();
    });
    const client = clientWith({ maxRequestBytes: 1024 ** 3 });
    const { signal } = controller;
    const error = await rejectionOf(client.send(postTo(server.port, { body, signal })));
    expect(error).toBeInstanceOf(EgoiAbortError);
    expect(error.delivery).toBe('not_sent');
    expect(account.made).toBe(101);
    expect(server.sockets).toHaveLength(0);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });
});
