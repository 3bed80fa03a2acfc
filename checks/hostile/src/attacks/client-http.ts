import { gzipSync } from 'node:zlib';
import type { HttpOptions } from '@egoi-client/http';
import { type Holds, refusedAs } from './client-outcome.ts';
import type { HostileReply } from './hostile-server.ts';

/** Something that a hostile server does below the documents. */
export interface HostileExchange {
  readonly name: string;
  /** @param trap address of another server, which must see nothing */
  readonly reply: (trap: string) => HostileReply;
  readonly options?: HttpOptions;
  readonly holds: Holds;
}

const mebibyte = 1024 * 1024;
const small: HttpOptions = { maxResponseBytes: mebibyte };
const impatient: HttpOptions = { timeoutMs: 1000 };

const bomb = gzipSync(Buffer.alloc(200 * mebibyte, 0x20));
const doubleBomb = gzipSync(bomb);

/** Bytes past HTTP's own writer. */
function raw(text: string, thenEnd = true): HostileReply {
  return (_request, response) => {
    response.socket?.write(text, 'latin1');
    if (thenEnd) response.socket?.end();
  };
}

/** Bytes again and again, as long as somebody takes them. */
function withoutEnd(head: string, piece: string): HostileReply {
  return (_request, { socket }) => {
    socket?.write(head, 'latin1');
    const go = () => {
      let taken = socket !== null;
      while (taken) taken = socket?.destroyed === false && socket.write(piece, 'latin1');
    };
    socket?.on('drain', go);
    go();
  };
}

/** A byte now and then. */
function dripping(head: string, piece: string): HostileReply {
  return (_request, { socket }) => {
    socket?.write(head, 'latin1');
    const timer = setInterval(() => socket?.write(piece, 'latin1'), 20);
    socket?.once('close', () => clearInterval(timer));
  };
}

const redirects = [301, 302, 303, 307, 308].map(
  (status): HostileExchange => ({
    name: `a redirect to another server (${status})`,
    reply: (trap) => ({ status, headers: { location: `${trap}/elsewhere` }, body: '' }),
    holds: refusedAs('http'),
  }),
);

/** Answers whose transfer is the attack. */
export const hostileExchanges: readonly HostileExchange[] = [
  ...redirects,
  {
    name: 'a page that sends on to another server',
    reply: (trap) => ({
      headers: { 'content-type': 'text/html', refresh: `0; url=${trap}` },
      body: `<html><meta http-equiv="refresh" content="0; url=${trap}"></html>`,
    }),
    holds: refusedAs('http'),
  },
  {
    name: 'more than the cap, and it says so',
    reply: () => ({ body: ' '.repeat(2 * mebibyte) }),
    options: small,
    holds: refusedAs('protocol'),
  },
  {
    name: 'more than the cap in chunks without end',
    reply: () =>
      withoutEnd(
        'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n',
        `10000\r\n${' '.repeat(0x10000)}\r\n`,
      ),
    options: small,
    holds: refusedAs('protocol'),
  },
  {
    name: 'more than the cap without a length',
    reply: () => withoutEnd('HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n', ' '.repeat(65_536)),
    options: small,
    holds: refusedAs('protocol'),
  },
  {
    name: '200 MiB in 200 KiB of gzip',
    reply: () => ({ headers: { 'content-encoding': 'gzip' }, body: bomb }),
    options: small,
    holds: refusedAs('protocol'),
  },
  {
    name: 'gzip in gzip',
    reply: () => ({ headers: { 'content-encoding': 'gzip, gzip' }, body: doubleBomb }),
    options: small,
    holds: refusedAs('protocol'),
  },
  {
    name: 'gzip that is none',
    reply: () => ({ headers: { 'content-encoding': 'gzip' }, body: 'not gzip' }),
    holds: refusedAs('protocol'),
  },
  {
    name: 'gzip that is cut',
    reply: () => ({ headers: { 'content-encoding': 'gzip' }, body: bomb.subarray(0, 1000) }),
    options: small,
    holds: refusedAs('protocol'),
  },
  {
    name: 'no answer',
    reply: () => () => undefined,
    options: impatient,
    holds: refusedAs('timeout'),
  },
  {
    name: 'a head that never ends, slowly',
    reply: () => dripping('HTTP/1.1 200 OK\r\n', 'x: y\r\n'),
    options: impatient,
    holds: refusedAs('timeout'),
  },
  {
    name: 'a body that never ends, slowly',
    reply: () => dripping('HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n', ' '),
    options: impatient,
    holds: refusedAs('timeout'),
  },
  {
    name: 'a head without end',
    reply: () => withoutEnd('HTTP/1.1 200 OK\r\n', `x: ${'y'.repeat(8000)}\r\n`),
    holds: refusedAs('protocol'),
  },
  {
    name: 'interim answers without end',
    reply: () => withoutEnd('', 'HTTP/1.1 103 Early Hints\r\nlink: <x>\r\n\r\n'),
    options: { timeoutMs: 1000 },
    holds: refusedAs('timeout', 'protocol', 'connection'),
  },
  {
    name: 'less than the length that it says',
    reply: () => raw('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{}'),
    holds: refusedAs('protocol'),
  },
  {
    name: 'two lengths',
    reply: () => raw('HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}}'),
    holds: refusedAs('protocol'),
  },
  {
    name: 'a length beside chunks',
    reply: () =>
      raw('HTTP/1.1 200 OK\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n'),
    holds: refusedAs('protocol'),
  },
  { name: 'what is not HTTP', reply: () => raw('SSH-2.0-x\r\n'), holds: refusedAs('protocol') },
  {
    name: 'another protocol on the connection',
    reply: () =>
      raw('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n', false),
    options: { timeoutMs: 1000 },
    holds: refusedAs('connection', 'protocol', 'timeout', 'http'),
  },
  {
    name: 'a charset that nobody knows',
    reply: () => ({
      headers: { 'content-type': 'text/xml; charset=x-[2J' },
      body: '<a/>',
    }),
    holds: refusedAs('protocol'),
  },
  {
    name: 'bytes that are no text',
    reply: () => ({ body: Uint8Array.of(0xff, 0x00, 0xc3, 0x28, 0xed, 0xa0, 0x80) }),
    holds: refusedAs('protocol'),
  },
  {
    name: 'NUL bytes',
    reply: () => ({ body: new Uint8Array(1000) }),
    holds: refusedAs('protocol'),
  },
];
