import { afterEach, describe, expect, test } from '@jest/globals';
import { EgoiHttpError, EgoiProtocolError, type TransportRequest } from '@egoi-client/core';
import { type AnswerDecoder, Secret, WireFormatError } from '@egoi-client/core/wire';
import { type HttpClient, type WireProtocol, wireTransport } from '../src/index.ts';
import { clientWith, closeClients, postTo, rejectionOf } from './support/client.ts';
import { closeServers, httpServer } from './support/loopback.ts';

afterEach(async () => {
  await closeClients();
  await closeServers();
});

/** A protocol whose answers are lines: `no` in one of them is not allowed. */
function lineProtocol(port: number, onWrite = (_text: string) => {}): WireProtocol<'lines'> {
  return {
    id: 'lines',
    encode: () => ({ url: `http://127.0.0.1:${port}/`, headers: {}, body: '' }),
    decoder(): AnswerDecoder {
      let text = '';
      return {
        write(piece) {
          onWrite(piece);
          text += piece;
          if (piece.includes('no')) throw new WireFormatError('a line says no');
        },
        end: () => ({ value: text }),
      };
    },
  };
}

const request: TransportRequest = {
  method: 'getLists',
  spec: undefined,
  params: {},
  credentials: { apiKey: new Secret('k3y') },
  signal: new AbortController().signal,
  callId: 'call-1',
  attempt: 1,
};

describe('an answer', () => {
  test('is read while it arrives', async () => {
    let onFirst = () => {};
    const firstRead = new Promise<void>((resolve) => {
      onFirst = resolve;
    });
    const server = await httpServer((_request, response) => {
      // Bytes are kept until there are enough of them to tell their charset.
      response.write(`first ${' '.repeat(300)}`);
      void firstRead.then(() => response.end('second'));
    });
    const transport = wireTransport(
      lineProtocol(server.port, () => onFirst()),
      clientWith(),
    );
    expect((await transport.call(request)).value).toMatch(/^first +second$/);
  });

  test('that cannot be read ends its connection at once', async () => {
    const server = await httpServer((_request, response) => {
      response.write(`no${' '.repeat(300)}`);
    });
    const error = await rejectionOf(
      wireTransport(lineProtocol(server.port), clientWith()).call(request),
    );
    expect(error).toBeInstanceOf(EgoiProtocolError);
    expect(error).toMatchObject({
      message: 'the answer cannot be read: a line says no',
      delivery: 'answered',
      retryable: false,
    });
    await server.closed(0);
  });

  test('that cannot be read keeps its status where it is no success', async () => {
    const server = await httpServer((_request, response) => {
      response.writeHead(503, { 'Retry-After': '2' });
      response.write(`no${' '.repeat(300)}`);
      response.end('no again');
    });
    const error = await rejectionOf(
      wireTransport(lineProtocol(server.port), clientWith()).call(request),
    );
    expect(error).toBeInstanceOf(EgoiHttpError);
    expect(error).toMatchObject({ status: 503, retryAfterMs: 2000 });
  });

  test('leaves a failure of its reader as it is', async () => {
    const server = await httpServer((_request, response) => response.end('x'));
    const failing = lineProtocol(server.port, () => {
      throw new RangeError('a mistake of ours');
    });
    await expect(wireTransport(failing, clientWith()).call(request)).rejects.toThrow(
      new RangeError('a mistake of ours'),
    );
  });
});

describe('a wish for early items', () => {
  test.each([
    [200, true],
    [500, false],
    [302, false],
  ])('reaches the decoder of an answer with status %i: %s', async (status, reaches) => {
    const server = await httpServer((_request, response) => {
      response.writeHead(status).end('first');
    });
    const wishes: boolean[] = [];
    const protocol: WireProtocol<'lines'> = {
      ...lineProtocol(server.port),
      decoder(asked) {
        wishes.push(asked.onItem !== undefined);
        return { write: () => {}, end: () => ({ value: 'x' }) };
      },
    };
    const call = wireTransport(protocol, clientWith()).call({ ...request, onItem: () => {} });
    await call.catch(() => undefined);
    expect(wishes).toEqual([reaches]);
  });
});

/** Counts the turns of the event loop until it is told to stop. */
function countTurns(): { readonly count: () => number; readonly stop: () => void } {
  let turns = 0;
  let isOn = true;
  const next = () => {
    turns += 1;
    if (isOn) setImmediate(next);
  };
  setImmediate(next);
  return {
    count: () => turns,
    stop: () => {
      isOn = false;
    },
  };
}

describe('a long answer leaves the event loop its turns', () => {
  const megabytes = 4;
  const text = 'x'.repeat(megabytes * 1024 * 1024);
  const whole: HttpClient = {
    send: async () => ({ status: 200, mediaType: 'text/xml', text }),
    close: async () => undefined,
  };

  test.each([
    ['over a connection', undefined],
    ['of a client that gives it whole', whole],
  ])('%s', async (_name, lent) => {
    const server = await httpServer((_request, response) => response.end(text));
    const turns = countTurns();
    const seen = new Set<number>();
    const protocol = lineProtocol(server.port, () => seen.add(turns.count()));
    await wireTransport(protocol, lent ?? clientWith()).call(request);
    turns.stop();
    expect(seen.size).toBeGreaterThan(megabytes * 6);
  });
});

/** A client that hands out an answer in pieces of its own. */
function piecewise(pieces: readonly string[]): HttpClient {
  return {
    async send({ onText }) {
      const head = { status: 200, mediaType: 'text/html' };
      for (const piece of pieces) onText?.(piece, head);
      return { ...head, text: '' };
    },
    close: async () => undefined,
  };
}

describe('an HTML page', () => {
  const pages = [
    '\n <!DOCTYPE html><html></html>',
    '<html lang="pt"><body></body></html>',
    '\ufeff<!doctype   HTML>',
    '<html',
  ];

  test.each(pages)('%j is told, whichever way it is cut', async (page) => {
    for (let cut = 0; cut <= page.length; cut += 1) {
      const pieces = [page.slice(0, cut), page.slice(cut)];
      for (const given of [pieces, page.split('')]) {
        const error = await rejectionOf(
          wireTransport(lineProtocol(1), piecewise(given)).call(request),
        );
        expect(error.message).toContain('an HTML page came');
      }
    }
  });

  test.each(['<htm', '<htmlx/>', '<!doctype', '<!doctype htmlx>', '<a>', ' ', ''])(
    '%j is none, and is read whole',
    async (text) => {
      const { value } = await wireTransport(lineProtocol(1), piecewise(text.split(''))).call(
        request,
      );
      expect(value).toBe(text);
    },
  );
});

describe('a client', () => {
  test('may give a whole text in place of pieces, which is read in turns', async () => {
    const text = 'x'.repeat(200_000);
    const pieces: number[] = [];
    const whole: HttpClient = {
      send: async () => ({ status: 200, mediaType: 'text/xml', text }),
      close: async () => undefined,
    };
    const protocol = lineProtocol(1, (piece) => pieces.push(piece.length));
    expect((await wireTransport(protocol, whole).call(request)).value).toBe(text);
    expect(pieces.length).toBeGreaterThan(2);
  });

  test('gives no text in the answer where its pieces were taken', async () => {
    const server = await httpServer((_request, response) => response.end('all of it'));
    let taken = '';
    const answer = await clientWith().send(
      postTo(server.port, {
        onText(text, { status }) {
          taken += `${status} ${text}`;
        },
      }),
    );
    expect(answer.text).toBe('');
    expect(taken.replaceAll('200 ', '')).toBe('all of it');
  });
});
