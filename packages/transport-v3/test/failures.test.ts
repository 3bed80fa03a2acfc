import {
  EgoiFaultError,
  EgoiHttpError,
  EgoiProtocolError,
  EgoiQuotaError,
  type Interceptor,
  type TransportReply,
} from '@egoi-client/core';
import { describe, expect, test } from '@jest/globals';
import { apiKey, failureOf, scriptedClients } from './support/scripted-clients.ts';
import { problemAnswer, type ScriptedAnswer } from './support/scripted-service.ts';

const scripted = scriptedClients();

async function failure(answer: ScriptedAnswer | undefined): Promise<unknown> {
  const asking = await scripted.clientOf(() => answer);
  return failureOf(asking.getTags());
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
  const asking = await scripted.clientOf(() => ({
    status: 200,
    body: { items: [{ tag_id: 1, name: 'x' }] },
  }));
  await asking.getTags();
  const [request] = scripted.requests;
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
    const replies: TransportReply[] = [];
    const keep: Interceptor = (next) => async (request) => {
      const reply = await next(request);
      replies.push(reply);
      return reply;
    };
    const answer = { status: 200, headers: told, body: { items } };
    await (await scripted.clientOf(() => answer, {}, [keep])).getTags();
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
