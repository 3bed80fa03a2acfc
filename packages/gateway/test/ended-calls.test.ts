import {
  EgoiConnectionError,
  EgoiFaultError,
  EgoiPartialError,
  EgoiUnsupportedError,
  type Transport,
  type TransportReply,
} from '@egoi-client/core';
import { scriptedTransport } from '@egoi-client/core/testing';
import { createGateway, type EndedCall, type GatewayOptions } from '@egoi-client/gateway';
import { encodeCall } from '@egoi-client/transport-xmlrpc/codec';
import { describe, expect, test } from '@jest/globals';
import { rawConnection } from '../../http/test/support/raw-connection.ts';
import { heldTransport } from './support/held-transport.ts';
import { answerTo, ask, endpoints, key, post, restCall } from './support/requests.ts';
import { answering, startingGateways } from './support/serving.ts';

const start = startingGateways();

/** Keeps what is told, as plain data, which is all there while it is told. */
function listening(): { readonly told: PlainCall[]; readonly onCall: (call: EndedCall) => void } {
  const told: PlainCall[] = [];
  return { told, onCall: (call) => void told.push(plain(call)) };
}

type PlainCall = ReturnType<typeof plain>;

function plain(call: EndedCall) {
  const { method, wire, callId, outcome, errorKind, errorCode, delivery } = call;
  const { durationMs, requests, account } = call;
  const losses = call.losses.map(({ name }) => name);
  const shape = call.shape();
  const words = { method, wire, callId, outcome, errorKind, errorCode, delivery };
  return { ...words, durationMs, requests, account, losses, shape };
}

/** A transport that gives one reply. */
function replying(reply: Partial<TransportReply>): Transport {
  return {
    id: 'fixed',
    call: async () => ({ value: 'OK', transport: 'fixed', durationMs: 0, ...reply }),
  };
}

describe.each(endpoints)('over $id', ({ id: wire, path, write }) => {
  test('a call that was answered is told once, without its values', async () => {
    const { told, onCall } = listening();
    const loss = { kind: 'parameter', name: 'status', reason: 'none' } as const;
    const gateway = createGateway(replying({ requests: 3, losses: [loss] }), { onCall });
    const members = { apikey: key, listID: '17', extra_4: 'private', subject: '' };
    await answerTo(gateway, post(path, write('addSubscriber', members)));
    expect(told).toEqual([
      {
        method: 'addSubscriber',
        wire,
        callId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        outcome: 'answered',
        errorKind: undefined,
        errorCode: undefined,
        delivery: 'answered',
        durationMs: expect.any(Number),
        requests: 3,
        losses: ['status'],
        account: expect.stringMatching(/^[0-9a-f]{32}$/),
        shape: { 'extra_*': 'string', listID: 'string', subject: 'empty' },
      },
    ]);
    expect(JSON.stringify(told)).not.toMatch(/k3y|private|"17/);
  });

  test('an error of the API is an answer with its code', async () => {
    const { told, onCall } = listening();
    const gateway = createGateway(scriptedTransport([{ value: { ERROR: 'NO_DATA' } }]), { onCall });
    await answerTo(gateway, post(path, write('getLists')));
    expect(told).toMatchObject([{ outcome: 'answered', errorCode: 'NO_DATA', requests: 1 }]);
  });

  test.each([
    [
      new EgoiConnectionError('no', { delivery: 'not_sent', cause: { code: 'ECONNREFUSED' } }),
      { errorKind: 'connection', delivery: 'not_sent', requests: 0 },
    ],
    [
      new EgoiFaultError({ faultCode: '17', faultString: key }, { requests: 2 }),
      { errorKind: 'fault', delivery: 'answered', requests: 2 },
    ],
    [
      new EgoiUnsupportedError('no segments', {}),
      { errorKind: 'unsupported', delivery: 'not_sent', requests: 0 },
    ],
    [
      new EgoiPartialError({ done: ['a'], missing: ['b'], answer: {} }, { requests: 4 }),
      { errorKind: 'partial', delivery: 'answered', requests: 4 },
    ],
    [new Error('a defect'), { errorKind: 'internal', delivery: 'unknown', requests: 1 }],
  ])('%p is told once as a refusal', async (error, words) => {
    const { told, onCall } = listening();
    const transport: Transport = {
      id: 'throws',
      async call() {
        throw error;
      },
    };
    await answerTo(createGateway(transport, { onCall }), post(path, write('getLists')));
    expect(told).toHaveLength(1);
    expect(told).toMatchObject([{ method: 'getLists', wire, outcome: 'refused', ...words }]);
    expect(told[0]?.account).toMatch(/^[0-9a-f]{32}$/);
  });

  test('what it cost is told of an answer that the wire cannot carry', async () => {
    const { told, onCall } = listening();
    const value = {
      get a(): string {
        throw new Error('no value');
      },
    };
    const gateway = createGateway(replying({ value, requests: 5 }), { onCall });
    await answerTo(gateway, post(path, write('getLists')));
    expect(told).toMatchObject([{ outcome: 'refused', delivery: 'answered', requests: 5 }]);
  });

  test.each([
    ['nope', 'nope'],
    [key.replaceAll('-', '_'), '(other)'],
    ['a'.repeat(65), '(other)'],
  ])('the unknown method %p is told as %p', async (method, name) => {
    const { told, onCall } = listening();
    const gateway = createGateway(scriptedTransport([]), { onCall });
    const apikey = key.replaceAll('-', '_');
    await answerTo(gateway, post(path, write(method, { apikey })));
    expect(told).toMatchObject([{ method: name, outcome: 'refused', errorKind: 'unknown-method' }]);
  });

  test('what cannot be read is told once', async () => {
    const { told, onCall } = listening();
    const gateway = createGateway(answering('OK'), { onCall });
    const unreadable = wire === 'rest' ? 'a=%ff%fe&method' : '<nothing';
    await answerTo(gateway, post(path, unreadable));
    const unread = { method: '(unread)', wire, outcome: 'refused', delivery: 'not_sent' };
    const none = { errorKind: 'bad-request', requests: 0, durationMs: 0, account: undefined };
    expect(told).toMatchObject([{ ...unread, ...none, shape: {} }]);
  });

  test.each([
    [{ 'content-type': 'image/png' }, 'bad-request'],
    [{ 'content-encoding': 'gzip' }, 'encoded-body'],
    [{ 'content-length': '99999999999' }, 'body-too-large'],
  ])('what the server refuses by %p is told once', async (headers, errorKind) => {
    const { told, onCall } = listening();
    const gateway = createGateway(answering('OK'), { onCall });
    await answerTo(gateway, post(path, write('getLists'), { ...headers }));
    expect(told).toMatchObject([{ method: '(unread)', wire, outcome: 'refused', errorKind }]);
  });

  test('a caller that goes away while it is waited for is told as aborted', async () => {
    const { told, onCall } = listening();
    const gone = new AbortController();
    const transport: Transport = {
      id: 'deaf',
      call: () => {
        gone.abort();
        return new Promise(() => undefined);
      },
    };
    const request = { ...post(path, write('getLists')), signal: gone.signal };
    await createGateway(transport, { onCall }).handle(request);
    expect(told).toMatchObject([
      { method: 'getLists', outcome: 'refused', errorKind: 'aborted', delivery: 'unknown' },
    ]);
  });

  test('over a socket: a full server, a page of another site, and a body that breaks off', async () => {
    const { told, onCall } = listening();
    const transport = heldTransport();
    const { port } = await start(transport, {
      onCall,
      maxBodyBytes: 64 * 1024,
      maxBodyBytesPerAddress: 64 * 1024,
    });
    const say = (text: string, ...headers: string[]) =>
      [
        `POST ${path} HTTP/1.1`,
        ...headers,
        `content-length: ${text.length}`,
        'connection: close',
        '',
        text,
      ].join('\r\n');
    const first = await rawConnection(port);
    const members = { apikey: key, a: 'x'.repeat(40_000) };
    first.socket.write(say(write('getLists', members), 'host: localhost'));
    const held = await transport.next();
    const second = await rawConnection(port);
    second.socket.write(say(write('getLists', members), 'host: localhost'));
    await second.heard;
    const page = await rawConnection(port);
    page.socket.write(say(write('getLists'), 'host: localhost', 'origin: https://evil.test'));
    await page.heard;
    held.answer();
    await first.heard;
    const broken = await rawConnection(port);
    broken.socket.write(say(write('getLists'), 'host: localhost').slice(0, -10));
    broken.socket.end();
    await broken.heard;
    // The server has seen the end of that one when another is answered.
    const last = await rawConnection(port);
    last.socket.write(say(write('getLists'), 'host: localhost'));
    (await transport.next()).answer();
    await last.heard;
    expect(told.map(({ errorKind, method }) => `${method} ${errorKind ?? 'answered'}`)).toEqual([
      '(unread) no-room',
      '(unread) foreign-origin',
      'getLists answered',
      '(unread) aborted',
      'getLists answered',
    ]);
  });
});

describe('system.multicall', () => {
  const call = (methodName: string) => ({ methodName, params: [{ apikey: key }] });
  const batch = (calls: readonly unknown[], options: GatewayOptions, transport: Transport) => {
    const document = encodeCall({
      method: 'system.multicall',
      options: { p0: calls as never },
      parts: ['p0'],
    });
    return createGateway(transport, options).handle(post('/v2/xmlrpc.php', document));
  };

  test('tells of each call once, and of itself not', async () => {
    const { told, onCall } = listening();
    const calls = [
      call('getLists'),
      call('nope'),
      { params: [] },
      { methodName: 'system.methodHelp', params: ['getLists'] },
      { methodName: 'system.methodHelp', params: ['x'] },
    ];
    await batch(calls, { onCall }, scriptedTransport([{ value: [] }]));
    expect(told.map(({ method, errorKind }) => [method, errorKind])).toEqual([
      ['getLists', undefined],
      ['nope', 'unknown-method'],
      ['(unread)', 'bad-request'],
      ['system.methodHelp', undefined],
      ['system.methodHelp', 'fault'],
    ]);
    expect(new Set(told.map(({ callId }) => callId)).size).toBe(5);
  });

  test('tells of calls that are not begun', async () => {
    const { told, onCall } = listening();
    const options = { onCall, maxBodyBytes: 2000 };
    await batch([call('getLists'), call('getLists')], options, answering('x'.repeat(3000)));
    expect(told).toMatchObject([
      { method: 'getLists', outcome: 'answered' },
      { method: 'getLists', outcome: 'refused', errorKind: 'timeout', delivery: 'not_sent' },
    ]);
    expect(told[1]?.account).toBe(told[0]?.account);
  });
});

describe('what is told', () => {
  test('is nothing of addresses, WSDLs and methods that carry no call', async () => {
    const { told, onCall } = listening();
    const gateway = createGateway(answering('OK'), { onCall });
    await gateway.handle(ask('GET', '/v2/soap.php?wsdl'));
    await gateway.handle(ask('GET', '/nowhere'));
    await gateway.handle(ask('PUT', '/v2/soap.php'));
    expect(told).toEqual([]);
  });

  test('disturbs no answer when it throws, and is told no second time', async () => {
    let times = 0;
    const gateway = createGateway(answering('OK'), {
      onCall: () => {
        times += 1;
        throw new Error('a full disk');
      },
    });
    const { body } = await answerTo(gateway, post('/v2/rest.php', restCall('getLists')));
    expect(body).toContain('success');
    expect(times).toBe(1);
  });
});

describe('the shape of parameters', () => {
  const shapeOf = async (params: Record<string, unknown>) => {
    const { told, onCall } = listening();
    const options = { functionOptions: { apikey: key, ...params } as never };
    const document = encodeCall({ method: 'x', options, parts: ['functionOptions'] });
    const transport = scriptedTransport([{ value: 'OK' }]);
    await createGateway(transport, { onCall }).handle(post('/v2/xmlrpc.php', document));
    return told[0]?.shape;
  };

  test('has paths, types and no values', async () => {
    const shape = await shapeOf({
      listID: 7,
      on: true,
      none: null,
      subject: '',
      extra_12: 'a',
      extra_13: 'b',
      subscribers: [
        { email: 'a@example.com', first_name: '' },
        { email: 'b@example.com', first_name: 'B', extra_3: 4, 'b@example.com': 1 },
        { email: ['c'] },
      ],
      numbered: { 0: { uid: 'x' }, 1: { uid: 'y' } },
    });
    expect(shape).toEqual({
      '(other)': 'number',
      'extra_*': 'string',
      listID: 'number',
      none: 'null',
      numbered: 'struct',
      'numbered[]': 'struct',
      'numbered[].uid': 'string',
      on: 'boolean',
      subject: 'empty',
      subscribers: 'list',
      'subscribers[]': 'struct',
      'subscribers[].email': 'mixed',
      'subscribers[].email[]': 'string',
      'subscribers[].extra_*': 'number',
      'subscribers[].first_name': 'string',
    });
  });

  test('has no name that is odd, long or the key', async () => {
    const shape = await shapeOf({
      [key]: 'a',
      'a\nb': 'a',
      '<b>': 'a',
      ['c'.repeat(65)]: { inner: 'a' },
      __proto__: 'a',
      constructor: 'a',
      12: 'a',
    });
    expect(shape).toEqual({ '(other)': 'mixed', constructor: 'string' });
  });

  test('is bounded, whatever comes', async () => {
    const names = Array.from({ length: 2000 }, (_, at) => [`name_${at}`, 'a']);
    let deep: unknown = 'a';
    for (let depth = 0; depth < 20; depth += 1) deep = { deep };
    const shape = (await shapeOf({ ...Object.fromEntries(names), deep })) ?? {};
    expect(Object.keys(shape).length).toBeLessThanOrEqual(257);
    expect(shape['(other)']).toBe('mixed');
    expect(Object.keys((await shapeOf({ deep })) ?? {})).toHaveLength(8);
  });
});
