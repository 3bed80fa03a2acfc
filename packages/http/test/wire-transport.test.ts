import { afterEach, describe, expect, test } from '@jest/globals';
import {
  EgoiAbortError,
  EgoiConnectionError,
  EgoiError,
  EgoiFaultError,
  EgoiHttpError,
  EgoiInputError,
  EgoiProtocolError,
  findMethod,
  type TransportRequest,
} from '@egoi-client/core';
import { Secret, type WireAnswer, WireFormatError } from '@egoi-client/core/wire';
import { wireLimits, type WireProtocol, wireTransport } from '../src/index.ts';
import { clientWith, closeClients, rejectionOf } from './support/client.ts';
import { closeServers, httpServer } from './support/loopback.ts';

afterEach(async () => {
  await closeClients();
  await closeServers();
});

/** A protocol as small as one can be: JSON both ways, `{"value":…}` or `{"fault":…}`. */
function jsonProtocol(port: number): WireProtocol<'json'> {
  return {
    id: 'json',
    encode: ({ method, params }) => ({
      url: `http://127.0.0.1:${port}/`,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ method, params }),
    }),
    decoder() {
      let text = '';
      return {
        write(piece) {
          text += piece;
          if (!text.startsWith('{')) throw new WireFormatError('it is not JSON');
        },
        end: () => JSON.parse(text) as WireAnswer,
      };
    },
  };
}

function requestFor(changes: Partial<TransportRequest> = {}): TransportRequest {
  return {
    method: 'getLists',
    spec: undefined,
    params: { start: 0 },
    credentials: { apiKey: new Secret('k3y') },
    signal: new AbortController().signal,
    callId: 'call-1',
    attempt: 2,
    ...changes,
  };
}

async function callAnsweredWith(status: number, body: string, headers = {}) {
  const server = await httpServer((request, response) => {
    request.resume();
    response.writeHead(status, headers).end(body);
  });
  return await wireTransport(jsonProtocol(server.port), clientWith()).call(requestFor());
}

const bodies = {
  value: '{"value":["a"]}',
  fault: '{"fault":{"faultCode":"7","faultString":"no k3y"}}',
  html: ' \n<!DOCTYPE html><html><body>Bad gateway</body></html>',
  unreadable: 'what is this',
};

const successes = [200];
const others = [302, 404, 429, 500, 502, 503];

describe('an answer', () => {
  test.each(successes)('with a value and status %i is the reply', async (status) => {
    const reply = await callAnsweredWith(status, bodies.value);
    expect(reply).toEqual({
      value: ['a'],
      transport: 'json',
      status,
      durationMs: expect.any(Number),
    });
    expect(reply.durationMs).toBeGreaterThan(0);
  });

  test.each([...successes, ...others])('with a fault and status %i is a fault', async (status) => {
    const error = await rejectionOf(callAnsweredWith(status, bodies.fault));
    expect(error).toBeInstanceOf(EgoiFaultError);
    expect(error).toMatchObject({
      faultCode: '7',
      faultString: 'no [redacted]',
      delivery: 'answered',
      method: 'getLists',
      transport: 'json',
      attempts: 2,
    });
  });

  test.each(successes)('with an HTML page and status %i is not the API’s', async (status) => {
    const error = await rejectionOf(callAnsweredWith(status, bodies.html));
    expect(error).toBeInstanceOf(EgoiHttpError);
    expect(error).toMatchObject({ status, retryable: false, delivery: 'answered' });
    expect(error.message).toBe(
      `an HTML page came in place of the API's answer (HTTP ${status}); check the endpoint and what stands in front of it`,
    );
  });

  test.each(successes)('that is unreadable with status %i is broken', async (status) => {
    const error = await rejectionOf(callAnsweredWith(status, bodies.unreadable));
    expect(error).toBeInstanceOf(EgoiProtocolError);
    expect(error).toMatchObject({
      delivery: 'answered',
      retryable: false,
      message: 'the answer cannot be read: it is not JSON',
    });
  });

  describe.each(['value', 'html', 'unreadable'] as const)('with %s', (body) => {
    test.each(others)('and status %i is not the API’s', async (status) => {
      const headers = { 'Retry-After': '3', Location: '/elsewhere' };
      const error = await rejectionOf(callAnsweredWith(status, bodies[body], headers));
      expect(error).toBeInstanceOf(EgoiHttpError);
      expect(error).toMatchObject({
        status,
        delivery: 'answered',
        retryable: [429, 500, 502, 503].includes(status),
        retryAfterMs: 3000,
      });
      expect(error.message).toBe(
        status === 302
          ? 'the server answered with a redirect (HTTP 302), which is not followed; check the endpoint'
          : `the answer is not the API's (HTTP ${status})`,
      );
    });
  });

  test('in a charset that is not its own is no reason to hide a gateway’s status', async () => {
    const page = Buffer.from('<html>Servi\xe7o indispon\xedvel</html>', 'latin1');
    const server = await httpServer((request, response) => {
      request.resume();
      response.writeHead(503, { 'retry-after': '9' }).end(page);
    });
    const transport = wireTransport(jsonProtocol(server.port), clientWith());
    const error = await rejectionOf(transport.call(requestFor()));
    expect(error).toBeInstanceOf(EgoiHttpError);
    expect(error).toMatchObject({ status: 503, retryAfterMs: 9000 });
  });
});

describe('a call', () => {
  test('that cannot be encoded is not sent', async () => {
    let requests = 0;
    const server = await httpServer((_request, response) => {
      requests++;
      response.end(bodies.value);
    });
    const protocol: WireProtocol<'json'> = {
      ...jsonProtocol(server.port),
      encode(_request, context) {
        throw new EgoiInputError([{ path: 'start', problem: 'must be a number' }], context);
      },
    };
    const error = await rejectionOf(wireTransport(protocol, clientWith()).call(requestFor()));
    expect(error).toBeInstanceOf(EgoiInputError);
    expect(requests).toBe(0);
  });

  test('may be encoded in time of its own', async () => {
    const server = await httpServer((request, response) => {
      request.resume();
      response.end(bodies.value);
    });
    const protocol = jsonProtocol(server.port);
    const slow: WireProtocol<'json'> = {
      ...protocol,
      encode: async (request, context) => protocol.encode(request, context),
    };
    const reply = await wireTransport(slow, clientWith()).call(requestFor());
    expect(reply.value).toEqual(['a']);
  });

  test.each(['at its start', 'far into it'])(
    'that holds what cannot be written, found %s, is refused and not sent',
    async (where) => {
      const server = await httpServer(() => {});
      const protocol: WireProtocol<'json'> = {
        ...jsonProtocol(server.port),
        encode: () => ({
          url: `http://127.0.0.1:${server.port}/`,
          headers: {},
          body: (function* () {
            if (where === 'far into it') yield 'x'.repeat(1_000_000);
            throw new WireFormatError('a number is not finite');
          })(),
        }),
      };
      const error = await rejectionOf(wireTransport(protocol, clientWith()).call(requestFor()));
      expect(error).toBeInstanceOf(EgoiInputError);
      expect(error).toMatchObject({
        delivery: 'not_sent',
        method: 'getLists',
        transport: 'json',
        problems: [{ path: 'parameters', problem: 'a number is not finite' }],
      });
      expect(server.sockets).toHaveLength(0);
    },
  );

  test('that was aborted before is neither encoded nor sent', async () => {
    let encoded = 0;
    const protocol: WireProtocol<'json'> = {
      ...jsonProtocol(1),
      encode() {
        encoded++;
        return { url: 'http://127.0.0.1:1/', headers: {}, body: '' };
      },
    };
    const signal = AbortSignal.abort();
    const transport = wireTransport(protocol, clientWith());
    const error = await rejectionOf(transport.call(requestFor({ signal })));
    expect(error).toBeInstanceOf(EgoiAbortError);
    expect(error.delivery).toBe('not_sent');
    expect(encoded).toBe(0);
  });

  test('after close is refused', async () => {
    const transport = wireTransport(jsonProtocol(1), clientWith());
    await transport.close?.();
    const error = await rejectionOf(transport.call(requestFor()));
    expect(error).toBeInstanceOf(EgoiError);
    expect(error).toMatchObject({ kind: 'aborted', delivery: 'not_sent' });
  });
});

describe('the limits of a transport', () => {
  const sizeOf = () => ({ bytes: 1, fields: 1 });

  test('are those of its protocol', () => {
    const limits = wireLimits({ maxRequestBytes: 1_000_000, sizeOf });
    expect(wireTransport({ ...jsonProtocol(1), limits }, clientWith()).limits).toBe(limits);
    expect('limits' in wireTransport(jsonProtocol(1), clientWith())).toBe(false);
  });

  test.each([
    ['the transport has the smaller limit', 1_000_000, 1_000_000 - 65_536],
    ['the service has the smaller limit', 100_000_000, 50_000_000 - 65_536],
    ['there is hardly any room', 1_001, 501],
  ])('leave room for the envelope where %s', (_what, maxRequestBytes, maxBytes) => {
    expect(wireLimits({ maxRequestBytes, sizeOf })).toEqual({
      maxBytes,
      maxFields: Number.POSITIVE_INFINITY,
      sizeOf,
    });
  });

  test.each([
    [1000, 984],
    [10, 5],
  ])('leave of %i fields %i to items', (maxFields, left) => {
    expect(wireLimits({ maxRequestBytes: 1000, maxFields, sizeOf }).maxFields).toBe(left);
  });
});

describe('an answer to a call that was not wholly sent', () => {
  const lists = findMethod('getLists');

  async function callAnsweredEarly(status: number, answer: string) {
    const server = await httpServer((_request, response) => {
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(answer);
    });
    const body = {
      *[Symbol.iterator]() {
        for (let n = 0; n < 300; n += 1) yield 'x'.repeat(32_768);
      },
    };
    const protocol = {
      ...jsonProtocol(server.port),
      encode: () => ({ url: `http://127.0.0.1:${server.port}/`, headers: {}, body }),
    };
    return wireTransport(protocol, clientWith()).call(requestFor({ spec: lists }));
  }

  test('leaves it open what became of the call', async () => {
    const error = await rejectionOf(callAnsweredEarly(200, '{"value":[]}'));
    expect(error).toBeInstanceOf(EgoiConnectionError);
    expect(error).toMatchObject({ delivery: 'unknown', retryable: true, method: 'getLists' });
    expect(error.message).toContain('before the call was wholly sent');
  });

  test.each(['"NO_ACCESS"', '{"ERROR":"NO_ACCESS"}'])(
    'that is an error of the API is one: %s',
    async (value) => {
      expect(await callAnsweredEarly(200, `{"value":${value}}`)).toMatchObject({ status: 200 });
    },
  );

  test('that is a fault is a fault', async () => {
    const fault = '{"fault":{"faultCode":"4","faultString":"too large"}}';
    expect(await rejectionOf(callAnsweredEarly(200, fault))).toBeInstanceOf(EgoiFaultError);
  });

  test.each([302, 400, 413, 503])('with HTTP status %i is an error of HTTP', async (status) => {
    const error = await rejectionOf(callAnsweredEarly(status, '<html>no</html>'));
    expect(error).toBeInstanceOf(EgoiHttpError);
    expect(error).toMatchObject({ status, delivery: 'answered' });
  });
});
