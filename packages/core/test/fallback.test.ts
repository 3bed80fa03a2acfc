import {
  EgoiAbortError,
  EgoiApiError,
  EgoiClient,
  EgoiConfigError,
  EgoiConnectionError,
  EgoiError,
  EgoiFaultError,
  EgoiHttpError,
  EgoiUnsupportedError,
  fallback,
  type FallbackEvent,
  retry,
  type Transport,
} from '@egoi-client/core';
import { type ScriptStep, scriptedTransport } from '@egoi-client/core/testing';
import { describe, expect, test } from '@jest/globals';
import { broken, busy, refused } from './support/retrying.ts';
import {
  apiKey,
  type EffectOrUnknown,
  failureOf,
  named,
  replyOf,
  requestWith,
} from './support/requests.ts';

const unsupported: ScriptStep = { error: new EgoiUnsupportedError('no operation', {}) };
const untrusted: ScriptStep = {
  error: new EgoiConnectionError('not trusted', { delivery: 'not_sent', retryable: false }),
};

function scripted(id: string, ...steps: ScriptStep[]): Transport {
  return named(id, scriptedTransport(steps));
}

describe('fallback', () => {
  test('names itself by its transports, and the reply by the one that answered', async () => {
    const whole = fallback([scripted('soap', unsupported), scripted('rest', { value: [] })]);
    expect(whole.id).toBe('fallback(soap,rest)');
    expect(await whole.call(requestWith('write'))).toEqual(replyOf([], 'rest'));
    expect(fallback([scripted('soap')], { id: 'main' }).id).toBe('main');
  });

  test('takes an error answer of the API for an answer', async () => {
    const transport = fallback([
      scripted('soap', { value: { ERROR: 'INTERNAL_ERROR' } }),
      scripted('rest', { value: [] }),
    ]);
    const client = new EgoiClient({ apiKey, transport });
    const error = await failureOf(client.getLists());
    expect(error).toBeInstanceOf(EgoiApiError);
    expect(error.transport).toBe('soap');
  });

  test('starts from the first again with every call', async () => {
    const first = scriptedTransport([refused(), { value: [1] }]);
    const whole = fallback([first, scripted('rest', { value: [2] })]);
    expect((await whole.call(requestWith('read'))).value).toEqual([2]);
    expect((await whole.call(requestWith('read'))).value).toEqual([1]);
  });

  test('passes the request on as it is', async () => {
    const request = requestWith('read');
    const whole = fallback([
      { id: 'a', call: async (given) => replyOf(given === request ? 'the same' : 'another') },
    ]);
    expect((await whole.call(request)).value).toBe('the same');
  });

  test('asks nobody else when the caller has given up', async () => {
    const abort = new AbortController();
    const second = scriptedTransport([{ value: [] }]);
    const first = scriptedTransport([
      () => {
        abort.abort();
        throw new EgoiConnectionError('broken', { delivery: 'unknown' });
      },
    ]);
    const call = fallback([first, second]).call(requestWith('read', { signal: abort.signal }));
    expect(await failureOf(call)).toMatchObject({ kind: 'connection' });
    expect(second.calls).toHaveLength(0);
  });

  test('tells onFallback, whose failures do not matter', async () => {
    const events: FallbackEvent[] = [];
    const whole = fallback(
      [
        scripted('soap', refused()),
        scripted('xmlrpc', unsupported),
        scripted('rest', { value: [] }),
      ],
      {
        onFallback: (event) => {
          events.push(event);
          throw new Error('of the listener');
        },
      },
    );
    await whole.call(requestWith('write'));
    expect(events.map(({ from, to, method, error }) => [from, to, method, error.kind])).toEqual([
      ['soap', 'xmlrpc', 'addSubscriber', 'connection'],
      ['xmlrpc', 'rest', 'addSubscriber', 'unsupported'],
    ]);
  });

  test.each([
    ['an empty list', []],
    ['what is no transport', [{ id: 'x' } as never]],
    ['one transport twice', Array.from({ length: 2 }).fill(scripted('soap')) as Transport[]],
  ])('refuses %s', (_what, transports) => {
    expect(() => fallback(transports)).toThrow(EgoiConfigError);
  });
});

describe('the error of a fallback', () => {
  const errorOf = async (effect: EffectOrUnknown, ...transports: Transport[]): Promise<EgoiError> =>
    failureOf(fallback(transports).call(requestWith(effect)));

  test('is the only one as it was', async () => {
    const only = new EgoiConnectionError('broken', { delivery: 'unknown', transport: 'soap' });
    const error = await errorOf('write', scripted('soap', { error: only }), scripted('rest'));
    expect(error).toBe(only);
  });

  test('says what each did, and who was not asked', async () => {
    const error = await errorOf(
      'idempotent',
      scripted('soap', broken()),
      scripted('xmlrpc', refused()),
      scripted('rest', { error: new EgoiFaultError({ faultCode: '1', faultString: 'no' }, {}) }),
      scripted('sandbox'),
    );
    expect(error).toBeInstanceOf(EgoiFaultError);
    expect(error).toMatchObject({
      message:
        'fallback(soap,xmlrpc,rest,sandbox): soap: broken; xmlrpc: refused; rest: the server answered with a fault: no (not asked: sandbox)',
      transport: 'fallback(soap,xmlrpc,rest,sandbox)',
      delivery: 'unknown',
      retryable: false,
    });
  });

  test.each([
    ['unsupported by all', unsupported, unsupported, EgoiUnsupportedError, false],
    ['unsupported by the last', busy(), unsupported, EgoiHttpError, true],
    ['no way at all for the last', busy(), untrusted, EgoiHttpError, true],
    ['no way for either', unsupported, untrusted, EgoiConnectionError, false],
  ])('decides whether to repeat by who may answer later: %s', async (...row) => {
    const [, first, second, type, retryable] = row;
    const error = await errorOf('read', scripted('a', first), scripted('b', second));
    expect(error).toBeInstanceOf(type);
    expect(error.retryable).toBe(retryable);
  });

  test.each([
    ['that one may answer later', refused(), EgoiConnectionError, true],
    ['it cannot do the method', unsupported, EgoiHttpError, false],
  ])(
    'of an address that is gone and of another lets the write be repeated where %s',
    async (...row) => {
      const [, second, type, retryable] = row;
      const gone: ScriptStep = { error: new EgoiHttpError('gone', { status: 410 }) };
      const error = await errorOf('write', scripted('rest', gone), scripted('v3', second));
      expect(error).toBeInstanceOf(type);
      expect(error).toMatchObject({ retryable, delivery: 'not_sent' });
    },
  );

  test('is the caller’s abort when there was one, although another failed before', async () => {
    const abort = new AbortController();
    const second = scriptedTransport([
      () => {
        abort.abort();
        throw new EgoiAbortError('enough', { delivery: 'not_sent' });
      },
    ]);
    const whole = fallback([scripted('a', broken()), second]);
    const error = await failureOf(whole.call(requestWith('read', { signal: abort.signal })));
    expect(error).toBeInstanceOf(EgoiAbortError);
    expect(error.delivery).toBe('unknown');
  });

  test('asks for the longest of the waits that they asked for', async () => {
    const error = await errorOf('read', scripted('a', busy(9000)), scripted('b', busy(2000)));
    expect(error.retryAfterMs).toBe(9000);
  });

  test('lets retry ask all of them again', async () => {
    const first = scriptedTransport([refused(), refused()]);
    const second = scriptedTransport([unsupported, { value: { UID: 'a' } }]);
    const transport = fallback([first, second]);
    const interceptors = [retry({ wait: async () => undefined })];
    const client = new EgoiClient({ apiKey, transport, interceptors });
    await client.addSubscriber({ listID: 1, email: 'ana@example.com' });
    expect([first.calls.length, second.calls.length]).toEqual([2, 2]);
  });
});

describe('the requests of a fallback', () => {
  const budget = { remaining: 3, resetMs: 60_000 };
  const busyV3: ScriptStep = {
    error: new EgoiHttpError('busy', { status: 503, requests: 4, budget }),
  };

  test('are those of all that were asked', async () => {
    const whole = fallback([
      scripted('rest', broken()),
      scripted('soap', refused()),
      scripted('v3', busyV3),
      scripted('xmlrpc', { value: [] }),
    ]);
    // One that broke, none that was refused, four, one.
    expect(await whole.call(requestWith('read'))).toMatchObject({ requests: 6 });
  });

  test('are in its error as well, with what the service said is left', async () => {
    const whole = fallback([scripted('v3', busyV3), scripted('rest', busy())]);
    expect(await failureOf(whole.call(requestWith('read')))).toMatchObject({ requests: 5, budget });
  });
});

describe('limits of a fallback', () => {
  test('are the strictest of all', () => {
    const limited = (maxBytes: number, maxFields: number, bytes: number, fields: number) => ({
      ...scripted('x'),
      limits: { maxBytes, maxFields, sizeOf: () => ({ bytes, fields }) },
    });
    const { limits } = fallback([limited(1000, 50, 10, 2), limited(800, 90, 7, 3)]);
    expect(limits).toMatchObject({ maxBytes: 800, maxFields: 50 });
    expect(limits?.sizeOf('x')).toEqual({ bytes: 10, fields: 3 });
  });

  test('count a transport that tells none by the service’s own', () => {
    const { limits } = fallback([scripted('x')]);
    expect(limits).toMatchObject({ maxBytes: 50_000_000, maxFields: Number.POSITIVE_INFINITY });
    expect(limits?.sizeOf({ email: 'é' })).toEqual({ bytes: 15, fields: 0 });
  });
});

describe('closing a fallback', () => {
  test('closes all, and says which would not', async () => {
    const closed: string[] = [];
    const closing = (id: string, problem?: string): Transport => ({
      ...scripted(id),
      close: async () => {
        closed.push(id);
        if (problem !== undefined) throw new Error(problem);
      },
    });
    const whole = fallback([closing('a', 'file in use'), scripted('none'), closing('b')]);
    const error = await failureOf(whole.close?.() ?? Promise.resolve());
    expect(error).toBeInstanceOf(EgoiError);
    expect(error.message).toBe('fallback(a,none,b) was not closed whole: a: file in use');
    expect(closed).toEqual(['a', 'b']);
    await fallback([closing('c'), closing('d')]).close?.();
    expect(closed).toEqual(['a', 'b', 'c', 'd']);
  });
});
