import { EgoiClient, EgoiFaultError, EgoiInputError, EgoiProtocolError } from '@egoi-client/core';
import { errorContext, Secret } from '@egoi-client/core/wire';
import { scriptedTransport } from '@egoi-client/core/testing';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';

/** A message of the server as an error of a call with this key holds it. */
function told(apiKey: string, text: string): string {
  const request = {
    method: 'getLists',
    spec: undefined,
    params: {},
    credentials: { apiKey: new Secret(apiKey) },
    signal: new AbortController().signal,
    callId: 'c',
    attempt: 1,
  };
  return new EgoiProtocolError(text, errorContext(request, 'rest')).message;
}

async function refusal(apiKey: string): Promise<string> {
  const client = new EgoiClient({ apiKey, transport: scriptedTransport([]) });
  const error = await client
    .call('getLists', { start: -1, limit: { of: 'text' } })
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(EgoiInputError);
  return (error as EgoiInputError).message;
}

describe('a key that is no key', () => {
  test.each(['x', 'e', '1', 'st', 'be', 'must', 'limit', 'test', 'getLists'.slice(0, 3), '*', '.'])(
    '%s leaves messages as they are',
    async (apiKey) => {
      expect(await refusal(apiKey)).toBe(await refusal('0'.repeat(40)));
    },
  );

  test.each(['x', '7', 'test', 'Admin', 'LETMEIN'])('%s is hidden behind its name', (key) => {
    for (const text of [
      `apikey=${key}`,
      `bad request: functionOptions%5Bapikey%5D=${key}&type=json`,
      `no such API key: "${key}"`,
      `<apikey xsi:type="xsd:string">${key}</apikey>`,
      `<key>apikey</key><value>${key}</value>`,
      `<member><name>password</name><value><string>${key}</string></value></member>`,
      `{"apikey":"${key}","start":0}`,
      `&lt;password&gt;${key}&lt;/password&gt;`,
      `[apikey] => ${key}`,
    ]) {
      expect(told(key, text)).toBe(text.replace(new RegExp(`${key}(?![a-z])`), '[redacted]'));
    }
  });

  test('is not told by what is missing in a sentence', () => {
    expect(told('test', 'the latest test is a contest')).toBe('the latest test is a contest');
  });
});

describe('a short secret that is no word', () => {
  test.each(['hunter2', 's3cret', 'a1b2', 'SeCrEt', '123456', 'p&s$', 'ab-c'])(
    '%s is hidden where it stands alone, in any spelling',
    (secret) => {
      for (const spelt of [
        secret,
        encodeURIComponent(secret),
        encodeURIComponent(encodeURIComponent(secret)),
        secret.replaceAll('&', '&amp;'),
        `\\n${secret}`,
        `%3D${secret}%26`,
      ]) {
        expect(told(secret, `login of ana with ${spelt}, failed`)).not.toContain(spelt.slice(-4));
        expect(told(secret, `login of ana with ${spelt}, failed`)).toContain('[redacted]');
      }
    },
  );

  test('stays within another word', () => {
    expect(told('a1b2', 'the hash 0a1b2c of it')).toBe('the hash 0a1b2c of it');
  });
});

describe('a key', () => {
  const key = '5a4db0c5e901f11ad7c0ffee2b5e55edba5eba11';

  test.each([
    ['within a word', `x${key}x`],
    ['in capitals', key.toUpperCase()],
    ['in base64', Buffer.from(key).toString('base64')],
    ['twice', `${key}${key}`],
  ])('is hidden %s', (_, text) => {
    expect(told(key, `bad ${text} here`)).toMatch(/^bad x?(\[redacted\]){1,2}=*x? here$/);
  });

  /** How servers and wires write a text. */
  const spellings: readonly ((text: string) => string)[] = [
    (text) => text,
    encodeURIComponent,
    (text) => encodeURIComponent(encodeURIComponent(text)),
    (text) => encodeURIComponent(text).toLowerCase(),
    (text) => new URLSearchParams({ k: text }).toString().slice(2),
    (text) => JSON.stringify(text).slice(1, -1),
    (text) => JSON.stringify(text).slice(1, -1).replaceAll('/', '\\/'),
    (text) =>
      text.replaceAll(
        /[^\x20-\x7e]/g,
        (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
      ),
    (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    (text) => text.replaceAll(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`),
    (text) =>
      text.replaceAll(/[&<>"']/g, (c) => `&#x${c.charCodeAt(0).toString(16).padStart(2, '0')};`),
    (text) => text.replaceAll(/[^\x20-\x7e]/gu, (c) => `&#${c.codePointAt(0)};`),
  ];

  test('of eight characters or more is in no message, however it is spelt', () => {
    const secrets = fc.string({ unit: 'grapheme', minLength: 8, maxLength: 64 });
    fc.assert(
      fc.property(secrets, fc.constantFrom(...spellings), (secret, spell) => {
        const spelt = spell(secret);
        expect(told(secret, `x${spelt}x`)).toBe('x[redacted]x');
      }),
      { seed: 11, numRuns: 400 },
    );
  });

  test('is in no field of an error', () => {
    const credentials = { apiKey: new Secret(key) };
    const error = new EgoiFaultError(
      { faultCode: key, faultString: `no ${key}` },
      errorContext(
        {
          method: key,
          spec: undefined,
          params: {},
          credentials,
          signal: new AbortController().signal,
          callId: 'c',
          attempt: 1,
        },
        'soap',
      ),
    );
    expect(JSON.stringify(error)).not.toContain(key);
  });
});
