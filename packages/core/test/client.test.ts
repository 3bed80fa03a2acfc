import { inspect } from 'node:util';
import {
  EgoiAbortError,
  EgoiApiError,
  EgoiClient,
  EgoiConfigError,
  EgoiConnectionError,
  EgoiInputError,
  EgoiProtocolError,
  EgoiTimeoutError,
  type EgoiError,
  type Interceptor,
  type Transport,
} from '@egoi-client/core';
import { functionOptions } from '@egoi-client/core/wire';
import { scriptedTransport } from '@egoi-client/core/testing';
import { describe, expect, test } from '@jest/globals';

const apiKey = '0123456789abcdef0123456789abcdef01234567';

function clientOf(...values: Parameters<typeof scriptedTransport>[0]) {
  const transport = scriptedTransport(values);
  return { transport, client: new EgoiClient({ apiKey, transport }) };
}

async function failureOf(promise: Promise<unknown>): Promise<EgoiError> {
  return promise.then(
    () => {
      throw new Error('the call was expected to fail');
    },
    (error: EgoiError) => error,
  );
}

function thrownBy(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    return error;
  }
}

/** Answers nothing until its signal fires; `heeds` says whether it then rejects of its own accord. */
function hangingTransport(heeds: boolean): Transport {
  return {
    id: 'hanging',
    call: ({ signal }) =>
      new Promise((_resolve, reject) => {
        if (!heeds) return;
        signal.addEventListener('abort', () =>
          reject(new EgoiAbortError('ended by the transport', { delivery: 'not_sent' })),
        );
      }),
  };
}

describe('a call', () => {
  test('sends the parameters and normalises the answer', async () => {
    const { client, transport } = clientOf({ value: [{ listnum: '1', subs_total: '12' }] });
    const lists = await client.getLists({ start: 0, limit: 20 });
    expect(lists).toEqual([{ listnum: 1, subs_total: 12 }]);
    expect(transport.calls).toMatchObject([
      { method: 'getLists', params: { start: 0, limit: 20 }, attempt: 1 },
    ]);
  });

  test('turns an error answer into EgoiApiError', async () => {
    const { client } = clientOf({ value: { ERROR: 'LIST_NOT_FOUND' } });
    const error = await failureOf(client.getExtraFields({ listID: 9 }));
    expect(error).toBeInstanceOf(EgoiApiError);
    expect(error).toMatchObject({
      code: 'LIST_NOT_FOUND',
      description: 'The mailing list was not found',
      method: 'getExtraFields',
      transport: 'scripted',
      delivery: 'answered',
      attempts: 1,
    });
  });

  test('reaches methods that the catalogue does not have, with the answer as it came', async () => {
    const { client } = clientOf({ value: { N: '7' } });
    expect(await client.call('someNewMethod', { a: 1 })).toEqual({ N: '7' });
  });

  test('finds a method by its other spelling', async () => {
    const { client } = clientOf({ value: { RESULT: 'OK', USER_ID: '5' } });
    expect(await client.call('checkLogin')).toEqual({ RESULT: 'OK', USER_ID: 5 });
  });

  test('leaves undefined members out and passes unknown ones through', async () => {
    const { client, transport } = clientOf({ value: { UID: 'a' } });
    const params = { listID: 1, email: 'a@b.c', lang: undefined, brand_new: 'x' };
    await client.addSubscriber(params);
    expect(transport.calls[0]?.params).toEqual({ listID: 1, email: 'a@b.c', brand_new: 'x' });
  });

  test('carries the plug-in key beside the parameters', async () => {
    const transport = scriptedTransport([{ value: {} }]);
    const client = new EgoiClient({ apiKey, transport, pluginKey: 'plug' });
    await client.getClientData();
    expect(transport.calls[0]?.params).toEqual({ plugin_key: 'plug' });
  });

  test('merges either pair of credentials in at the last moment only', async () => {
    const seen: unknown[] = [];
    const transport = scriptedTransport([
      (request) => {
        seen.push(request.params, functionOptions(request));
        return { RESULT: 'OK' };
      },
    ]);
    const client = new EgoiClient({ username: 'ana', password: 'pass-word', transport });
    await client.checklogin();
    expect(seen).toEqual([{}, { username: 'ana', password: 'pass-word' }]);
  });

  test('goes through the interceptors, the first outermost', async () => {
    const order: string[] = [];
    const named =
      (name: string): Interceptor =>
      (next) =>
      async (request) => {
        order.push(`${name} in`);
        const reply = await next(request);
        order.push(`${name} out`);
        return reply;
      };
    const transport = scriptedTransport([{ value: {} }]);
    const interceptors = [named('a'), named('b')];
    await new EgoiClient({ apiKey, transport, interceptors }).getCredits();
    expect(order).toEqual(['a in', 'b in', 'b out', 'a out']);
  });
});

describe('bad input', () => {
  test.each([
    ['a missing parameter', 'addExtraField', { listID: 1 }, ['name']],
    ['several wrong ones at once', 'addExtraField', { listID: 'x', name: 5 }, ['listID', 'name']],
    ['null where a value is required', 'createList', { nome: null }, ['nome']],
    ['a control character', 'addTag', { name: 'a\u0001b' }, ['name']],
    ['half of a surrogate pair', 'addTag', { name: '\ud800' }, ['name']],
    ['a control character in a name', 'addTag', { name: 'a', 'x\u0000': 1 }, ['x\u0000']],
    ['a number that loses digits', 'addTag', { name: 'a', n: 2 ** 60 }, ['n']],
    ['NaN', 'addTag', { name: 'a', n: Number.NaN }, ['n']],
    ['a function', 'addTag', { name: 'a', n: () => 1 }, ['n']],
    ['a bigint', 'addTag', { name: 'a', n: 1n }, ['n']],
    ['a Date', 'addTag', { name: 'a', n: new Date(0) }, ['n']],
    ['a hole in a list', 'addTag', { name: 'a', n: [1, undefined] }, ['n[1]']],
    ['the key among the parameters', 'getCredits', { apikey: 'x' }, ['apikey']],
    ['a list in place of parameters', 'getCredits', [], ['parameters']],
    ['a method name with a line break', 'get\r\nX: y', {}, ['method']],
    [
      'a wrong field of a row',
      'addSubscriberBulk',
      { listID: 1, compareField: 'email', subscribers: [{ email: 'a' }, { email: 7 }] },
      ['subscribers[1].email'],
    ],
    [
      'a wrong extra field of a row',
      'addSubscriberBulk',
      { listID: 1, compareField: 'email', subscribers: [{ extra_1: {} }] },
      ['subscribers[0].extra_1'],
    ],
    ['a wrong word', 'createList', { nome: 'a', idioma_lista: 'xx' }, ['idioma_lista']],
    ['a wrong status', 'addSubscriber', { listID: 1, status: 9 }, ['status']],
    ['a wrong date', 'addSubscriber', { listID: 1, birth_date: '1/2/2000' }, ['birth_date']],
  ])('%s is refused before anything is sent', async (_name, method, params, paths) => {
    const { client, transport } = clientOf({ value: {} });
    const error = await failureOf(client.call(method, params as never));
    expect(error).toBeInstanceOf(EgoiInputError);
    expect((error as EgoiInputError).problems.map(({ path }) => path)).toEqual(paths);
    expect(error.delivery).toBe('not_sent');
    expect(transport.calls).toEqual([]);
  });

  test('says that a required parameter is missing', async () => {
    const { client } = clientOf();
    const error = await failureOf(client.call('deleteList'));
    expect(error.message).toBe('deleteList was not sent: listID: is required');
  });

  test('never shows the value', async () => {
    const { client } = clientOf();
    const error = await failureOf(client.call('addTag', { name: { secretValue: 1 } }));
    expect(inspect(error, { depth: 12, showHidden: true })).not.toContain('secretValue');
  });

  test('finds a cycle and a nesting without end', async () => {
    const { client } = clientOf();
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    let deep: unknown = 1;
    for (let level = 0; level < 5000; level += 1) deep = [deep];
    const error = await failureOf(client.call('getCredits', { cycle, deep }));
    expect(error.message).toContain('cycle.self: contains itself');
    expect(error.message).toContain('nested deeper than 64 levels');
  });

  test('accepts a plain object of another realm and one without a prototype', async () => {
    const { client, transport } = clientOf({ value: {} });
    await client.call('x', { bare: Object.assign(Object.create(null), { a: 1 }) });
    expect(transport.calls[0]?.params).toEqual({ bare: { a: 1 } });
  });
});

describe('wrong options of a client', () => {
  const transport = scriptedTransport([]);
  test.each([
    ['no options', undefined],
    ['no key', { transport }],
    ['an empty key', { apiKey: '', transport }],
    ['a key with a line break', { apiKey: 'a\nb', transport }],
    ['a username alone', { username: 'a', transport }],
    ['both pairs', { apiKey, username: 'a', password: 'b', transport }],
    ['no transport', { apiKey }],
    ['a transport without a call', { apiKey, transport: { id: 'x' } }],
    ['an unknown option', { apiKey, transport, apikey: 'x' }],
    ['a time limit of 0', { apiKey, transport, timeoutMs: 0 }],
    ['a time limit beyond a day', { apiKey, transport, timeoutMs: 1e9 }],
    ['interceptors that are no functions', { apiKey, transport, interceptors: [1] }],
  ])('%s: EgoiConfigError', (_name, options) => {
    const error = thrownBy(() => new EgoiClient(options as never));
    expect(error).toBeInstanceOf(EgoiConfigError);
    expect(inspect(error, { depth: 12, showHidden: true })).not.toContain(apiKey);
  });

  test('the error names the option', () => {
    expect(() => new EgoiClient({ apiKey, transport, timeout: 5 } as never)).toThrow(
      "EgoiClient: unknown option 'timeout'",
    );
  });
});

describe('a call without an answer', () => {
  test('ends at its time limit', async () => {
    const client = new EgoiClient({ apiKey, transport: hangingTransport(false), timeoutMs: 20 });
    const error = await failureOf(client.getCredits());
    expect(error).toBeInstanceOf(EgoiTimeoutError);
    expect(error).toMatchObject({ timeoutMs: 20, delivery: 'unknown', method: 'getCredits' });
  });

  test("ends at the call's own time limit", async () => {
    const client = new EgoiClient({ apiKey, transport: hangingTransport(false) });
    const error = await failureOf(client.getCredits({}, { timeoutMs: 10 }));
    expect(error).toMatchObject({ kind: 'timeout', timeoutMs: 10 });
  });

  test("ends with the caller's signal, and the transport's own error comes first", async () => {
    const caller = new AbortController();
    const client = new EgoiClient({ apiKey, transport: hangingTransport(true) });
    const failure = failureOf(client.getCredits({}, { signal: caller.signal }));
    caller.abort();
    expect(await failure).toMatchObject({
      message: 'ended by the transport',
      delivery: 'not_sent',
    });
  });

  test('ends even where the transport does not heed the signal', async () => {
    const caller = new AbortController();
    const client = new EgoiClient({ apiKey, transport: hangingTransport(false) });
    const failure = failureOf(client.getCredits({}, { signal: caller.signal }));
    caller.abort();
    expect(await failure).toMatchObject({ kind: 'aborted', delivery: 'unknown' });
  });

  test('ends when the client is closed, and later calls are not sent', async () => {
    const client = new EgoiClient({ apiKey, transport: hangingTransport(false) });
    const failure = failureOf(client.getCredits());
    await client.close();
    expect(await failure).toMatchObject({ kind: 'aborted', message: 'the client was closed' });
    expect(await failureOf(client.getCredits())).toMatchObject({
      kind: 'aborted',
      delivery: 'not_sent',
    });
  });

  test('is not sent when the signal has fired before', async () => {
    const { client, transport } = clientOf({ value: {} });
    const error = await failureOf(client.getCredits({}, { signal: AbortSignal.abort() }));
    expect(error).toMatchObject({ kind: 'aborted', delivery: 'not_sent' });
    expect(transport.calls).toEqual([]);
  });

  test('shares one listener on a signal among many calls, and takes it off again', async () => {
    const { signal } = new AbortController();
    const added: unknown[] = [];
    const removed: unknown[] = [];
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...args: Parameters<typeof add>) => {
      added.push(args[1]);
      add(...args);
    };
    signal.removeEventListener = (...args: Parameters<typeof remove>) => {
      removed.push(args[1]);
      remove(...args);
    };
    const transport: Transport = {
      id: 'immediate',
      call: async () => ({ value: {}, transport: 'immediate', durationMs: 0 }),
    };
    const client = new EgoiClient({ apiKey, transport });
    await Promise.all(Array.from({ length: 64 }, () => client.getCredits({}, { signal })));
    expect(added).toHaveLength(1);
    expect(removed).toEqual(added);
  });
});

describe('a transport that breaks its contract', () => {
  test.each([
    ['rejects with a stranger', () => Promise.reject(new TypeError(`boom ${apiKey}`))],
    [
      'throws a stranger',
      () => {
        throw new RangeError(`boom ${apiKey}`);
      },
    ],
  ])('%s: the error is ours, and holds no key', async (_name, call) => {
    const client = new EgoiClient({ apiKey, transport: { id: 'odd', call } });
    const error = await failureOf(client.getCredits());
    expect(error).toBeInstanceOf(EgoiProtocolError);
    expect(error.cause).toMatchObject({ message: 'boom [redacted]' });
    expect(inspect(error, { depth: 12, showHidden: true })).not.toContain(apiKey);
  });

  test("an EgoiError of the transport's passes as it is", async () => {
    const own = new EgoiConnectionError('refused', { delivery: 'not_sent' });
    const { client } = clientOf({ error: own });
    expect(await failureOf(client.getCredits())).toBe(own);
  });
});
