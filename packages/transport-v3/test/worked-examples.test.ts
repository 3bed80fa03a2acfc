import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EgoiApiError, EgoiClient, type WireValue } from '@egoi-client/core';
import { type V3TransportOptions, v3Transport } from '@egoi-client/transport-v3';
import { expect, test } from '@jest/globals';
import { scriptedService } from './support/scripted-service.ts';

interface Example {
  readonly name: string;
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly options?: V3TransportOptions;
  readonly exchanges: readonly {
    /** Method, path and query. */
    readonly request: string;
    readonly body?: unknown;
    readonly status: number;
    readonly answer?: unknown;
  }[];
  readonly value?: WireValue;
  readonly error?: string;
}

const examples = JSON.parse(
  readFileSync(join(__dirname, 'golden', 'worked-examples.json'), 'utf8'),
) as readonly Example[];

/** Method, path and fields of the query, in whatever order. */
function requestOf(text: string): unknown {
  const [method = '', target = ''] = text.split(' ', 2);
  const { pathname, searchParams } = new URL(target, 'http://localhost');
  return { method, pathname, query: Object.fromEntries(searchParams) };
}

test.each(examples)('$name', async ({ method, params, options, exchanges, value, error }) => {
  const service = await scriptedService((_, index) => {
    const exchange = exchanges[index];
    return exchange && { status: exchange.status, body: exchange.answer };
  });
  const transport = v3Transport({ ...options, endpoint: service.url });
  const client = new EgoiClient({ apiKey: 'a-key-of-the-account', transport });
  try {
    const outcome = await client.call(method, params).catch((reason: unknown) => reason);
    expect(
      service.requests.map(({ method: verb, url, body }) => ({
        ...(requestOf(`${verb} ${url}`) as object),
        body,
      })),
    ).toEqual(exchanges.map(({ request, body }) => ({ ...(requestOf(request) as object), body })));
    for (const { headers } of service.requests) {
      expect(headers['apikey']).toBe('a-key-of-the-account');
    }
    if (error === undefined) expect(outcome).toEqual(value);
    else {
      expect(outcome).toBeInstanceOf(EgoiApiError);
      expect(outcome).toMatchObject({ code: error });
    }
  } finally {
    await client.close();
    await service.close();
  }
});
