import { inspect } from 'node:util';
import { afterEach, describe, expect, test } from '@jest/globals';
import {
  EgoiAbortError,
  EgoiClient,
  EgoiConfigError,
  EgoiConnectionError,
  EgoiError,
  EgoiFaultError,
  EgoiHttpError,
  EgoiInputError,
  EgoiProtocolError,
  type Transport,
  type TransportRequest,
  type WireObject,
  type WireValue,
} from '@egoi-client/core';
import { Secret } from '@egoi-client/core/wire';
import { encodeAnswer } from '../src/codec.ts';
import { xmlrpcTransport } from '../src/index.ts';
import { expected, goldenKey } from './support/expected.ts';
import { goldenExchange, goldenExchanges } from './support/golden.ts';
import {
  type LoopbackServer,
  loopbackServer,
  type PreparedAnswer,
} from './support/loopback-server.ts';
import { xmlEvents } from './support/xml-events.ts';

const apiKey = 'k3y<&>SECRET"\'';
const open: { close?(): Promise<void> }[] = [];

afterEach(async () => {
  for (const resource of open.splice(0).toReversed()) await resource.close?.();
});

async function serve(answer: PreparedAnswer): Promise<{
  readonly server: LoopbackServer;
  readonly transport: Transport<'xmlrpc'>;
}> {
  const server = await loopbackServer(answer);
  open.push(server);
  const transport = xmlrpcTransport({ endpoint: server.endpoint });
  open.push(transport);
  return { server, transport };
}

function requestFor(method: string, params: WireObject, key = apiKey): TransportRequest {
  return {
    method,
    spec: undefined,
    params,
    credentials: { apiKey: new Secret(key) },
    signal: new AbortController().signal,
    callId: 'call-1',
    attempt: 1,
  };
}

async function failureOf(call: Promise<unknown>): Promise<EgoiError> {
  const outcome = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof EgoiError) return outcome;
  throw new Error('the call did not fail with an EgoiError', { cause: outcome });
}

/** Everything that a log could print of an error. */
function printed(error: EgoiError): string {
  return [
    inspect(error, { depth: 12, showHidden: true }),
    error.stack,
    String(error),
    JSON.stringify(error),
    JSON.stringify(error, Object.getOwnPropertyNames(error)),
  ].join('\n');
}

describe('the request', () => {
  test('is a POST of the captured call, with the key in the body and not in the address', async () => {
    const golden = goldenExchange('addSubscriberBulk__bulk');
    const { server, transport } = await serve({ status: 200, body: golden.answer });
    const { apikey: _, ...params } = expected['addSubscriberBulk__bulk']?.options ?? {};
    await transport.call(requestFor('addSubscriberBulk', params, goldenKey));

    expect(server.requests).toHaveLength(1);
    const [request] = server.requests;
    expect(request).toMatchObject({ method: 'POST', url: '/v2/xmlrpc.php' });
    expect(request?.headers).toMatchObject({ 'content-type': 'text/xml; charset=utf-8' });
    expect(JSON.stringify(request?.headers)).not.toContain(goldenKey);
    expect(request?.body.startsWith('<?xml version="1.0" encoding="UTF-8"?>')).toBe(true);
    expect(xmlEvents(request?.body ?? '')).toEqual(xmlEvents(golden.request));
  });

  test('carries letters beyond ASCII as UTF-8', async () => {
    const { server, transport } = await serve({ status: 200, body: encodeAnswer({ value: 'OK' }) });
    await transport.call(requestFor('m', { name: 'Conceição 😀' }));
    expect(server.requests[0]?.body).toContain('<string>Conceição 😀</string>');
  });

  test('carries a user name and a password where there is no key', async () => {
    const { server, transport } = await serve({ status: 200, body: encodeAnswer({ value: 'OK' }) });
    const credentials = { username: 'ana', password: new Secret('p&w') };
    await transport.call({ ...requestFor('checklogin', {}), credentials });
    expect(server.requests[0]?.body).toContain(
      '<member><name>username</name><value><string>ana</string></value></member>' +
        '<member><name>password</name><value><string>p&amp;w</string></value></member>',
    );
  });

  test('is not sent where XML-RPC cannot carry it', async () => {
    const { server, transport } = await serve({ status: 200, body: encodeAnswer({ value: 'OK' }) });
    const smuggled = Number.NaN;
    for (const request of [requestFor('m', { smuggled }), requestFor('no name', {})]) {
      const error = await failureOf(transport.call(request));
      expect(error).toBeInstanceOf(EgoiInputError);
      expect(error).toMatchObject({ delivery: 'not_sent', transport: 'xmlrpc' });
    }
    expect(server.requests).toHaveLength(0);
  });
});

describe('the answer', () => {
  const values = goldenExchanges().flatMap((golden) => {
    const answer = expected[golden.folder]?.answer;
    return answer !== undefined && 'value' in answer ? [{ ...golden, value: answer.value }] : [];
  });

  test.each(values)('of $folder becomes its value', async ({ method, status, answer, value }) => {
    const { transport } = await serve({ status, body: answer });
    const reply = await transport.call(requestFor(method, {}));
    expect(reply).toEqual({ value, transport: 'xmlrpc', durationMs: expect.any(Number), status });
  });

  test('is read in the charset that its header names', async () => {
    const body = Buffer.from(
      encodeAnswer({ value: 'ação' }).replace('UTF-8', 'ISO-8859-1'),
      'latin1',
    );
    const { transport } = await serve({
      status: 200,
      contentType: 'text/xml; charset=ISO-8859-1',
      body,
    });
    await expect(transport.call(requestFor('m', {}))).resolves.toMatchObject({ value: 'ação' });
  });

  test('gives a client what the API says, values and errors', async () => {
    const value: WireValue = { user_id: '1', none: null };
    const said = await serve({ status: 200, body: encodeAnswer({ value }) });
    const client = new EgoiClient({ apiKey, transport: said.transport });
    await expect(client.call('someNewMethod')).resolves.toEqual(value);

    const refused = await serve({
      status: 200,
      body: goldenExchange('getUserData__error-bare-string').answer,
    });
    const other = new EgoiClient({ apiKey, transport: refused.transport });
    await expect(other.call('getUserData')).rejects.toMatchObject({
      kind: 'api',
      code: 'NO_ACCESS',
      transport: 'xmlrpc',
    });
  });
});

describe('failures', () => {
  const fault = goldenExchange('boom__fault').answer;
  const value = encodeAnswer({ value: [`${apiKey} came back`] });
  const page = `<html><body><h1>Bad gateway</h1><br>${apiKey}</body></html>`;
  const html = 'text/html';

  test.each<[string, PreparedAnswer, new (...args: never) => EgoiError, object]>([
    [
      'a fault with a success status',
      { status: 200, body: fault },
      EgoiFaultError,
      { faultCode: '42', faultString: 'kaput <&> "quoted"', delivery: 'answered' },
    ],
    [
      'a fault with an error status',
      { status: 500, body: fault },
      EgoiFaultError,
      { faultCode: '42', delivery: 'answered' },
    ],
    [
      'a fault that repeats the key',
      {
        status: 200,
        body: encodeAnswer({ fault: { faultCode: '1', faultString: `bad key ${apiKey}` } }),
      },
      EgoiFaultError,
      { faultString: 'bad key [redacted]' },
    ],
    [
      'a page with a success status',
      { status: 200, contentType: html, body: page },
      EgoiHttpError,
      { status: 200, retryable: false },
    ],
    [
      'a page of a gateway',
      { status: 502, contentType: html, body: page },
      EgoiHttpError,
      { status: 502, retryable: true },
    ],
    ['a value with an error status', { status: 500, body: value }, EgoiHttpError, { status: 500 }],
    [
      'a truncated document',
      { status: 200, body: value.slice(0, -20) },
      EgoiProtocolError,
      { delivery: 'answered' },
    ],
    ['an empty body', { status: 200, body: '' }, EgoiProtocolError, { delivery: 'answered' }],
    [
      'another root',
      { status: 200, body: '<Envelope><Body/></Envelope>' },
      EgoiProtocolError,
      { delivery: 'answered' },
    ],
    [
      'a document type',
      { status: 200, body: `<!DOCTYPE x [<!ENTITY k "${apiKey}">]>${value}` },
      EgoiProtocolError,
      { delivery: 'answered' },
    ],
    [
      'a connection that breaks in the answer',
      { status: 200, body: value, cut: true },
      EgoiProtocolError,
      { delivery: 'answered', retryable: true },
    ],
  ])('%s is told by its own error, without the key', async (_name, answer, wanted, details) => {
    const { server, transport } = await serve(answer);
    const error = await failureOf(
      transport.call(requestFor('getReport', { campaign: 'CAMPAIGN-HASH' })),
    );
    expect(error).toBeInstanceOf(wanted);
    expect(error).toMatchObject({ method: 'getReport', transport: 'xmlrpc', ...details });
    const escaped = 'k3y&lt;&amp;&gt;SECRET';
    expect(server.requests[0]?.body).toContain(escaped);
    expect(server.requests[0]?.url).not.toContain('SECRET');
    expect(printed(error)).not.toContain('SECRET');
    expect(printed(error)).not.toContain('CAMPAIGN-HASH');
  });

  test('a port where nobody listens is told apart: nothing was sent', async () => {
    const server = await loopbackServer({ status: 200, body: '' });
    await server.close();
    const transport = xmlrpcTransport({ endpoint: server.endpoint });
    open.push(transport);
    const error = await failureOf(transport.call(requestFor('m', {})));
    expect(error).toBeInstanceOf(EgoiConnectionError);
    expect(error).toMatchObject({ delivery: 'not_sent', retryable: true });
    expect(printed(error)).not.toContain('SECRET');
  });

  test('a call whose signal has fired already is not sent', async () => {
    const { server, transport } = await serve({ status: 200, body: value });
    const signal = AbortSignal.abort();
    const error = await failureOf(transport.call({ ...requestFor('m', {}), signal }));
    expect(error).toBeInstanceOf(EgoiAbortError);
    expect(error.delivery).toBe('not_sent');
    expect(server.requests).toHaveLength(0);
  });

  test('a transport that was closed refuses further calls', async () => {
    const { server, transport } = await serve({ status: 200, body: value });
    await transport.close?.();
    const error = await failureOf(transport.call(requestFor('m', {})));
    expect(error).toBeInstanceOf(EgoiAbortError);
    expect(server.requests).toHaveLength(0);
  });

  test('an answer beyond the limit is refused', async () => {
    const server = await loopbackServer({
      status: 200,
      body: encodeAnswer({ value: 'x'.repeat(5000) }),
    });
    open.push(server);
    const transport = xmlrpcTransport({ endpoint: server.endpoint, maxResponseBytes: 1024 });
    open.push(transport);
    const error = await failureOf(transport.call(requestFor('m', {})));
    expect(error).toBeInstanceOf(EgoiProtocolError);
  });
});

describe('options', () => {
  test('may be left out', () => {
    const transport = xmlrpcTransport();
    open.push(transport);
    expect(transport.id).toBe('xmlrpc');
  });

  test.each([
    ['an address without a scheme', { endpoint: 'api.e-goi.com' }],
    ['an address with a password', { endpoint: 'https://a:SECRET@example.com/' }],
    ['an unknown option', { url: 'https://SECRET.example.com/' }],
    ['a wrong time limit', { timeoutMs: 0 }],
    ['something else', null],
  ])('%s is refused at once', (_name, options) => {
    expect(() => xmlrpcTransport(options as never)).toThrow(EgoiConfigError);
    expect(() => xmlrpcTransport(options as never)).not.toThrow(/SECRET/);
  });
});
