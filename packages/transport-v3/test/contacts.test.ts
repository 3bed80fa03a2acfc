import { EgoiApiError } from '@egoi-client/core';
import { describe, expect, test } from '@jest/globals';
import { failureOf, ok, scriptedClients } from './support/scripted-clients.ts';
import {
  type CameRequest,
  problemAnswer,
  type ScriptedAnswer,
} from './support/scripted-service.ts';

const scripted = scriptedClients();
const uid = '34b7624024';
const added: ScriptedAnswer = { status: 201, body: { contact_id: uid } };
const accepted: ScriptedAnswer = { status: 202, body: { result: 'success' } };
const ana = { listID: 9, email: 'ana@example.com' } as const;

describe('a contact that is there already', () => {
  const taken = problemAnswer(409, 'Conflict', 'no', { field_id: 'email', contacts: [uid] });

  test('is named in the error', async () => {
    const asking = await scripted.clientWith([taken]);
    const error = await failureOf(asking.addSubscriber(ana));
    expect(error).toBeInstanceOf(EgoiApiError);
    expect(error).toMatchObject({ code: 'EMAIL_ALREADY_EXISTS', uid });
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({ uid });
  });

  test('is changed by operation 2, and named in the answer', async () => {
    const asking = await scripted.clientWith([taken, ok({ contact_id: uid })]);
    const answer = await asking.addSubscriber({ ...ana, first_name: 'Ana', operation: 2 });
    expect(answer).toMatchObject({ UID: uid, FIRST_NAME: 'Ana' });
    expect(scripted.came).toEqual(['POST /lists/9/contacts', `PATCH /lists/9/contacts/${uid}`]);
  });
});

test.each([
  ['+351 912 345 678', '351-912345678'],
  ['00351912345678', '351-912345678'],
  ['351-912345678', '351-912345678'],
  ['(912) 345.678', '351-912345678'],
  ['+1 (212) 555-0199', '1-2125550199'],
])('the telephone number %s goes as %s', async (cellphone, expected) => {
  const asking = await scripted.clientWith([added], { phonePrefix: '351' });
  await asking.addSubscriber({ ...ana, cellphone });
  expect(scripted.requests[0]?.body).toMatchObject({ base: { cellphone: expected } });
});

test('a number without a prefix is refused where no option says which one', async () => {
  const asking = await scripted.clientWith([added]);
  const error = await failureOf(asking.addSubscriber({ ...ana, cellphone: '912345678' }));
  expect(error).toMatchObject({ code: 'SUBSCRIBER_FORMAT_ERROR' });
  expect(scripted.came).toEqual([]);
});

describe('tags', () => {
  const tags = (...names: readonly string[]): ScriptedAnswer => {
    const items = names.map((name, index) => ({ tag_id: index + 5, name }));
    return ok({ total_items: items.length, items });
  };
  /** Answers by the operation. */
  const answers =
    (...lists: ScriptedAnswer[]) =>
    ({ method, url }: CameRequest): ScriptedAnswer | undefined => {
      if (method === 'GET') return lists.length > 1 ? lists.shift() : lists[0];
      if (url === '/tags') return { status: 201, body: { tag_id: 6, name: 'new' } };
      return url.endsWith('/contacts') ? added : accepted;
    };
  const attached = () =>
    scripted.requests
      .filter(({ url }) => url.endsWith('attach-tag'))
      .map(({ body }) => (body as { tag_id: number }).tag_id);
  const lookUps = () => scripted.came.filter((request) => request === 'GET /tags').length;

  test('are given by number and by name, many at once', async () => {
    const asking = await scripted.clientOf(answers(tags('vip', 'new', 'old')));
    await asking.addSubscriber({ ...ana, tags: [9, 'new', 'vip', '12'] });
    expect(attached()).toEqual([9, 6, 5, 12]);
    expect(lookUps()).toBe(1);
  });

  test('are looked up once by 32 calls at the same time', async () => {
    const asking = await scripted.clientOf(answers(tags('vip')));
    const calls = Array.from({ length: 32 }, (_, index) =>
      asking.addSubscriber({ listID: 9, email: `n${index}@example.com`, tags: ['vip'] }),
    );
    await Promise.all(calls);
    expect(attached()).toHaveLength(32);
    expect(lookUps()).toBe(1);
  });

  test('are looked up anew after a write of one’s own', async () => {
    const asking = await scripted.clientOf(answers(tags('vip'), tags('vip', 'new')));
    await asking.addSubscriber({ ...ana, tags: ['vip'] });
    await asking.addTag({ name: 'new' });
    await asking.addSubscriber({ ...ana, tags: ['vip'] });
    expect(lookUps()).toBe(2);
  });

  test('are not kept as they were while a write of one’s own was on its way', async () => {
    let go: () => void = () => undefined;
    const written = new Promise<void>((resolve) => {
      go = resolve;
    });
    const byOperation = answers(tags('vip'), tags('vip', 'new'));
    const asking = await scripted.clientOf(async (request) => {
      if (request.url === '/tags' && request.method === 'POST') await written;
      return byOperation(request);
    });
    const making = asking.addTag({ name: 'new' });
    await asking.addSubscriber({ ...ana, tags: ['vip'] });
    go();
    await making;
    await asking.addSubscriber({ ...ana, tags: ['vip'] });
    expect(lookUps()).toBe(2);
  });

  test('that others made meanwhile are found', async () => {
    const asking = await scripted.clientOf(answers(tags('vip'), tags('vip', 'new')));
    await asking.addSubscriber({ ...ana, tags: ['vip'] });
    await asking.addSubscriber({ ...ana, tags: ['new'] });
    expect(attached()).toEqual([5, 6]);
    const error = await failureOf(asking.addSubscriber({ ...ana, tags: ['none'] }));
    expect(error).toMatchObject({ code: 'TAG_NOT_FOUND' });
  });
});

test.each([
  ['contact_already_removed', 'SUBSCRIBER_ALREADY_REMOVED'],
  ['contact_not_in_list', 'SUBSCRIBER_NOT_FOUND'],
  ['something_else', 'INTERNAL_ERROR'],
])('a removal that succeeds with %s in it is %s', async (reason, code) => {
  const asking = await scripted.clientWith([ok({ total: 0, errors: { [reason]: [uid] } })]);
  const error = await failureOf(asking.removeSubscriber({ listID: 9, subscriber: uid }));
  expect(error).toMatchObject({ code });
});

test('the service is told where the counts of an import go', async () => {
  const importCallbackUrl = 'https://example.com/imports';
  const asking = await scripted.clientWith([accepted], { importCallbackUrl });
  await asking.addSubscriberBulk({
    listID: 9,
    compareField: 'email',
    subscribers: [{ email: 'a@example.com' }, { email: 'b@example.com' }],
  });
  expect(scripted.requests[0]?.body).toMatchObject({ callback_url: importCallbackUrl });
});
