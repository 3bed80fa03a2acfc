import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EgoiError } from '@egoi-client/core';
import { createHttpClient, type HttpClient } from '@egoi-client/http';
import type { Decoder } from './decoder.ts';
import { mutate, randomBytes } from './mutate.ts';

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

interface Serving {
  readonly server: Server;
  readonly url: string;
  readonly client: HttpClient;
}

const charsets = [
  'utf-8',
  'UTF-8',
  'iso-8859-1',
  'us-ascii',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'shift_jis',
  'gb18030',
  'utf-7',
  'x-unknown',
  '"utf-8"',
  '',
] as const;
const codings = ['gzip', 'deflate', 'br', 'identity', 'gzip, gzip', 'x'] as const;
const marks = [
  [0xef, 0xbb, 0xbf],
  [0xff, 0xfe],
  [0xfe, 0xff],
  [0xff, 0xfe, 0, 0],
] as const;

/** The HTTP client with bodies of all charsets and compressions, over a loopback socket. */
export function httpDecoder(documents: readonly string[]): Decoder {
  let reply: Reply = { status: 200, headers: {}, body: new Uint8Array() };
  let serving: Promise<Serving> | undefined;
  const start = async (): Promise<Serving> => {
    const server = createServer((_request, response) => {
      response.writeHead(reply.status, {
        'content-length': reply.body.byteLength,
        ...reply.headers,
      });
      response.end(reply.body);
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    const client = createHttpClient({
      timeoutMs: 5000,
      maxResponseBytes: 1024 * 1024,
      maxRequestBytes: 50 * 1024 * 1024,
      maxConnections: 1,
    });
    return { server, client, url: `http://127.0.0.1:${port}/` };
  };
  return {
    name: 'http-answer',
    share: 0.25,
    async run(random) {
      const body = random.oneIn(2)
        ? Buffer.from(randomBytes(random))
        : Buffer.from(
            mutate(random.pick(documents), random, documents),
            random.pick(['utf8', 'latin1', 'utf16le']),
          );
      const charset = random.pick(charsets);
      reply = {
        status: random.pick([200, 200, 404, 500]),
        headers: {
          'content-type': random.oneIn(3) ? 'text/xml' : `text/xml; charset=${charset}`,
          ...(random.oneIn(6) ? { 'content-encoding': random.pick(codings) } : {}),
        },
        body: random.oneIn(4) ? Buffer.concat([Buffer.from(random.pick(marks)), body]) : body,
      };
      serving ??= start();
      const { client, url } = await serving;
      try {
        const { text } = await client.send({
          url,
          method: 'POST',
          headers: {},
          signal: new AbortController().signal,
          context: {},
        });
        return typeof text === 'string' ? undefined : 'an answer without a text';
      } catch (error) {
        if (!(error instanceof EgoiError)) throw error;
        return error.kind === 'timeout' ? 'no end within the time limit' : undefined;
      }
    },
    async close() {
      if (serving === undefined) return;
      const { server, client } = await serving;
      await client.close();
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
