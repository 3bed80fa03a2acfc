import type { Transport, TransportRequest } from '@egoi-client/core';
import { createGateway, type GatewayOptions, type HttpRequest } from '@egoi-client/gateway';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rawConnection } from '../../http/test/support/raw-connection.ts';
import { endpoints, key, post } from './support/requests.ts';
import { startingGateways } from './support/serving.ts';

const start = startingGateways();
const settings = { seed: 20251203, numRuns: 25 };

/** Takes every call and keeps its parameters. */
function recorder(): Transport & { readonly calls: TransportRequest[] } {
  const calls: TransportRequest[] = [];
  return {
    id: 'recorder',
    calls,
    async call(request) {
      calls.push(request);
      return { value: 'OK', transport: 'recorder', durationMs: 0 };
    },
  };
}

/** How often the event loop went round during an action. */
async function turnsDuring(action: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let next: NodeJS.Immediate;
  const count = () => {
    turns += 1;
    next = setImmediate(count);
  };
  next = setImmediate(count);
  await action();
  clearImmediate(next);
  return turns;
}

const kibibyte = 1024;

describe.each(endpoints)('over $id', ({ path, write }) => {
  const longCall = (characters: number) => {
    const members = Array.from({ length: characters / 64 }, (_, index) => [
      `m${index}`,
      'x'.repeat(20),
    ]);
    return write('getLists', { apikey: key, ...Object.fromEntries(members) });
  };
  const options: GatewayOptions = { maxFormFields: 1_000_000 };

  test('a long call is read in turns of the event loop', async () => {
    const transport = recorder();
    const request = post(path, longCall(2048 * kibibyte));
    const gateway = createGateway(transport, options);
    const turns = await turnsDuring(() => gateway.handle(request));
    expect(turns).toBeGreaterThanOrEqual(Math.floor(request.body.byteLength / (64 * kibibyte)));
    expect(transport.calls).toHaveLength(1);
  });

  test('a long call that is wanted no more is not read to its end', async () => {
    const transport = recorder();
    const gone = new AbortController();
    const body = longCall(8192 * kibibyte);
    const gateway = createGateway(transport, options);
    const request: HttpRequest = { ...post(path, body), signal: gone.signal };
    const turns = await turnsDuring(() => {
      const answered = gateway.handle(request);
      setImmediate(() => gone.abort());
      return answered;
    });
    expect(turns).toBeLessThan(10);
    expect(transport.calls).toEqual([]);
  });

  test('a call that comes in pieces is the call that was sent', async () => {
    const transport = recorder();
    const { port } = await start(transport, options);
    const value = 'Olá %C3%A1 & 🙂 <é>';
    const written = path.includes('rest')
      ? value
      : value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const body = Buffer.from(
      write('getLists', { apikey: key, a: written, b: 'x'.repeat(200_000) }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 100_000 })), {
          maxLength: 60,
        }),
        async (lengths) => {
          const type = path.includes('rest') ? 'application/x-www-form-urlencoded' : 'text/xml';
          const { socket, until } = await rawConnection(port);
          socket.write(
            `POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: ${type}\r\ntransfer-encoding: chunked\r\n\r\n`,
          );
          let at = 0;
          for (const length of [...lengths, body.byteLength]) {
            const piece = body.subarray(at, at + length);
            at += piece.byteLength;
            if (piece.byteLength === 0) break;
            socket.write(`${piece.byteLength.toString(16)}\r\n`);
            socket.write(piece);
            socket.write('\r\n');
          }
          socket.write('0\r\n\r\n');
          expect(await until(/\r\n\r\n[^]*OK/)).toMatch(/^HTTP\/1.1 200 /);
          socket.destroy();
          const [call] = transport.calls.splice(0);
          expect(call?.params).toEqual({ a: value, b: 'x'.repeat(200_000) });
        },
      ),
      settings,
    );
  });
});

test('a form in ISO-8859-1 is read alike wherever it is cut', async () => {
  const transport = recorder();
  const { port } = await start(transport);
  const filler = 'x'.repeat(70_000);
  for (const shift of [0, 1, 2, 3, 4, 5]) {
    // The end of a piece of 64 KiB falls on each place of an escape in turn.
    const body = `method=getLists&functionOptions[b]=${filler.slice(0, 65_497 + shift)}%E1%e9%25E1&functionOptions[c]=${filler}`;
    const { socket, until } = await rawConnection(port);
    socket.write(
      `POST /v2/rest.php HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/x-www-form-urlencoded; charset=iso-8859-1\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
    await until(/OK/);
    socket.destroy();
    const [call] = transport.calls.splice(0);
    expect(call?.params['b']).toBe(`${filler.slice(0, 65_497 + shift)}áé%E1`);
  }
});
