import { inspect } from 'node:util';
import {
  EgoiAbortError,
  EgoiApiError,
  EgoiConnectionError,
  EgoiFaultError,
  EgoiHttpError,
  EgoiInputError,
  EgoiProtocolError,
  EgoiTimeoutError,
  EgoiUnsupportedError,
  type TransportRequest,
} from '@egoi-client/core';
import {
  errorContext,
  functionOptions,
  Secret,
  splitFunctionOptions,
} from '@egoi-client/core/wire';
import { describe, expect, test } from '@jest/globals';

const key = `p&ss <"wörd'>/+=${'x'.repeat(8)}`;
const spellings = [
  key,
  encodeURIComponent(key),
  new URLSearchParams({ k: key }).toString().slice(2),
  key.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  JSON.stringify(key).slice(1, -1),
];

const request: TransportRequest = {
  method: 'getCredits',
  spec: undefined,
  params: {},
  credentials: { username: 'ana', password: new Secret(key) },
  signal: new AbortController().signal,
  callId: 'c',
  attempt: 2,
};
const context = errorContext(request, 'rest');
const leak = `before ${spellings.join(' and ')} after`;
const cause = Object.assign(new TypeError(leak), { code: key, config: { data: leak } });

describe('no error holds the secret, in any spelling', () => {
  test.each([
    new EgoiApiError(leak, context),
    new EgoiInputError([{ path: leak, problem: leak }], context),
    new EgoiConnectionError(leak, { ...context, delivery: 'unknown', cause }),
    new EgoiTimeoutError(leak, { ...context, timeoutMs: 1 }),
    new EgoiHttpError(leak, { ...context, status: 502 }),
    new EgoiFaultError({ faultCode: leak, faultString: leak }, context),
    new EgoiProtocolError(leak, { ...context, cause }),
    new EgoiUnsupportedError(leak, context),
    new EgoiAbortError(leak, context),
  ])('$name', (error) => {
    const shown = [
      inspect(error, { depth: 12, showHidden: true }),
      String(error.stack),
      String(error),
      JSON.stringify(error),
    ].join('\n');
    for (const spelling of spellings) expect(shown).not.toContain(spelling);
    expect(shown).toContain('[redacted]');
  });
});

describe('Secret', () => {
  test('shows itself to reveal alone', () => {
    const secret = new Secret(key);
    expect(secret.reveal()).toBe(key);
    const shown = `${String(secret)} ${JSON.stringify({ secret })} ${inspect({ secret }, { depth: 12, showHidden: true })}`;
    expect(shown).not.toContain(key);
    expect(shown).toContain('[redacted]');
  });
});

describe('the one argument', () => {
  test('splits into credentials and parameters, and back', () => {
    const options = { apikey: 'k'.repeat(40), listID: 1, password: 'kept: a parameter here' };
    const split = splitFunctionOptions({ ...options });
    expect(inspect(split, { depth: 12, showHidden: true })).not.toContain('kkkk');
    expect(functionOptions(split)).toEqual(options);
  });

  test('without credentials is anonymous, and half a login stays visible to the account', () => {
    expect(splitFunctionOptions({ username: 'ana' })).toEqual({
      params: { username: 'ana' },
      credentials: { anonymous: true },
    });
  });
});
