import {
  allMethods,
  EgoiConnectionError,
  EgoiFaultError,
  type Transport,
  type WireObject,
  type WireValue,
} from '@egoi-client/core';
import { scriptedTransport } from '@egoi-client/core/testing';
import { createGateway, type FailedCall, type Gateway } from '@egoi-client/gateway';
import { decodeAnswer, encodeCall } from '@egoi-client/transport-xmlrpc/codec';
import { describe, expect, test } from '@jest/globals';
import { answerTo, key, post } from './support/requests.ts';

async function ask(gateway: Gateway, method: string, ...params: WireValue[]) {
  const parts = params.map((_, index) => `p${index}`);
  const options = Object.fromEntries(params.map((param, index) => [`p${index}`, param]));
  const { status, body } = await answerTo(
    gateway,
    post('/v2/xmlrpc.php', encodeCall({ method, options, parts })),
  );
  expect(status).toBe(200);
  return decodeAnswer(body);
}

const silent = () => createGateway(scriptedTransport([]));

function call(methodName: string, options: WireObject = {}): WireObject {
  return { methodName, params: [{ apikey: key, ...options }] };
}

/** Answers with the name of the method and a parameter, and says which calls came. */
function echo(): Transport & { readonly seen: string[] } {
  const seen: string[] = [];
  return {
    id: 'echo',
    seen,
    async call({ method, params }) {
      seen.push(method);
      if (method === 'fails') throw new EgoiConnectionError('no', { delivery: 'not_sent' });
      if (method === 'faults') {
        throw new EgoiFaultError({ faultCode: '17', faultString: `no account for ${key}` }, {});
      }
      if (method === 'uncarried') return { value: 'a\u0001b', transport: 'echo', durationMs: 0 };
      return { value: [method, params['a'] ?? null], transport: 'echo', durationMs: 0 };
    },
  };
}

describe('the server says what it can do', () => {
  const own = [
    'system.listMethods',
    'system.methodHelp',
    'system.methodSignature',
    'system.multicall',
  ];

  test('system.listMethods names all methods and itself', async () => {
    const names = allMethods().map(({ name }) => name);
    expect(await ask(silent(), 'system.listMethods')).toEqual({ value: [...own, ...names] });
  });

  test('a call without <params> is one', async () => {
    const document = '<methodCall><methodName>system.listMethods</methodName></methodCall>';
    const { body } = await answerTo(silent(), post('/v2/xmlrpc.php', document));
    expect(decodeAnswer(body)).toHaveProperty('value');
  });

  test.each([
    ['getLists', [['struct', 'struct']]],
    ['testEmailAddress', [['boolean', 'string']]],
    ['check_status', [['boolean']]],
    ['getAllErrors', [['struct']]],
    ['system.multicall', [['array', 'array']]],
    ['system.listMethods', [['array']]],
  ])('system.methodSignature of %s', async (method, value) => {
    expect(await ask(silent(), 'system.methodSignature', method)).toEqual({ value });
  });

  test.each([...own, 'getLists', 'check_status'])('system.methodHelp of %s', async (method) => {
    const answer = await ask(silent(), 'system.methodHelp', method);
    expect(answer).toEqual({ value: expect.stringMatching(/^[A-Z].+\.$/) });
  });

  test.each(['system.methodHelp', 'system.methodSignature'])(
    '%s refuses as Zend does',
    async (method) => {
      expect(await ask(silent(), method, 'noSuch<Method>')).toEqual({
        fault: { faultCode: '640', faultString: 'Method "noSuch<Method>" does not exist' },
      });
      const wrong = {
        fault: { faultCode: '623', faultString: 'Calling parameters do not match signature' },
      };
      expect(await ask(silent(), method)).toEqual(wrong);
      expect(await ask(silent(), method, 7)).toEqual(wrong);
      expect(await ask(silent(), method, 'getLists', 'more')).toHaveProperty(
        'fault.faultCode',
        '630',
      );
    },
  );

  test('there are no others', async () => {
    expect(await ask(silent(), 'system.getCapabilities', {})).toHaveProperty(
      'fault.faultCode',
      '620',
    );
  });
});

describe('system.multicall', () => {
  test('makes the calls in their order and gives each a list of its value', async () => {
    const transport = echo();
    const answer = await ask(createGateway(transport), 'system.multicall', [
      call('first', { a: 1 }),
      call('second', { a: 'Olá & <b>' }),
      { methodName: 'testEmailAddress', params: ['a@example.com'] },
    ]);
    expect(answer).toEqual({
      value: [[['first', 1]], [['second', 'Olá & <b>']], [['testEmailAddress', null]]],
    });
    expect(transport.seen).toEqual(['first', 'second', 'testEmailAddress']);
  });

  test('gives the struct of a fault for each call that failed, and goes on', async () => {
    const told: string[] = [];
    const onError = (_error: unknown, failed?: FailedCall) => told.push(failed?.method ?? '');
    const gateway = createGateway(echo(), { onError });
    const answer = await ask(gateway, 'system.multicall', [
      call('fails'),
      call('faults'),
      call('uncarried'),
      call('no-name'),
      call('first'),
    ]);
    expect(answer).toEqual({
      value: [
        { faultCode: 404, faultString: expect.stringContaining('(connection)') },
        { faultCode: 17, faultString: 'no account for [redacted]' },
        { faultCode: 404, faultString: 'the answer holds what this protocol cannot carry' },
        { faultCode: 630, faultString: expect.stringContaining('method name') },
        [['first', null]],
      ],
    });
    expect(told).toEqual(['fails', 'faults', 'uncarried']);
  });

  test.each<[string, WireValue, number, string]>([
    ['no struct', 'getLists', 601, 'expects each method to be a struct'],
    ['no methodName', { params: [] }, 602, 'Missing methodName'],
    ['a methodName that is no text', { methodName: 7, params: [] }, 602, 'Missing methodName'],
    ['no params', { methodName: 'getLists' }, 603, 'Missing params'],
    [
      'params that are no list',
      { methodName: 'getLists', params: { a: 1 } },
      604,
      'must be an array',
    ],
    ['itself', { methodName: 'system.multicall', params: [[]] }, 605, 'Recursive'],
    ['two structs', { methodName: 'getLists', params: [{}, {}] }, 630, 'more than one parameter'],
    ['a text for a struct', { methodName: 'getLists', params: ['a'] }, 630, 'not a struct'],
    [
      'an unknown method of the server',
      { methodName: 'system.x', params: [{}] },
      620,
      'does not exist',
    ],
  ])('a call that is %s is a fault of its own', async (_what, batched, faultCode, faultString) => {
    const transport = echo();
    const answer = await ask(createGateway(transport), 'system.multicall', [
      batched,
      call('first'),
    ]);
    expect(answer).toEqual({
      value: [{ faultCode, faultString: expect.stringContaining(faultString) }, [['first', null]]],
    });
    expect(transport.seen).toEqual(['first']);
  });

  test('asks the server itself, too', async () => {
    const answer = await ask(silent(), 'system.multicall', [
      { methodName: 'system.methodSignature', params: ['getLists'] },
      { methodName: 'system.methodHelp', params: ['nope'] },
    ]);
    expect(answer).toEqual({
      value: [
        [[['struct', 'struct']]],
        { faultCode: 640, faultString: 'Method "nope" does not exist' },
      ],
    });
  });

  test('of no calls has no results', async () => {
    expect(await ask(silent(), 'system.multicall', [])).toEqual({ value: [] });
  });

  test.each<[string, WireValue[], string]>([
    ['no list', [{ a: 1 }], 'takes a list of calls'],
    ['nothing', [], 'takes a list of calls'],
    [
      'more calls than an hour has',
      [Array.from({ length: 151 }, () => call('x'))],
      'at most 150 calls',
    ],
  ])('of %s is refused as a whole', async (_what, params, text) => {
    const transport = echo();
    expect(await ask(createGateway(transport), 'system.multicall', ...params)).toEqual({
      fault: { faultCode: '630', faultString: expect.stringContaining(text) },
    });
    expect(transport.seen).toEqual([]);
  });

  test('150 calls are made', async () => {
    const transport = echo();
    const calls = Array.from({ length: 150 }, (_, a) => call('x', { a }));
    const answer = await ask(createGateway(transport), 'system.multicall', calls);
    expect(answer).toEqual({ value: calls.map((_, a) => [['x', a]]) });
  });

  test('each call has the time limit of a call, and one that is not begun says so', async () => {
    const told: unknown[] = [];
    const transport: Transport = { id: 'deaf', call: () => new Promise(() => undefined) };
    const gateway = createGateway(transport, {
      timeoutMs: 50,
      requestTimeoutMs: 40,
      onError: (error) => told.push(error),
    });
    const answer = await ask(gateway, 'system.multicall', [call('first'), call('second')]);
    expect(answer).toEqual({
      value: [
        { faultCode: 404, faultString: expect.stringContaining('(timeout)') },
        { faultCode: 404, faultString: expect.stringContaining('was not begun') },
      ],
    });
    expect(told).toMatchObject([{ delivery: 'unknown' }, { delivery: 'not_sent' }]);
  });

  test('begins no more calls when the answers have become too long', async () => {
    const long = 'x'.repeat(3000);
    const gateway = createGateway(scriptedTransport([{ value: long }, { value: long }]), {
      maxBodyBytes: 2000,
    });
    const answer = await ask(gateway, 'system.multicall', [call('first'), call('second')]);
    expect(answer).toEqual({
      value: [[long], { faultCode: 404, faultString: expect.stringContaining('was not begun') }],
    });
  });

  test('makes no call for a client that has gone', async () => {
    const gone = new AbortController();
    const seen: string[] = [];
    const transport: Transport = {
      id: 'leaving',
      async call({ method }) {
        seen.push(method);
        gone.abort();
        return { value: 'OK', transport: 'leaving', durationMs: 0 };
      },
    };
    const options = { p0: [call('first'), call('second'), call('third')] };
    const document = encodeCall({ method: 'system.multicall', options, parts: ['p0'] });
    const request = { ...post('/v2/xmlrpc.php', document), signal: gone.signal };
    await createGateway(transport).handle(request);
    expect(seen).toEqual(['first']);
  });
});
