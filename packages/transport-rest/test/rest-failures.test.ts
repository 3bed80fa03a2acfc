import type { ServerResponse } from 'node:http';
import { inspect } from 'node:util';
import { EgoiFaultError, EgoiHttpError, EgoiProtocolError } from '@egoi-client/core';
import { afterEach, describe, expect, test } from '@jest/globals';
import { goldenExchange } from './support/golden.ts';
import type { RecordedRequest } from './support/loopback-server.ts';
import { apiKey, closeServed, failureOf, serve, serveText } from './support/served-client.ts';

afterEach(closeServed);

describe('what is no answer is the right error', () => {
  const whole = goldenExchange('getUserData__success-struct').json;
  const html = '<!DOCTYPE html><html><body>Bad gateway</body></html>';

  test.each([
    [
      'a failed method',
      200,
      goldenExchange('boom__fault').json.replace('boom', 'getUserData'),
      EgoiFaultError,
      { faultCode: 'failed', faultString: 'kaput <&> "quoted"' },
    ],
    [
      'a failed method with status 400',
      400,
      goldenExchange('boom__fault').json.replace('boom', 'getUserData'),
      EgoiFaultError,
      { faultCode: 'failed' },
    ],
    [
      'an unknown method with status 404',
      404,
      goldenExchange('noSuchMethod__unknown-method').json.replaceAll('noSuchMethod', 'getUserData'),
      EgoiFaultError,
      { faultCode: 'unknown-method', faultString: "Unknown Method 'getUserData'." },
    ],
    [
      'no method',
      404,
      '{"rest":{"response":{"message":"No Method Specified."},"status":"failed"}}',
      EgoiFaultError,
      { faultCode: 'no-method' },
    ],
    ['an HTML page', 200, html, EgoiHttpError, { status: 200 }],
    ['a broken gateway', 502, html, EgoiHttpError, { status: 502, retryable: true }],
    ['a redirect', 302, '', EgoiHttpError, { status: 302 }],
    ['an answer with an error status', 500, whole, EgoiHttpError, { status: 500 }],
    ['half an answer', 200, whole.slice(0, 60), EgoiProtocolError, { retryable: false }],
    ['an empty body', 200, '', EgoiProtocolError, { delivery: 'answered' }],
    [
      'XML in place of JSON',
      200,
      goldenExchange('getUserData__success-struct').xml,
      EgoiProtocolError,
      {},
    ],
    [
      'the answer to another method',
      200,
      goldenExchange('getReport__null').json,
      EgoiProtocolError,
      { message: 'the answer cannot be read: it belongs to another method' },
    ],
  ] as const)('%s', async (_name, status, body, type, fields) => {
    const { client } = await serveText(body, status);
    const error = await failureOf(client.getUserData());
    expect(error).toBeInstanceOf(type);
    expect(error).toMatchObject({ ...fields, method: 'getUserData', transport: 'rest' });
  });

  test('a connection cut in the answer', async () => {
    const { client } = await serve((response) => {
      response.writeHead(200, { 'Content-Length': whole.length });
      response.write(whole.slice(0, 20), () => response.destroy());
    });
    expect(await failureOf(client.getUserData())).toMatchObject({
      kind: 'protocol',
      transport: 'rest',
    });
  });

  test('an empty body with an error status, also for a list', async () => {
    const { client } = await serveText('', 503);
    expect(await failureOf(client.getLists())).toMatchObject({ kind: 'http', status: 503 });
  });
});

test('the key is in no error, however one looks at it', async () => {
  const echo = (response: ServerResponse, { body, url }: RecordedRequest) => {
    response.end(
      `{"Egoi_Api":{"getUserData":{"response":{"message":"${url} ${decodeURIComponent(body)}"},"status":"failed"}}}`,
    );
  };
  const servers = [
    serve(echo),
    serve((response, { body }) => response.writeHead(500).end(body)),
    serve((response, { body }) => response.end(body)),
    serve((response) => response.destroy()),
    serveText(`{"Egoi_Api":{"getUserData":{"response":"${apiKey}"}}}`),
    serveText('', 302),
  ];
  for (const { client } of await Promise.all(servers)) {
    const error = await failureOf(client.getUserData());
    const seen = [
      inspect(error, { depth: 12, showHidden: true }),
      error.stack ?? '',
      JSON.stringify(error),
      String(error.cause),
    ].join('\n');
    expect(seen).not.toContain(apiKey);
  }
});
