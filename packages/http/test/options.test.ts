import { describe, expect, test } from '@jest/globals';
import { EgoiConfigError } from '@egoi-client/core';
import { option, resolveOptions } from '@egoi-client/core/wire';
import { createHttpClient, type HttpClient, httpOptions } from '../src/index.ts';
import { fixture } from './support/loopback.ts';

const resolve = (options: unknown) => resolveOptions('test', httpOptions, options);

function problemOf(options: unknown): string {
  try {
    resolve(options);
  } catch (error) {
    expect(error).toBeInstanceOf(EgoiConfigError);
    return (error as EgoiConfigError).message;
  }
  throw new Error('expected wrong options');
}

describe('the options', () => {
  test('have defaults', () => {
    expect(resolve({})).toEqual({
      timeoutMs: 60_000,
      maxResponseBytes: 67_108_864,
      maxRequestBytes: 52_428_800,
      maxConnections: 16,
    });
  });

  test('stand beside those of a transport', () => {
    const shape = { endpoint: option.url().default('https://a.test/'), ...httpOptions };
    const options = resolveOptions('test', shape, { timeoutMs: 5 });
    expect(options).toMatchObject({ endpoint: 'https://a.test/', timeoutMs: 5 });
  });

  test('take what is in range', () => {
    const options = {
      timeoutMs: 1,
      maxResponseBytes: 1024,
      maxRequestBytes: 2_147_483_647,
      maxConnections: 1024,
      proxy: 'http://proxy.test:3128',
      ca: `Some text\n${fixture('authority.pem')}\n${fixture('server.pem')}`,
    };
    expect(resolve(options)).toEqual(options);
  });

  test('may bring what sends the requests, which closing the transport leaves open', async () => {
    const calls: string[] = [];
    const http: HttpClient = {
      async send({ url }) {
        calls.push(`send ${url}`);
        return { status: 200, mediaType: '', text: '' };
      },
      async close() {
        calls.push('close');
      },
    };
    const lent = createHttpClient(resolve({ http }));
    const { signal } = new AbortController();
    await lent.send({ url: 'http://a.test/', method: 'GET', headers: {}, signal, context: {} });
    await lent.close();
    expect(calls).toEqual(['send http://a.test/']);
  });

  test.each([
    [{ timeoutMs: 0 }, 'timeoutMs must be a whole number of milliseconds'],
    [{ timeoutMs: Number.NaN }, 'timeoutMs must be a whole number of milliseconds'],
    [{ maxConnections: 0 }, 'maxConnections'],
    [{ maxConnections: 1025 }, 'maxConnections must be a whole number from 1 to 1024'],
    [{ maxResponseBytes: 10 }, 'maxResponseBytes'],
    [{ maxRequestBytes: 1.5 }, 'maxRequestBytes'],
    [{ http: { send: 'x' } }, 'http must have the functions send and close'],
    [{ rejectUnauthorized: false }, "unknown option 'rejectUnauthorized'"],
    [{ proxy: 'proxy.test:3128' }, 'proxy'],
    [{ proxy: 'socks5://proxy.test' }, 'proxy must be an HTTP proxy as http://host:port'],
    [{ proxy: 'http://proxy.test/#part' }, 'proxy must be an HTTP proxy as http://host:port'],
    [{ proxy: 'http://pro\nxy.test' }, 'proxy must be an HTTP proxy as http://host:port'],
    [{ proxy: 'http://a%3Ab:c@proxy.test' }, 'proxy must be an HTTP proxy as http://host:port'],
    [{ proxy: 'http://a:%ff@proxy.test' }, 'proxy must be an HTTP proxy as http://host:port'],
    [{ proxy: 'Environment' }, 'or environment'],
    [{ proxy: 'http://proxy.test/path' }, 'proxy must be an HTTP proxy as http://host:port'],
    [{ ca: '' }, 'ca must be PEM text with at least one certificate'],
    [{ ca: 'no certificate' }, 'ca must be PEM text with at least one certificate'],
    [{ ca: fixture('server-key.pem') }, 'ca must be PEM text with at least one certificate'],
    [
      { ca: '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----' },
      'ca must be PEM text with at least one certificate',
    ],
  ])('refuse %j', (options, problem) => {
    expect(problemOf(options)).toContain(problem);
  });

  test.each([
    'https://proxy.test',
    'http://me:hunter2@proxy.test:3128',
    'http://[::1]:3128/',
    'environment',
  ])('take the proxy %s', (proxy) => {
    expect(resolve({ proxy })).toMatchObject({ proxy });
  });

  test('refuse a proxy with a password without showing it', () => {
    expect(problemOf({ proxy: 'ftp://me:hunter2@proxy.test:3128' })).not.toContain('hunter2');
  });
});
