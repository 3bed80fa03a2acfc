import {
  EgoiClient,
  EgoiFaultError,
  EgoiHttpError,
  EgoiPartialError,
  EgoiProtocolError,
  EgoiQuotaError,
  type Interceptor,
  type Loss,
  type TransportReply,
} from '@egoi-client/core';
import { v3Transport, type V3TransportOptions } from '@egoi-client/transport-v3';
import { afterEach, describe, expect, test } from '@jest/globals';
import {
  type CameRequest,
  problemAnswer,
  type ScriptedAnswer,
  type ScriptedService,
  scriptedService,
} from './support/scripted-service.ts';

const apiKey = 'a-key-of-the-account';
let service: ScriptedService | undefined;
let client: EgoiClient | undefined;

afterEach(async () => {
  await client?.close();
  await service?.close();
});

async function clientOf(
  answer: (request: CameRequest, index: number) => ScriptedAnswer | undefined,
  options: V3TransportOptions = {},
): Promise<EgoiClient> {
  service = await scriptedService(answer);
  const transport = v3Transport({ endpoint: service.url, ...options });
  client = new EgoiClient({ apiKey, transport });
  return client;
}

async function failure(answer: ScriptedAnswer | undefined): Promise<unknown> {
  const asking = await clientOf(() => answer);
  return asking.getTags().then(
    () => 'no failure',
    (error: unknown) => error,
  );
}

describe('an answer that is no success', () => {
  test.each([
    [401, 'Unauthorized', 'INVALID'],
    [403, 'Forbidden', 'NO_ACCESS'],
    [500, 'Internal Server Error', 'INTERNAL_ERROR'],
  ])('%i is the code that API v2 has for it', async (status, title, code) => {
    expect(await failure(problemAnswer(status, title, `no, ${apiKey}`))).toMatchObject({
      kind: 'api',
      code,
    });
  });

  test.each([
    [{ 'Retry-After': '7' }, 7000],
    [{ 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': '9' }, 9000],
    [
      {
        'X-RateLimit-Remaining': '5',
        'X-RateLimit-Reset': '9',
        'X-Account-Remaining': '0',
        'X-Account-Reset': '1800',
      },
      1_800_000,
    ],
    [{}, 60_000],
  ])('429 with %j says how long to wait', async (headers, retryAfterMs) => {
    const error = await failure({ ...problemAnswer(429, 'Too Many Requests', 'no'), headers });
    expect(error).toBeInstanceOf(EgoiQuotaError);
    expect(error).toMatchObject({ retryAfterMs, retryable: true, delivery: 'not_sent' });
  });

  test.each([408, 503])('%i may pass', async (status) => {
    const error = await failure({
      ...problemAnswer(status, 'later', 'no'),
      headers: { 'Retry-After': '3' },
    });
    expect(error).toBeInstanceOf(EgoiHttpError);
    expect(error).toMatchObject({ status, retryable: true, retryAfterMs: 3000 });
  });

  test('a refusal that no code means is a fault in its own words, without the key', async () => {
    const error = await failure(problemAnswer(400, 'Bad Request', `the key ${apiKey} is bad`));
    expect(error).toBeInstanceOf(EgoiFaultError);
    expect(error).toMatchObject({ faultCode: '400', faultString: 'the key [redacted] is bad' });
    expect(JSON.stringify(error)).not.toContain(apiKey);
  });

  test.each([
    [{ status: 502, body: '<html>bad gateway</html>' }, EgoiHttpError],
    [{ status: 200, body: '<!doctype html><p>hello</p>' }, EgoiHttpError],
    [{ status: 302, headers: { Location: '/elsewhere' } }, EgoiHttpError],
    [{ status: 200, body: '{"items": [' }, EgoiProtocolError],
    [{ status: 200, body: '[]' }, EgoiProtocolError],
  ])('%j is none of the API', async (answer, kind) => {
    expect(await failure(answer)).toBeInstanceOf(kind);
  });
});

test('the key travels in its header alone', async () => {
  const asking = await clientOf(() => ({
    status: 200,
    body: { items: [{ tag_id: 1, name: 'x' }] },
  }));
  await asking.getTags();
  const [request] = service?.requests ?? [];
  expect(request?.headers['apikey']).toBe(apiKey);
  expect(
    JSON.stringify({ ...request, headers: { ...request?.headers, apikey: '' } }),
  ).not.toContain(apiKey);
});

describe('what the service says that the account has left', () => {
  const headers = { 'X-Account-Remaining': '41', 'X-Account-Reset': '1800' };
  const budget = { remaining: 41, resetMs: 1_800_000 };

  const items = [{ tag_id: 1, name: 'x' }];

  async function replyTo(told: Readonly<Record<string, string>>): Promise<TransportReply> {
    service = await scriptedService(() => ({ status: 200, headers: told, body: { items } }));
    const replies: TransportReply[] = [];
    const keep: Interceptor = (next) => async (request) => {
      const reply = await next(request);
      replies.push(reply);
      return reply;
    };
    const transport = v3Transport({ endpoint: service.url });
    client = new EgoiClient({ apiKey, transport, interceptors: [keep] });
    await client.getTags();
    return replies[0] as TransportReply;
  }

  test('is in the reply', async () => {
    expect(await replyTo(headers)).toMatchObject({ requests: 1, budget });
  });

  test.each([{}, { ...headers, 'X-Account-Remaining': 'many' }, { 'X-Account-Remaining': '41' }])(
    'is left out of it where the service says nothing that can be read: %j',
    async (told) => {
      expect(await replyTo(told)).not.toHaveProperty('budget');
    },
  );

  test('is in the error of a call that failed', async () => {
    expect(await failure({ ...problemAnswer(503, 'later', 'no'), headers })).toMatchObject({
      requests: 1,
      budget,
    });
  });
});

describe('a call of several requests that is cut', () => {
  const contact = { listID: 9, email: 'ana@example.com', tags: [5, 6] };
  const cutAt =
    (cut: number): ((request: CameRequest, index: number) => ScriptedAnswer | undefined) =>
    (_, index) => {
      if (index === cut) return undefined;
      return index === 0
        ? { status: 201, body: { contact_id: '34b7624024' } }
        : { status: 202, body: { result: 'success' } };
    };

  test('at the write that decides it, is not known to be done', async () => {
    const asking = await clientOf(cutAt(0));
    await expect(asking.addSubscriber(contact)).rejects.toMatchObject({
      kind: 'connection',
      delivery: 'unknown',
    });
  });

  test.each([
    [1, ['contact 34b7624024'], ['attachTag 5', 'attachTag 6']],
    [2, ['contact 34b7624024', 'attachTag 5'], ['attachTag 6']],
  ])(
    'at request %i after it, says what is done and what is missing',
    async (cut, done, missing) => {
      const asking = await clientOf(cutAt(cut));
      const error: unknown = await asking.addSubscriber(contact).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(EgoiPartialError);
      expect(error).toMatchObject({
        done,
        missing,
        retryable: false,
        requests: cut + 1,
        answer: { UID: '34b7624024', EMAIL: 'ana@example.com' },
      });
      expect(JSON.stringify(error)).not.toContain('ana@example.com');
    },
  );

  test('answers with a loss for each thing that was not done where the caller wants that', async () => {
    const told: Loss[] = [];
    const asking = await clientOf(cutAt(1), {
      whenPartly: 'report',
      onLoss: (loss) => void told.push(loss),
    });
    expect(await asking.addSubscriber(contact)).toMatchObject({ UID: '34b7624024' });
    expect(told.filter(({ reason }) => reason.startsWith('not done'))).toHaveLength(2);
  });

  test('a tag that is refused does not keep the next from being attached', async () => {
    const asking = await clientOf((request, index) =>
      index === 1 ? problemAnswer(404, 'NotFound', 'no such tag') : cutAt(-1)(request, index),
    );
    const error: unknown = await asking.addSubscriber(contact).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      kind: 'partial',
      done: ['contact 34b7624024', 'attachTag 6'],
      missing: ['attachTag 5'],
    });
  });
});

describe('pages', () => {
  const tags = Array.from({ length: 2345 }, (_, index) => ({
    tag_id: index + 1,
    name: `t${index}`,
  }));
  const page = ({ url }: CameRequest, mostItems: number): ScriptedAnswer => {
    const query = new URL(url, 'http://localhost').searchParams;
    const offset = Number(query.get('offset'));
    const limit = Number(query.get('limit') ?? 10);
    if (limit > mostItems) {
      return problemAnswer(422, 'Unprocessable Entity', 'no', { limit: ['too large'] });
    }
    return {
      status: 200,
      body: { total_items: tags.length, items: tags.slice(offset, offset + limit) },
    };
  };

  test('are read to the end', async () => {
    const asking = await clientOf((request) => page(request, 1000));
    expect((await asking.getTags()).TAG_LIST).toHaveLength(2345);
    expect(service?.requests).toHaveLength(3);
  });

  test('are smaller where the service refuses large ones', async () => {
    const asking = await clientOf((request) => page(request, 100));
    expect((await asking.getTags()).TAG_LIST).toHaveLength(2345);
    expect(service?.requests).toHaveLength(25);
  });

  test('an item that moved back is given once', async () => {
    const asking = await clientOf(
      (_, index) => ({
        status: 200,
        body: { total_items: 4, items: tags.slice(index, index + 2) },
      }),
      { pageSize: 2 },
    );
    const { TAG_LIST } = await asking.getTags();
    expect(TAG_LIST.map(({ ID }) => ID)).toEqual([1, 2, 3]);
  });
});

test('many calls that need the same fact ask for it once', async () => {
  const asking = await clientOf(({ method }) =>
    method === 'GET'
      ? { status: 200, body: { total_items: 1, items: [{ tag_id: 5, name: 'vip' }] } }
      : { status: 202, body: { result: 'success', contact_id: '34b7624024' } },
  );
  const names = ['a', 'b', 'c'];
  await Promise.all(
    names.map((name) =>
      asking.addSubscriber({ listID: 9, email: `${name}@example.com`, tags: ['vip'] }),
    ),
  );
  const asked = service?.requests.map(({ method, url }) => `${method} ${url.split('?')[0]}`) ?? [];
  expect(asked.filter((text) => text === 'GET /tags')).toHaveLength(1);
  expect(asked.filter((text) => text.endsWith('attach-tag'))).toHaveLength(3);
});
