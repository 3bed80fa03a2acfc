import { EgoiAbortError, EgoiConfigError } from '@egoi-client/core';
import {
  type Cancellation,
  requestHandler,
  resolveServerLimits,
  serverOptions,
} from '@egoi-client/http/server';
import { resolveOptions } from '@egoi-client/core/wire';
import { describe, expect, test } from '@jest/globals';
import { jsonService, type Route, startingServers } from '../support/json-service.ts';
import { rawConnection } from '../support/raw-connection.ts';

const start = startingServers();
const echo = { '/v3/echo': async (body: unknown) => ({ got: body }) };
const head = 'POST /v3/echo HTTP/1.1\r\nhost: localhost\r\n';

/** Says something and hears the answer to its end: status, content type, and the problem. */
async function refusalOf(port: number, ...said: readonly string[]) {
  const { socket, heard } = await rawConnection(port);
  for (const text of said) socket.write(text, 'latin1');
  const answer = await heard;
  return {
    status: Number(/^HTTP\/1.1 (\d+) /.exec(answer)?.[1]),
    type: /content-type: (.*)\r\n/.exec(answer)?.[1],
    problem: JSON.parse(answer.slice(answer.lastIndexOf('{'), answer.lastIndexOf('}') + 1)),
  };
}

test('a service of other routes answers over the same server', async () => {
  const { origin } = await start(jsonService(echo));
  const body = JSON.stringify({ text: 'é'.repeat(100_000) });
  const answer = await fetch(`${origin}/v3/echo?x=1`, { method: 'POST', body });
  expect(await answer.json()).toEqual({ got: JSON.parse(body) });
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect((await fetch(`${origin}/v3/other`)).status).toBe(404);
});

describe('the service says each refusal of the server in its own form', () => {
  test.each([
    ['a declared body', 413, 'body-too-large', [`${head}content-length: 2000\r\n\r\n`]],
    [
      'a body that grows',
      413,
      'body-too-large',
      [`${head}transfer-encoding: chunked\r\n\r\n`, `800\r\n${'x'.repeat(2048)}\r\n0\r\n\r\n`],
    ],
    [
      'a compressed body',
      415,
      'encoded-body',
      [`${head}connection: close\r\ncontent-encoding: gzip\r\ncontent-length: 2\r\n\r\nxx`],
    ],
    ['a body that comes slowly', 408, 'body-too-slow', [`${head}content-length: 9\r\n\r\n{`]],
    ['a head that does not end', 408, 'not-http', ['POST /v3/echo HTTP/1.1\r\nhost: ']],
    ['a head that is too large', 431, 'not-http', [`${head}x: ${'y'.repeat(3000)}\r\n\r\n`]],
    ['what is not HTTP', 400, 'not-http', ['what is this\r\n\r\n']],
    [
      'a head that two readers read in two ways',
      400,
      'malformed-head',
      [`${head}connection: close\r\nhost: localhost\r\n\r\n`],
    ],
    [
      'another transfer coding',
      501,
      'malformed-head',
      [`${head}connection: close\r\ntransfer-encoding: gzip, chunked\r\n\r\n0\r\n\r\n`],
    ],
    [
      'a page of another origin',
      403,
      'foreign-origin',
      [`${head}connection: close\r\norigin: http://evil.example\r\n\r\n`],
    ],
    [
      'a name that is not this machine’s',
      403,
      'foreign-host',
      ['GET /v3/echo HTTP/1.1\r\nconnection: close\r\nhost: evil.example\r\n\r\n'],
    ],
  ] as const)('%s', async (_what, status, reason, said) => {
    const { port, origin } = await start(jsonService(echo), {
      maxBodyBytes: 1024,
      maxHeaderBytes: 2048,
      // Short for what comes too slowly, and for nothing else: a busy machine is slow as well.
      ...(status === 408 ? { headersTimeoutMs: 500, bodyGraceMs: 500 } : {}),
    });
    const refusal = await refusalOf(port, ...said);
    expect(refusal).toMatchObject({ status, type: 'application/problem+json' });
    expect(refusal.problem).toMatchObject({ status, type: reason, detail: expect.any(String) });
    // The others are served as before.
    expect((await fetch(`${origin}/v3/echo`, { method: 'POST', body: '1' })).status).toBe(200);
  });

  test('no room', async () => {
    const held = heldRoute();
    const { port } = await start(jsonService({ '/v3/echo': held.route }), {
      maxBodyBytes: 1024,
      maxTotalBodyBytes: 1024,
    });
    const body = JSON.stringify('x'.repeat(600));
    const call = `${head}content-length: ${body.length}\r\n\r\n${body}`;
    const first = await rawConnection(port);
    first.socket.write(call);
    await held.entered;
    const refusal = await refusalOf(port, call);
    expect(refusal).toMatchObject({ status: 503, problem: { type: 'no-room' } });
    first.socket.destroy();
  });
});

describe('a request that is being answered', () => {
  test('is cancelled when its client goes', async () => {
    const held = heldRoute();
    const { port } = await start(jsonService({ '/v3/echo': held.route }));
    const { socket } = await rawConnection(port);
    socket.write(`${head}\r\n`);
    const { signal } = await held.entered;
    expect(signal.aborted).toBe(false);
    socket.destroy();
    await held.cancelled;
    expect(signal.reason).toBeInstanceOf(EgoiAbortError);
  });

  test('is cancelled when the server has been closed and its grace is over', async () => {
    const held = heldRoute();
    const server = await start(jsonService({ '/v3/echo': held.route }), { closeGraceMs: 1 });
    const { socket, heard } = await rawConnection(server.port);
    socket.write(`${head}\r\n`);
    await held.entered;
    await server.close();
    expect(await held.cancelled).toMatchObject({ message: 'the server was closed' });
    expect(await heard).toBe('');
  });

  test('closes its connection, and no other, when the service breaks', async () => {
    const defects: unknown[] = [];
    const broken = async () => {
      throw new TypeError('a defect');
    };
    const { port, origin } = await start(jsonService({ ...echo, '/v3/broken': broken }, defects));
    const { socket, heard } = await rawConnection(port);
    socket.write('GET /v3/broken HTTP/1.1\r\nhost: localhost\r\n\r\n');
    expect(await heard).toBe('');
    expect(defects).toEqual([expect.objectContaining({ message: 'a defect' })]);
    expect((await fetch(`${origin}/v3/echo`)).status).toBe(200);
  });
});

describe('a service without a server', () => {
  const request = { method: 'POST', url: '/v3/echo', headers: {}, body: Buffer.from('[1]') };
  const limits = resolveServerLimits(
    'jsonServer',
    resolveOptions('jsonServer', serverOptions, { maxBodyBytes: 1024 }),
  );

  test('answers whole requests within the same limits of bodies', async () => {
    const handle = requestHandler(jsonService(echo), limits);
    expect(await handle(request)).toMatchObject({ status: 200, body: '{"got":[1]}' });
    expect(await handle({ ...request, body: Buffer.alloc(2000) })).toMatchObject({ status: 413 });
    const headers = { 'content-encoding': 'gzip' };
    expect(await handle({ ...request, headers })).toMatchObject({ status: 415 });
  });

  test('ends with the signal of its caller', async () => {
    const held = heldRoute();
    const controller = new AbortController();
    const handle = requestHandler(jsonService({ '/v3/echo': held.route }), limits);
    void handle({ ...request, signal: controller.signal });
    await held.entered;
    controller.abort(new Error('enough'));
    expect(await held.cancelled).toMatchObject({ message: 'enough' });
  });
});

test('limits that contradict each other are refused in the name of who took them', () => {
  const options = { maxConnections: 2, maxConnectionsPerAddress: 3 };
  const given = resolveOptions('jsonServer', serverOptions, options);
  expect(() => resolveServerLimits('jsonServer', given)).toThrow(
    new EgoiConfigError('jsonServer: maxConnections must not be below maxConnectionsPerAddress'),
  );
});

/** A route that answers nobody, and tells when a request has come and when it was cancelled. */
function heldRoute(): {
  readonly route: Route;
  readonly entered: Promise<Cancellation>;
  readonly cancelled: Promise<unknown>;
} {
  let enter: (cancellation: Cancellation) => void;
  let cancel: (reason: unknown) => void;
  const entered = new Promise<Cancellation>((resolve) => {
    enter = resolve;
  });
  const cancelled = new Promise<unknown>((resolve) => {
    cancel = resolve;
  });
  const route: Route = (_body, cancellation) => {
    enter(cancellation);
    const { signal } = cancellation;
    signal.addEventListener('abort', () => cancel(signal.reason));
    return new Promise(() => {});
  };
  return { route, entered, cancelled };
}
