import { afterEach, describe, expect, test } from '@jest/globals';
import { EgoiProtocolError } from '@egoi-client/core';
import fc from 'fast-check';
import { decodeText } from '../src/body-text.ts';
import { clientWith, closeClients, postTo, rejectionOf } from './support/client.ts';
import { closeServers, httpServer, type Loopback } from './support/loopback.ts';

afterEach(async () => {
  await closeClients();
  await closeServers();
});

function answering(body: Buffer, contentType: string | undefined, status = 200): Promise<Loopback> {
  return httpServer((request, response) => {
    request.resume();
    if (contentType !== undefined) response.setHeader('content-type', contentType);
    response.writeHead(status).end(body);
  });
}

async function textOf(body: Buffer, contentType?: string, status?: number): Promise<string> {
  const server = await answering(body, contentType, status);
  return (await clientWith().send(postTo(server.port))).text;
}

const bom = Buffer.from([0xef, 0xbb, 0xbf]);
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

describe('the charset of an answer', () => {
  test('is UTF-8 where nothing is said', async () => {
    expect(await textOf(Buffer.from('olá 😀'))).toBe('olá 😀');
    expect(await textOf(Buffer.from('<?xml version="1.0"?><a>olá</a>'), 'text/xml')).toBe(
      '<?xml version="1.0"?><a>olá</a>',
    );
  });

  test.each(['ISO-8859-1', '"iso-8859-1"', 'latin1'])(
    'is that of Content-Type: %s',
    async (name) => {
      const body = Buffer.from('ol\xe1 \x80', 'latin1');
      expect(await textOf(body, `text/xml; charset=${name}`)).toBe('olá \u0080');
    },
  );

  test('may be windows-1252, which is not ISO-8859-1', async () => {
    expect(await textOf(Buffer.from([0x80, 0xe1]), 'text/xml; charset=windows-1252')).toBe('€á');
  });

  test('is that of the XML declaration where Content-Type names none', async () => {
    const xml = '<?xml version="1.0" encoding="ISO-8859-1"?><a>ol\xe1</a>';
    expect(await textOf(Buffer.from(xml, 'latin1'), 'text/xml')).toBe(xml);
  });

  test('is that of Content-Type against the XML declaration', async () => {
    const xml = '<?xml version="1.0" encoding="ISO-8859-1"?><a>olá</a>';
    expect(await textOf(Buffer.from(xml), 'text/xml; charset=utf-8')).toBe(xml);
  });

  test('is that of the byte order mark against all, and the mark is taken off', async () => {
    const xml = '<?xml version="1.0" encoding="ISO-8859-1"?><a>olá</a>';
    const body = Buffer.concat([bom, Buffer.from(xml)]);
    expect(await textOf(body, 'text/xml; charset=iso-8859-1')).toBe(xml);
    expect(await textOf(utf16(xml), 'text/xml; charset=utf-8')).toBe(xml);
    expect(await textOf(utf16(xml).swap16(), 'text/xml')).toBe(xml);
  });

  test.each([
    ['UTF-8', Buffer.from([0x61, 0xe1, 0x62]), 'text/xml'],
    ['UTF-8 cut in a character', Buffer.from([0x61, 0xe2, 0x82]), 'text/xml'],
    ['US-ASCII', Buffer.from([0x61, 0xe1]), 'text/xml; charset=us-ascii'],
    ['UTF-16', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x61, 0x00]), 'text/xml'],
  ])('is not %s where bytes are not of it', async (_name, body, contentType) => {
    const server = await answering(body, contentType);
    const error = await rejectionOf(clientWith().send(postTo(server.port)));
    expect(error).toBeInstanceOf(EgoiProtocolError);
    expect(error).toMatchObject({ delivery: 'answered', retryable: false });
    expect(error.message).toMatch(/cannot be read: it holds bytes that are not (utf-|us-ascii)/);
  });

  test('must be a known one', async () => {
    const server = await answering(Buffer.from('x'), 'text/xml; charset=klingon');
    const error = await rejectionOf(clientWith().send(postTo(server.port)));
    expect(error).toBeInstanceOf(EgoiProtocolError);
    expect(error.message).toContain("its charset 'klingon' is not known");
  });

  test('does not hide the status of a page in place of an answer', async () => {
    expect(await textOf(Buffer.from([0x61, 0xe1, 0x62]), 'text/html', 502)).toBe('a\ufffdb');
    expect(await textOf(Buffer.from('x'), 'text/html; charset=klingon', 502)).toBe('x');
    expect(await textOf(Buffer.from('\xe1', 'latin1'), 'text/html; charset=ascii', 502)).toBe('á');
  });

  test('is found and undone however the bytes arrive', async () => {
    const documents = fc.constantFrom('', '<?xml version="1.0" encoding="utf-8"?>');
    await fc.assert(
      fc.asyncProperty(
        documents,
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.array(fc.nat(600), { maxLength: 8 }),
        fc.constantFrom<'utf8' | 'utf16le'>('utf8', 'utf16le'),
        async (start, rest, cuts, encoding) => {
          const text = `${start}${rest}`;
          const bytes = Buffer.from(`\ufeff${text}`, encoding);
          const edges = [0, ...cuts.map((cut) => cut % bytes.length), bytes.length];
          edges.sort((a, b) => a - b);
          const pieces = edges.slice(1).map((end, index) => bytes.subarray(edges[index], end));
          const decoded: string[] = [];
          const source = (async function* () {
            yield* pieces;
          })();
          for await (const piece of decodeText(source, undefined, 'refuse')) decoded.push(piece);
          expect(decoded.join('')).toBe(text);
        },
      ),
      { seed: 20251202, numRuns: 200 },
    );
  });
});
