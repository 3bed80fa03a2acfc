import {
  EgoiAbortError,
  EgoiApiError,
  EgoiClient,
  EgoiConfigError,
  EgoiConnectionError,
  EgoiFaultError,
  EgoiHttpError,
  EgoiPartialError,
  EgoiQuotaError,
  EgoiTimeoutError,
  log,
  type Logger,
  retry,
} from '@egoi-client/core';
import { type ScriptStep, scriptedTransport } from '@egoi-client/core/testing';
import { describe, expect, test } from '@jest/globals';
import pino from 'pino';
import { apiKey, failureOf, requestWith, type EffectOrUnknown } from './support/requests.ts';

type Line = { readonly [field: string]: unknown };

/** A pino logger and the lines that it wrote. */
function recording(): { logger: Logger; lines: () => Line[]; text: () => string } {
  let text = '';
  const logger = pino(
    { level: 'trace', base: null, timestamp: false, formatters: { level: (level) => ({ level }) } },
    {
      write: (line: string) => {
        text += line;
      },
    },
  );
  const lines = () =>
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Line);
  return { logger, lines, text: () => text };
}

async function linesOf(step: ScriptStep, effect: EffectOrUnknown = 'read'): Promise<Line[]> {
  const { logger, lines } = recording();
  const transport = scriptedTransport([step]);
  let nowMs = 0;
  const now = () => {
    nowMs += 12.3456;
    return nowMs;
  };
  const call = log({ logger, now })((request) => transport.call(request));
  await call(requestWith(effect)).catch(() => undefined);
  return lines();
}

describe('log', () => {
  test('writes a line for a try that went well', async () => {
    expect(await linesOf({ value: [] })).toEqual([
      {
        level: 'info',
        callId: 'a-call',
        method: 'getLists',
        effect: 'read',
        attempt: 1,
        transport: 'scripted',
        outcome: 'ok',
        durationMs: 12.346,
        msg: 'E-goi getLists answered',
      },
    ]);
  });

  test('writes an error answer of the API as a refusal, with its code', async () => {
    expect(await linesOf({ value: { ERROR: 'LIST_NOT_FOUND' } })).toMatchObject([
      {
        level: 'warn',
        outcome: 'refused',
        kind: 'api',
        code: 'LIST_NOT_FOUND',
        delivery: 'answered',
        transport: 'scripted',
        msg: 'E-goi getLists refused',
      },
    ]);
  });

  test.each([
    ['warn', 'read', new EgoiTimeoutError('x', { timeoutMs: 5 })],
    ['error', 'write', new EgoiTimeoutError('x', { timeoutMs: 5 })],
    ['warn', 'write', new EgoiQuotaError('x', { retryAfterMs: 9 })],
    ['error', 'read', new EgoiFaultError({ faultCode: 'Client', faultString: 'x' }, {})],
    ['info', 'write', new EgoiAbortError('x')],
  ] as const)('writes at %s when a %s failed with %s', async (level, effect, error) => {
    const { kind, delivery } = error;
    expect(await linesOf({ error }, effect)).toMatchObject([{ level, kind, delivery }]);
  });

  test.each([
    [
      'an HTTP status',
      new EgoiHttpError('x', { status: 503, retryAfterMs: 7 }),
      { status: 503, retryAfterMs: 7 },
    ],
    [
      'a fault code',
      new EgoiFaultError({ faultCode: 'SOAP-ENV:Server', faultString: 'x' }, {}),
      { code: 'SOAP-ENV:Server' },
    ],
    [
      'the code of a connection',
      new EgoiConnectionError('x', {
        delivery: 'not_sent',
        cause: Object.assign(new Error('x'), { code: 'ECONNREFUSED' }),
      }),
      { code: 'ECONNREFUSED' },
    ],
  ])('tells %s', async (_what, error, fields) => {
    expect(await linesOf({ error })).toMatchObject([fields]);
  });

  test('tells the requests of a call, and what could not be carried by its name alone', async () => {
    const { logger, lines, text } = recording();
    const losses = [
      { kind: 'parameter', name: 'validate_email', reason: 'not for ana@example.com' },
      { kind: 'field', name: 'SUBS_PENDING', reason: 'not told' },
    ] as const;
    const call = log({ logger })(() =>
      Promise.resolve({ value: [], transport: 'v3', durationMs: 1, requests: 3, losses }),
    );
    await call(requestWith('read'));
    expect(lines()).toMatchObject([
      { outcome: 'ok', requests: 3, losses: ['validate_email', 'SUBS_PENDING'] },
    ]);
    expect(text()).not.toContain('ana@example.com');
  });

  test('tells the requests that a failed call took', async () => {
    const facts = { done: ['the contact'], missing: ['the tags'], answer: {} };
    const error = new EgoiPartialError(facts, { requests: 4 });
    expect(await linesOf({ error }, 'write')).toMatchObject([{ kind: 'partial', requests: 4 }]);
  });

  test('writes a line for every try under retry', async () => {
    const { logger, lines } = recording();
    const busy = new EgoiHttpError('busy', { status: 503 });
    const client = new EgoiClient({
      apiKey,
      transport: scriptedTransport([{ error: busy }, { error: busy }, { value: [] }]),
      interceptors: [retry({ wait: async () => undefined }), log({ logger })],
    });
    await client.getLists();
    const callId = lines()[0]?.['callId'];
    expect(lines()).toMatchObject([
      { attempt: 1, callId, kind: 'http' },
      { attempt: 2, callId, kind: 'http' },
      { attempt: 3, callId, outcome: 'ok' },
    ]);
  });

  test('writes neither key nor parameters, nor what a server repeats of them', async () => {
    const email = 'ana@example.com';
    const echo = `no contact ${email} for ${apiKey}`;
    const { logger, lines, text } = recording();
    const transport = scriptedTransport([
      { value: echo },
      { value: { ERROR: echo } },
      { error: new EgoiFaultError({ faultCode: echo, faultString: echo }, {}) },
      {
        error: new EgoiConnectionError(echo, {
          delivery: 'unknown',
          cause: Object.assign(new Error(echo), { code: echo }),
        }),
      },
      () => {
        throw new TypeError(echo);
      },
      { value: [{ EMAIL: email }] },
    ]);
    const client = new EgoiClient({ apiKey, transport, interceptors: [log({ logger })] });
    for (let call = 0; call < 6; call += 1) {
      await client.subscriberData({ listID: 1, subscriber: email }).catch(() => undefined);
    }
    expect(lines().map((line) => [line['outcome'], line['code']])).toEqual([
      ['refused', 'OTHER'],
      ['refused', 'OTHER'],
      ['failed', 'OTHER'],
      ['failed', 'OTHER'],
      ['failed', undefined],
      ['ok', undefined],
    ]);
    expect(text()).not.toContain(email);
    expect(text()).not.toContain(apiKey);
  });

  test('keeps a code that no table lists', async () => {
    expect(new EgoiApiError('BRAND_NEW', {}).description).toBeUndefined();
    expect(await linesOf({ value: { ERROR: 'BRAND_NEW' } })).toMatchObject([{ code: 'BRAND_NEW' }]);
  });

  test('does not let a logger that throws disturb the call', async () => {
    const fail = () => {
      throw new Error('disk full');
    };
    const logger: Logger = { debug: fail, info: fail, warn: fail, error: fail };
    const transport = scriptedTransport([{ value: [] }, { value: { ERROR: 'NO_ACCESS' } }]);
    const client = new EgoiClient({ apiKey, transport, interceptors: [log({ logger })] });
    expect(await client.getLists()).toEqual([]);
    expect(await failureOf(client.getLists())).toMatchObject({ code: 'NO_ACCESS' });
    expect(await failureOf(client.getLists())).toMatchObject({ kind: 'unsupported' });
  });

  test('writes at debug when asked to', async () => {
    const { logger, lines } = recording();
    const transport = scriptedTransport([{ value: [] }]);
    const call = log({ logger, level: 'debug' })((request) => transport.call(request));
    await call(requestWith('read'));
    expect(lines()).toMatchObject([{ level: 'debug' }]);
  });

  test.each([
    ['logger', { logger: {} as Logger }],
    ['logger', {} as { logger: Logger }],
    ['level', { logger: pino({ enabled: false }), level: 'warn' as never }],
  ])('refuses a wrong option: %s', (_name, options) => {
    expect(() => log(options)).toThrow(EgoiConfigError);
  });
});
