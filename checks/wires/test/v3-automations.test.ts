import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { serveAccount, type ServedAccount } from './v3-served.ts';

let served: ServedAccount;
let ana: string;

beforeEach(async () => {
  served = await serveAccount({
    now: () => new Date('2025-03-04T05:06:07Z'),
    autobots: [
      { name: 'Welcome', list: 1 },
      { name: 'Old', status: 'paused' },
      { name: 'Birthday', list: 2 },
      { name: 'Everybody' },
    ],
  });
  await served.v2.createList({ nome: 'News' });
  const added = await served.v2.addSubscriber({ listID: 1, email: 'ana@example.com' });
  ana = added.UID;
});

afterEach(() => served.close());

const titles = async (query: string) => {
  const { status, body } = await served.send('GET', `/automations${query}`);
  expect(status).toBe(200);
  return (body as { readonly items: readonly { readonly title: string }[] }).items.map(
    ({ title }) => title,
  );
};

const start = (automation_id: number, action_id: number, contacts: readonly string[] = [ana]) =>
  served.send('POST', '/lists/1/contacts/actions/start-automation', {
    automation_id,
    action_id,
    contacts,
  });

const runs = async () => (await served.account.snapshot()).autobotRuns;

describe('automations', () => {
  test('are those of API v2, the newest first', async () => {
    const { body } = await served.send('GET', '/automations?limit=2');
    const record = { created_by: 1, created: '2025-03-04', updated: '2025-03-04' };
    expect(body).toEqual({
      total_items: 4,
      items: [
        { automation_id: 4, title: 'Everybody', status: 'active', ...record },
        { automation_id: 3, title: 'Birthday', list_id: 2, status: 'active', ...record },
      ],
    });
    const autobots = await served.v2.getAutobots();
    expect((await titles('?order=asc')).join()).toBe(autobots.map(({ NAME }) => NAME).join());
  });

  test.each([
    ['?automation_id=2', ['Old']],
    ['?title=Welcome', ['Welcome']],
    ['?list_id=1', ['Welcome']],
    ['?status=inactive', ['Old']],
    ['?status=active&order=asc', ['Welcome', 'Birthday', 'Everybody']],
    ['?order_by=title&order=asc', ['Birthday', 'Everybody', 'Old', 'Welcome']],
    ['?created_by=2', []],
  ])('that %s asks for are %j', async (query, expected) => {
    expect(await titles(query)).toEqual(expected);
  });

  test('have the step that contacts begin with', async () => {
    const { body } = await served.send('GET', '/automations/3/actions');
    const moment = '2025-03-04 05:06:07';
    const times = { created_by: 1, created: moment, updated: moment };
    expect(body).toEqual({
      total_items: 1,
      items: [{ action_id: 3, title: 'Start', action: 'start', ...times }],
    });
    expect(await served.send('GET', '/automations/9/actions')).toMatchObject({
      status: 404,
      body: { title: 'NotFound' },
    });
  });
});

describe('a contact', () => {
  test('that begins by either API is in the automation, with the step, and in its history', async () => {
    expect(await start(1, 1, [ana, '00000000ff'])).toMatchObject({
      status: 200,
      body: { success: [ana], error: { contact_not_in_list: ['00000000ff'] } },
    });
    await served.v2.startAutobot({ listID: 1, autobot: 4, subscriber: ana });
    expect(await runs()).toMatchObject([
      { autobot: 1, action: 1, uid: ana },
      { autobot: 4, action: 4, uid: ana },
    ]);
    const { body } = await served.send('GET', `/lists/1/contacts/${ana}/activities`);
    expect(body).toMatchObject({
      items: [
        { action_name: 'automation_trigger', action_data: { automation_id: 4 } },
        { action_name: 'automation_trigger', action_data: { automation_id: 1 } },
        {},
      ],
    });
  });

  test.each([
    ['an automation that is none', 9, 1, 404],
    ['a step that is none', 1, 9, 404],
    ['a step of another automation', 1, 4, 404],
    ['one that is not active', 2, 2, 422],
    ['one of another list', 3, 3, 422],
  ])('is refused %s', async (_case, automation, action, status) => {
    expect(await start(automation, action)).toMatchObject({ status });
    expect(await runs()).toEqual([]);
  });
});
