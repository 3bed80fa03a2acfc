import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import {
  EgoiApiError,
  EgoiClient,
  EgoiConfigError,
  EgoiInputError,
  EgoiProtocolError,
} from '@egoi-client/core';
import { afterEach, describe, expect, test } from '@jest/globals';
import { restTransport, type RestTransportOptions } from '../src/index.ts';
import { goldenExchange } from './support/golden.ts';
import { loopbackServer } from './support/loopback-server.ts';
import {
  apiKey,
  closeLater,
  closeServed,
  failureOf,
  serve,
  serveText,
} from './support/served-client.ts';

afterEach(closeServed);

describe('a call', () => {
  test('goes out as the captured one did, with the key in the body alone', async () => {
    const golden = goldenExchange('addSubscriberBulk__bulk');
    const { server, client } = await serveText(golden.json);
    const receipt = await client.addSubscriberBulk({
      listID: 1,
      compareField: 'email',
      operation: 2,
      subscribers: [
        { email: 'ana@example.com', first_name: 'Ana', extra_1: 'x & y', tags: [1, 2] },
        { email: 'rui@example.com', first_name: null },
      ],
    });
    expect(receipt).toMatchObject({ id: 77, count: 2 });
    const [request] = server.requests;
    expect(request).toMatchObject({
      method: 'POST',
      url: '/v2/rest.php',
      body: golden.request,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'application/json',
      },
    });
    expect(inspect(request?.headers)).not.toContain(apiKey);
  });

  test('keeps what is in the address of the endpoint, and adds nothing to it', async () => {
    const { json } = goldenExchange('getUserData__success-struct');
    const server = await loopbackServer((response) => response.end(json));
    const transport = restTransport({ endpoint: `${server.endpoint}?tenant=7` });
    const client = new EgoiClient({ apiKey, transport });
    closeLater(client, server);
    await client.getUserData();
    expect(server.requests[0]?.url).toBe('/v2/rest.php?tenant=7');
  });

  test('with a login sends it in the body', async () => {
    const { json } = goldenExchange('getUserData__success-struct');
    const server = await loopbackServer((response) => response.end(json));
    const transport = restTransport({ endpoint: server.endpoint });
    const client = new EgoiClient({ username: 'ana', password: 'p&s', transport });
    closeLater(client, server);
    await client.getUserData();
    expect(server.requests[0]?.body).toBe(
      'type=json&method=getUserData&functionOptions%5Busername%5D=ana&functionOptions%5Bpassword%5D=p%26s',
    );
  });

  test('asks for XML where that is wanted, and reads it', async () => {
    const { xml } = goldenExchange('getUserData__success-struct');
    const { server, client } = await serveText(xml, 200, { format: 'xml' }, 'text/xml');
    expect(await client.getUserData()).toMatchObject({ first_name: 'João' });
    expect(server.requests[0]?.body).toMatch(/^type=xml&method=getUserData&/);
    expect(server.requests[0]?.headers.accept).toBe('text/xml, application/xml');
  });

  test('brings back who answered, how long it took and the status', async () => {
    const { json } = goldenExchange('getUserData__success-struct');
    const server = await loopbackServer((response) => response.end(json));
    const transport = restTransport({ endpoint: server.endpoint });
    closeLater({ close: async () => await transport.close?.() }, server);
    const reply = await transport.call({
      method: 'getUserData',
      spec: undefined,
      params: {},
      credentials: { anonymous: true },
      signal: new AbortController().signal,
      callId: 'a',
      attempt: 1,
    });
    expect(reply).toEqual({
      value: expect.objectContaining({ active: '1', none: '' }),
      transport: 'rest',
      durationMs: expect.any(Number),
      status: 200,
    });
    expect(server.requests[0]?.body).toBe('type=json&method=getUserData');
  });
});

describe('an answer', () => {
  test.each([
    [
      'an empty struct',
      goldenExchange('getReport__empty-list').json.replace('getReport', 'getLists'),
    ],
  ])('to a method with a list is the empty list for %s', async (_name, body) => {
    const { client } = await serveText(body);
    expect(await client.getLists()).toEqual([]);
  });

  describe.each(['json', 'xml'] as const)('without anything in it, in %s', (format) => {
    const nothing: (readonly [string, Buffer, Record<string, string>])[] = [
      ['no body', Buffer.alloc(0), {}],
      ['a line feed', Buffer.from('\n'), {}],
      ['blanks behind a byte order mark', Buffer.from('\ufeff \r\n\t'), {}],
      ['gzip of nothing', gzipSync(''), { 'Content-Encoding': 'gzip' }],
    ];

    test.each(nothing)('is refused with both of its causes: %s', async (_name, body, headers) => {
      const { client } = await serve((response) => response.writeHead(200, headers).end(body), {
        format,
      });
      for (const call of [
        client.getLists(),
        client.subscriberData({ listID: 1, subscriber: 'all_subscribers' }),
        client.paginate('subscriberData', { listID: 1 })[Symbol.asyncIterator]().next(),
        client.deleteList({ listID: 1 }),
      ]) {
        const error = await failureOf(call);
        expect(error).toBeInstanceOf(EgoiProtocolError);
        expect(error.message).toMatch(/empty list, or a PHP process that died.*emptyAnswer/);
      }
    });

    test.each(nothing)(
      'is the empty list where it shall be one: %s',
      async (_name, body, headers) => {
        const { client } = await serve((response) => response.writeHead(200, headers).end(body), {
          format,
          emptyAnswer: 'list',
        });
        expect(await client.getLists()).toEqual([]);
        expect(
          await client.paginate('subscriberData', { listID: 1 })[Symbol.asyncIterator]().next(),
        ).toMatchObject({
          done: true,
        });
        expect(await failureOf(client.deleteList({ listID: 1 }))).toBeInstanceOf(EgoiProtocolError);
        const one = client.subscriberData({ listID: 1, subscriber: 'ana@example.com' });
        expect(await failureOf(one)).toBeInstanceOf(EgoiProtocolError);
      },
    );
  });

  test('counts whatever type of content the server calls it', async () => {
    const { json } = goldenExchange('getUserData__success-struct');
    const { client } = await serveText(json, 200, {}, 'text/html; charset=UTF-8');
    expect(await client.getUserData()).toMatchObject({ login: 'joao' });
  });

  test.each([
    ['getUserData__error-bare-string', 'NO_ACCESS'],
    ['getUserData__error-no-credentials', 'NO_USERNAME_AND_PASSWORD_AND_APIKEY'],
  ])('%s is an error of the API', async (folder, code) => {
    const { client } = await serveText(goldenExchange(folder).json);
    const error = await failureOf(client.getUserData());
    expect(error).toBeInstanceOf(EgoiApiError);
    expect(error).toMatchObject({ code, transport: 'rest', delivery: 'answered' });
  });

  test('of ERROR beside a success is an error of the API', async () => {
    const { client } = await serveText(goldenExchange('getReport__error-in-struct').json);
    expect(await failureOf(client.call('getReport', { campaign: 'x' }))).toMatchObject({
      kind: 'api',
      code: 'CAMPAIGN_NOT_FOUND',
    });
  });
});

describe('what a form cannot carry is refused before anything is sent', () => {
  test('a call with more fields than PHP reads, and how much would fit', async () => {
    const { server, client } = await serveText('');
    const subscribers = Array.from({ length: 600 }, (_, index) => ({ email: `c${index}@x.pt` }));
    const call = client.addSubscriberBulk({
      listID: 1,
      compareField: 'email',
      subscribers: subscribers.flatMap((row) => [row, row]),
    });
    const error = await failureOf(call);
    expect(error).toBeInstanceOf(EgoiInputError);
    expect(error).toMatchObject({ delivery: 'not_sent', method: 'addSubscriberBulk' });
    expect((error as EgoiInputError).problems).toEqual([
      {
        path: 'subscribers',
        problem:
          'the call makes 1,205 form fields, and the server reads 1,000 and drops the rest; the first 995 of these 1,200 rows fit into one call',
      },
    ]);
    expect(server.requests).toEqual([]);
  });

  test('and sent to a server that was told to read more', async () => {
    const body = goldenExchange('addSubscriberBulk__bulk').json;
    const { server, client } = await serveText(body, 200, { maxFormFields: 5000 });
    const subscribers = Array.from({ length: 1200 }, (_, index) => ({ email: `c${index}@x.pt` }));
    await client.addSubscriberBulk({ listID: 1, compareField: 'email', subscribers });
    expect(server.requests[0]?.body.split('&')).toHaveLength(1205);
  });

  test('a name with brackets, named with its path', async () => {
    const { server, client } = await serveText('');
    const error = await failureOf(client.call('newMethod', { rows: [{ 'a[]': 1 }] }));
    expect(error).toMatchObject({
      kind: 'input',
      problems: [{ path: 'rows[0].a[]', problem: 'a form cannot carry a name with brackets' }],
    });
    expect(server.requests).toEqual([]);
  });
});

describe('options', () => {
  test('have defaults', () => {
    expect(restTransport().id).toBe('rest');
  });

  test.each([
    [{ endpoint: 'api.e-goi.com' }, /endpoint/],
    [{ endpoint: 'https://user:pass@api.e-goi.com' }, /endpoint/],
    [{ format: 'yaml' }, /format must be one of json, xml/],
    [{ maxFormFields: 9 }, /maxFormFields/],
    [{ maxFormFields: 2_000_000 }, /maxFormFields/],
    [{ timeoutMs: 0 }, /timeoutMs/],
    [{ method: 'GET' }, /unknown option 'method'/],
  ])('%j are refused', (options, message) => {
    const make = () => restTransport(options as RestTransportOptions);
    expect(make).toThrow(EgoiConfigError);
    expect(make).toThrow(message);
  });
});
