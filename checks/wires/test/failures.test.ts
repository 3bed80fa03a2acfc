import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { faultWires } from '@egoi-client/conformance/support/fault-wires';
import { wiresBy } from '@egoi-client/conformance/support/targets';
import { EgoiClient, EgoiConfigError, EgoiError, type Transport } from '@egoi-client/core';
import { restTransport } from '@egoi-client/transport-rest';
import { soapTransport } from '@egoi-client/transport-soap';
import { soapUniversalTransport } from '@egoi-client/transport-soap-universal';
import { v3Transport } from '@egoi-client/transport-v3';
import { xmlrpcTransport } from '@egoi-client/transport-xmlrpc';
import { afterEach, describe, expect, test } from '@jest/globals';

const apiKey = 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334';
const limitMs = 3000;

const wires = [
  ...faultWires,
  ...wiresBy()
    .filter(({ name }) => name === 'soap')
    .map((wire) => ({ ...wire, name: 'soap, with the WSDL to read first' })),
];

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** A server that gives every request the same answer, and keeps the addresses that were asked for. */
async function serverThat(answer: RequestListener) {
  const urls: string[] = [];
  const server = createServer();
  server.on('request', (request) => urls.push(request.url ?? ''));
  server.on('request', answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return { base: `http://127.0.0.1:${port}`, urls };
}

async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

function replying(status: number, type: string, body: string, cutAt?: number) {
  return (_request: unknown, response: ServerResponse) => {
    response.writeHead(status, {
      'content-type': type,
      'content-length': String(Buffer.byteLength(body)),
    });
    if (cutAt === undefined) response.end(body);
    else response.write(body.slice(0, cutAt), () => response.destroy());
  };
}

const html = `<!DOCTYPE html>\n<html><body><h1>Welcome</h1><p>${apiKey}</p></body></html>`;

/** What happens, and what must come of it; a WSDL that cannot be read means that nothing was sent. */
const failures = [
  {
    name: 'a host that does not exist',
    base: async () => ({ base: 'http://egoi-client.invalid', urls: [] }),
    expected: { kind: 'connection', delivery: 'not_sent', retryable: true },
  },
  {
    name: 'a closed port',
    base: async () => ({ base: await closedPort(), urls: [] }),
    expected: { kind: 'connection', delivery: 'not_sent', retryable: true },
  },
  {
    name: 'an HTML page with 200',
    base: () => serverThat(replying(200, 'text/html', html)),
    expected: { kind: 'http', status: 200, retryable: false },
  },
  {
    name: 'an HTML page with 502',
    base: () => serverThat(replying(502, 'text/html', html)),
    expected: { kind: 'http', status: 502, retryable: true },
  },
  {
    name: 'a body cut short',
    base: () => serverThat(replying(200, 'text/xml', '<?xml version="1.0"?><a>'.repeat(50), 40)),
    expected: { kind: 'protocol', retryable: true },
  },
  {
    name: 'an empty body',
    base: () => serverThat(replying(200, 'text/xml', '')),
    expected: { kind: 'protocol' },
  },
  {
    name: 'an answer that never comes',
    base: () => serverThat(() => undefined),
    expected: { kind: 'timeout' },
    more: { timeoutMs: 150 },
  },
];

async function failureOf(call: Promise<unknown>): Promise<EgoiError & { status?: number }> {
  const error: unknown = await call.then(
    () => new Error('the call was expected to fail'),
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(EgoiError);
  return error as EgoiError;
}

describe.each(wires)('over $name', (wire) => {
  test.each(failures)('$name: the right error, in time, without the key', async (failure) => {
    const { base, urls } = await failure.base();
    const transport = await wire.makeTransport(base, failure.more);
    open.push(async () => transport.close?.());
    const client = new EgoiClient({ apiKey, transport, timeoutMs: limitMs });
    const error = await failureOf(client.getUserData());
    expect(error).toMatchObject({
      ...failure.expected,
      method: 'getUserData',
      transport: transport.id,
      attempts: 1,
    });
    expect(showAll(error)).not.toContain(apiKey);
    for (const url of urls) expect(url).not.toContain(apiKey);
  });
});

describe('wrong options of a transport', () => {
  const factories: readonly [string, (options: never) => Transport][] = [
    ['soapTransport', soapTransport],
    ['soapUniversalTransport', soapUniversalTransport],
    ['xmlrpcTransport', xmlrpcTransport],
    ['restTransport', restTransport],
    ['v3Transport', v3Transport],
  ];
  const wrong = [
    { endpoint: 'not an address' },
    { endpoint: 'ftp://example.com/' },
    { endpoint: 'https://user:pass@example.com/' },
    { endpoint: 5 },
    { timeoutMs: 0 },
    { timeoutMs: '5' },
    { maxResponseBytes: -1 },
    { maxConnections: 0 },
    { proxy: 'nowhere' },
    { timeout: 5 },
    { format: 'yaml' },
    null,
    'https://example.com/',
  ];

  test.each(
    factories.flatMap(([name, factory]) => wrong.map((options) => ({ name, factory, options }))),
  )('$name($options): EgoiConfigError', ({ name, factory, options }) => {
    let error: unknown;
    try {
      factory(options as never);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(EgoiConfigError);
    expect(String(error)).toContain(name);
  });
});

function showAll(error: EgoiError): string {
  return [
    inspect(error, { depth: 12, showHidden: true }),
    String(error.stack),
    String(error),
    JSON.stringify(error),
  ].join('\n');
}
