import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { EgoiCallbackError, readWebhook } from '../src/index.ts';

const seed = 3_1;
const headers = { 'content-type': 'application/json; charset=utf-8' };

const read = (body: string) => readWebhook({ headers, body });
const readJson = (body: unknown) => read(JSON.stringify(body));

async function refusal(reading: Promise<unknown>): Promise<string> {
  const outcome: unknown = await reading.then(
    () => 'read',
    (error: unknown) => error,
  );
  if (!(outcome instanceof EgoiCallbackError)) return String(outcome);
  return `${outcome.problem} ${outcome.status}`;
}

const told = {
  webhook_id: 7,
  action: 'unsubscribe',
  date: '2025-03-04 05:06:07',
  list_id: 8,
  contact: {
    base: { contact_id: '34b7624024', email: 'ana@example.com', status: 'removed' },
    extra: [
      { field_id: 1, format: 'text', value: 'L' },
      { field_id: 2, format: 'options', value: [1, 3] },
    ],
    tags: [4],
  },
};

describe('a webhook is read', () => {
  test('with its contact', async () => {
    expect(structuredClone(await readJson(told))).toEqual({ ...told, others: {} });
  });

  test('with its campaign', async () => {
    const action_data = { campaign_hash: 'abc', url: 'https://example.com/', device: 'phone' };
    const webhook = await readJson({ ...told, action: 'email_click', action_data });
    expect(structuredClone(webhook)).toEqual({
      ...told,
      action: 'email_click',
      campaign_hash: 'abc',
      url: 'https://example.com/',
      others: { 'action_data.device': 'phone' },
    });
  });

  test('with what no source knows, and what is of another kind than is due', async () => {
    const webhook = await readJson({
      action: 'new_order',
      webhook_id: '9',
      list_id: 'eight',
      date: 20250304,
      action_data: { order_id: 'A1' },
      contact: {
        base: { contact_id: 5, email: 'ana@example.com', status: 'sleeping', shoe: 38 },
        extra: 'none',
        score: 1,
      },
      version: 2,
    });
    expect(structuredClone(webhook)).toEqual({
      action: 'new_order',
      webhook_id: 9,
      list_id: undefined,
      date: '',
      contact: { base: { email: 'ana@example.com' }, extra: [], tags: [] },
      others: {
        list_id: 'eight',
        date: 20250304,
        action_data: { order_id: 'A1' },
        'contact.base.contact_id': 5,
        'contact.base.status': 'sleeping',
        'contact.base.shoe': 38,
        'contact.extra': 'none',
        'contact.score': 1,
        version: 2,
      },
    });
  });

  test('of an action that no source has a word for', async () => {
    expect(await readJson({ action: 'constructor' })).toMatchObject({
      action: 'other',
      name: 'constructor',
      contact: undefined,
    });
  });

  test('from a request of Fetch, from bytes, and from what a framework has read', async () => {
    const body = JSON.stringify(told);
    const wanted = { action: 'unsubscribe', list_id: 8 };
    const request = new Request('http://localhost/', { method: 'POST', body, headers });
    expect(await readWebhook(request)).toMatchObject(wanted);
    expect(await readWebhook({ headers, body: Buffer.from(body) })).toMatchObject(wanted);
    expect(await readWebhook({ headers, body: told })).toMatchObject(wanted);
  });
});

describe('no webhook is', () => {
  test.each<[string, string, string]>([
    ['a form', 'addSubscriber=x', 'json 400'],
    ['nothing', '', 'json 400'],
    ['a list', '[]', 'json 400'],
    ['null', 'null', 'json 400'],
    [
      'a name that comes twice',
      '{"action":"subscription","\\u0061ction":"unsubscribe"}',
      'json 400',
    ],
    ['an object without an action', '{}', 'content 400'],
    ['an action that is no text', '{"action":7}', 'content 400'],
    [
      'a deep body',
      `{"action":"subscription","a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      'json 400',
    ],
    [
      'a body of many values',
      `{"action":"subscription","a":[${'1,'.repeat(30_000)}1]}`,
      'json 400',
    ],
    ['a body that is too large', `{"action":"${'a'.repeat(300_000)}"}`, 'size 413'],
  ])('%s', async (_case, body, problem) => {
    expect(await refusal(read(body))).toBe(problem);
  });

  test('one of another type, or by another method', async () => {
    const body = JSON.stringify(told);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect(await refusal(readWebhook({ headers: form, body }))).toBe('type 415');
    expect(await refusal(readWebhook({ headers, body, method: 'GET' }))).toBe('method 405');
  });

  test('what a framework read that goes round in circles', async () => {
    const body: Record<string, unknown> = { action: 'subscription' };
    body['self'] = body;
    expect(await refusal(readWebhook({ headers, body }))).toBe('json 400');
  });
});

test('whatever JSON comes, it is read or refused in words of ours, and leaves no prototype changed', async () => {
  const value = fc.jsonValue({ maxDepth: 4 });
  const names = fc.constantFrom(
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'base',
    'extra',
  );
  const member = fc.oneof(value, fc.dictionary(names, value));
  const body = fc.record(
    {
      action: fc.oneof(fc.constantFrom('subscription', 'email_click', '__proto__', 'x'), value),
      webhook_id: value,
      list_id: value,
      date: value,
      contact: member,
      action_data: member,
      other: member,
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(body, async (made) => {
      expect(await refusal(readJson(made))).toMatch(/^(read|content 400|json 400)$/);
    }),
    { seed, numRuns: 1000 },
  );
  const admin = '{"__proto__":{"admin":1}}';
  expect(await refusal(read(`{"action":"x","contact":{"base":${admin}}}`))).toBe('json 400');
  const parsed = JSON.parse(`{"action":"x","contact":{"base":${admin}}}`) as object;
  const webhook = await readWebhook({ headers, body: parsed as never });
  expect(webhook.others['contact.base.__proto__']).toEqual({ admin: 1 });
  expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
});
