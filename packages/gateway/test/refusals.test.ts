import {
  EgoiAbortError,
  EgoiConfigError,
  EgoiConnectionError,
  type EgoiError,
  EgoiFaultError,
  EgoiHttpError,
  EgoiInputError,
  EgoiPartialError,
  EgoiProtocolError,
  EgoiQuotaError,
  EgoiTimeoutError,
  EgoiUnsupportedError,
  type Transport,
} from '@egoi-client/core';
import { scriptedTransport } from '@egoi-client/core/testing';
import { createGateway, type FailedCall } from '@egoi-client/gateway';
import { describe, expect, test } from '@jest/globals';
import { answerTo, endpoints, key, post } from './support/requests.ts';

const secret = `no-business-of-yours ${key}`;

const failures: readonly (readonly [kind: string, error: EgoiError])[] = [
  ['connection', new EgoiConnectionError(secret, { delivery: 'not_sent' })],
  ['timeout', new EgoiTimeoutError(secret, { timeoutMs: 1 })],
  ['http', new EgoiHttpError(secret, { status: 502 })],
  ['protocol', new EgoiProtocolError(secret, {})],
  ['quota', new EgoiQuotaError(secret, { retryAfterMs: 1 })],
  ['input', new EgoiInputError([{ path: 'a', problem: secret }], {})],
  ['config', new EgoiConfigError(secret)],
  ['aborted', new EgoiAbortError(secret)],
];

function throwing(thrown: unknown): Transport {
  return {
    id: 'broken',
    call() {
      throw thrown;
    },
  };
}

describe.each(endpoints)('over $id', ({ id, path, write }) => {
  const failureStatus = id === 'xmlrpc' ? 200 : 500;

  test.each(failures)('a %s error is named and nothing else said', async (kind, error) => {
    const gateway = createGateway(scriptedTransport([{ error }, { value: 'OK' }]));
    const { status, body } = await answerTo(gateway, post(path, write('getLists')));
    expect(status).toBe(failureStatus);
    expect(body).toContain(`(${kind})`);
    expect(body).not.toMatch(/no-business|k3y|\.ts|at /);
    expect((await answerTo(gateway, post(path, write('getLists')))).status).toBe(200);
  });

  test.each([
    ['an error of no known kind', new Error(secret)],
    ['something that is no error', secret],
    [
      'a fault whose code is no text',
      new EgoiFaultError({ faultCode: 5 as unknown as string, faultString: secret }, {}),
    ],
    ['nothing', undefined],
  ])(
    '%s thrown by the transport is an internal error, and the next call served',
    async (_n, thrown) => {
      const { status, body } = await answerTo(
        createGateway(throwing(thrown)),
        post(path, write('x')),
      );
      expect(status).toBe(failureStatus);
      expect(body).toContain('internal error');
      expect(body).not.toMatch(/no-business|k3y/);
    },
  );

  test('a transport that answers nothing at all is an internal error', async () => {
    const transport = { id: 'empty', call: async () => undefined } as unknown as Transport;
    const { body } = await answerTo(createGateway(transport), post(path, write('x')));
    expect(body).toContain('internal error');
  });

  test('a method that the transport does not have is unknown in the own words of the protocol', async () => {
    const gateway = createGateway(scriptedTransport([]));
    const { status, body } = await answerTo(gateway, post(path, write('doIt')));
    const words = {
      soap: "<faultstring>Function 'doIt' doesn't exist</faultstring>",
      'soap-universal': "<faultstring>Function 'doIt' doesn't exist</faultstring>",
      xmlrpc: 'Method "doIt" does not exist',
      rest: '{"doIt":{"response":{"message":"Unknown Method \'doIt\'."},"status":"failed"}}',
    };
    expect(body.replaceAll('&quot;', '"')).toContain(words[id]);
    expect(status).toBe({ soap: 500, 'soap-universal': 500, xmlrpc: 200, rest: 404 }[id]);
  });

  test.each([
    [
      'a method that it has and the transport cannot answer',
      new EgoiUnsupportedError(`no segments for ${key}; attach a tag`, {}),
      'no segments for [redacted]; attach a tag',
    ],
    [
      'a call that was done in part',
      new EgoiPartialError({ done: ['contact 17'], missing: ['attachTag 3'], answer: {} }, {}),
      'not done: attachTag 3',
    ],
  ])('%s is told with what to do, without the key', async (_what, error, words) => {
    const gateway = createGateway(scriptedTransport([{ error }]));
    const { status, body } = await answerTo(gateway, post(path, write('getSegments')));
    expect(body).toContain(words);
    expect(body).not.toContain(key);
    expect(status).toBe({ soap: 500, 'soap-universal': 500, xmlrpc: 200, rest: 400 }[id]);
  });

  test.each([
    `a${'b'.repeat(64)}`,
    'a.b',
    ...(id === 'rest' ? ['a b', '<b>', '1a', 'a\u0001'] : []),
  ])('the name %p never reaches the transport', async (method) => {
    const transport = scriptedTransport([{ value: 'OK' }]);
    const { body } = await answerTo(createGateway(transport), post(path, write(method)));
    expect(transport.calls).toEqual([]);
    expect(body).toMatch(/Unknown Method|doesn't exist|does not exist/);
  });

  test('a fault of the service behind is passed on, without the key that it repeats', async () => {
    const faultString = `no account for ${key}, "sorry" <&>\u0001`;
    const error = new EgoiFaultError({ faultCode: '17', faultString }, {});
    const gateway = createGateway(scriptedTransport([{ error }]));
    const { status, body } = await answerTo(gateway, post(path, write('getLists')));
    expect(body).toContain('no account for [redacted]');
    expect(body).not.toContain(key);
    expect(status).toBe({ soap: 500, 'soap-universal': 500, xmlrpc: 200, rest: 400 }[id]);
    const code = {
      soap: 'Receiver',
      'soap-universal': 'Receiver',
      xmlrpc: '<int>17</int>',
      rest: '',
    };
    expect(body).toContain(code[id]);
  });

  test('a fault code that the protocol has no place for becomes one that it has', async () => {
    const fault = { faultCode: 'SOAP-ENV:Server', faultString: 'oops' };
    const gateway = createGateway(scriptedTransport([{ error: new EgoiFaultError(fault, {}) }]));
    const { body } = await answerTo(gateway, post(path, write('getLists')));
    const code = {
      soap: fault.faultCode,
      'soap-universal': fault.faultCode,
      xmlrpc: '404',
      rest: '',
    };
    expect(body).toContain(code[id]);
    expect(body).toContain('oops');
  });

  test('a key in place of a method name is not repeated', async () => {
    const gateway = createGateway(scriptedTransport([]));
    const { body } = await answerTo(gateway, post(path, write('SeCrEt', { apikey: 'SeCrEt' })));
    expect(body).not.toContain('SeCrEt');
  });

  test('a call that takes too long ends, also when the transport passes over its signal', async () => {
    let aborted = false;
    const transport: Transport = {
      id: 'deaf',
      call: ({ signal }) => {
        signal.addEventListener('abort', () => {
          aborted = true;
        });
        return new Promise(() => undefined);
      },
    };
    const gateway = createGateway(transport, { timeoutMs: 5 });
    const { body } = await answerTo(gateway, post(path, write('getLists')));
    expect(body).toContain('(timeout)');
    expect(aborted).toBe(true);
  });

  test('a signal that has fired keeps the call from the transport', async () => {
    const transport = scriptedTransport([{ value: 'OK' }]);
    const request = { ...post(path, write('getLists')), signal: AbortSignal.abort() };
    const { body } = await answerTo(createGateway(transport), request);
    expect(body).toContain('(aborted)');
    expect(transport.calls).toEqual([]);
  });
});

test.each(endpoints.filter(({ id }) => id !== 'rest'))(
  'a value that $id cannot carry is a fault',
  async ({ path, write }) => {
    const gateway = createGateway(scriptedTransport([{ value: 'a\u0001b' }]));
    const { body } = await answerTo(gateway, post(path, write('getLists')));
    expect(body).toContain('the answer holds what this protocol cannot carry');
  },
);

test('a method reaches the transport under the name that the catalogue has for it', async () => {
  const transport = scriptedTransport([{ value: 'OK' }, { value: 'OK' }]);
  const gateway = createGateway(transport);
  const { body } = await answerTo(gateway, post('/v2/rest.php', 'type=json&method=checkLogin'));
  expect(body).toContain('"checkLogin"');
  await answerTo(gateway, post('/v2/rest.php', 'type=json&method=GETLISTS'));
  expect(transport.calls.map(({ method }) => method)).toEqual(['checklogin', 'GETLISTS']);
});

test('a copy of a request has its signal too', async () => {
  const signals: unknown[] = [];
  const transport: Transport = {
    id: 'copying',
    call: async (request) => {
      const copy = { ...request, attempt: 2 };
      signals.push(copy.signal, request.signal);
      return { value: 'OK', transport: 'copying', durationMs: 0 };
    },
  };
  await answerTo(createGateway(transport), post('/v2/rest.php', 'method=getLists'));
  expect(signals[0]).toBeInstanceOf(AbortSignal);
  expect(signals[0]).toBe(signals[1]);
});

describe('onError', () => {
  test('is told what the answer does not say', async () => {
    const told: [unknown, FailedCall | undefined][] = [];
    const error = new EgoiConnectionError('refused', { delivery: 'not_sent' });
    const transport = scriptedTransport([{ error }]);
    const gateway = createGateway(transport, { onError: (...args) => told.push(args) });
    await answerTo(gateway, post('/v2/rest.php', 'method=getLists'));
    expect(told).toEqual([[error, { method: 'getLists', callId: transport.calls[0]?.callId }]]);
  });

  test('does no harm when it throws', async () => {
    const gateway = createGateway(throwing(new Error('a')), {
      onError: () => {
        throw new Error('b');
      },
    });
    const { body } = await answerTo(gateway, post('/v2/rest.php', 'type=json&method=getLists'));
    expect(body).toContain('internal error');
  });
});
