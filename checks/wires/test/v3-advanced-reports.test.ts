import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openReceiver, serveAccount, type ServedAccount } from './v3-served.ts';

let served: ServedAccount;
let time: Date;

beforeEach(async () => {
  time = new Date('2025-03-04T05:06:07Z');
  served = await serveAccount({ now: () => time, forms: [{ title: 'Sign up' }] });
  const { v2 } = served;
  await v2.createList({ nome: 'News' });
  for (const name of ['ana', 'rui', 'eva']) {
    await v2.addSubscriber({ listID: 1, email: `${name}@example.com`, formID: 1 });
  }
});

afterEach(() => served.close());

const get = async (path: string) => {
  const { status, body } = await served.send('GET', path);
  expect(status).toBe(200);
  return body;
};

describe('advanced reports', () => {
  const listed = async (query = '') => {
    const page = await get(`/reports/advanced${query}`);
    return (page as { readonly items: readonly { readonly [member: string]: unknown }[] }).items;
  };

  test('by a model are asked for, wait, and are there for both APIs', async () => {
    const { v2 } = served;
    const email = { listID: 1, subject: 'News', from: '1', message: '<p>Hello</p>' };
    const { ID: campaign } = await v2.createCampaignEmail(email);
    await v2.createCampaignEmail({ ...email, subject: 'Never sent' });
    await v2.sendEmail({ campaign, listID: 1, segment: 'all' });
    expect(await get('/reports/advanced/models?order=asc&limit=1')).toEqual({
      total_items: 2,
      items: [{ model_id: 1, title: 'Newsletter', created: expect.any(String) }],
    });
    const asked = await served.send('POST', '/reports/advanced/model', { model_id: 1 });
    expect(asked).toMatchObject({ status: 202, body: { result: 'success' } });
    const report = { advanced_report_id: 1, title: 'Newsletter', created: '2025-03-04 05:06:07' };
    expect(await listed()).toEqual([{ ...report, status: 'queued' }]);
    expect(await get('/operations?type=advanced_report')).toMatchObject({ total_items: 1 });
    await expect(v2.getAdvancedReport({ report: 1 })).rejects.toMatchObject({
      code: 'NO_DATA',
    });
    await served.account.workOff();
    const [done] = await listed('?status=finished');
    expect(done).toMatchObject({ ...report, file: expect.stringMatching(/\/report-\w{32}\.csv$/) });
    const file = await fetch(String(done?.['file']));
    expect(await file.text()).toBe(
      `list_id,campaign_hash,contacts,sends\r\n1,,3,3\r\n1,${campaign},,3\r\n`,
    );
    expect(await v2.getAdvancedReport({ report: 1 })).toMatchObject([
      { SUBSCRIBERS: 3, SENT: 3 },
      { HASH: campaign, SENT: 3 },
    ]);
  });

  test('of API v2 are listed too', async () => {
    await served.v2.generateAdvancedReport({ template: 2, lists: [1] });
    expect(await listed()).toEqual([
      {
        advanced_report_id: 1,
        title: 'Announcement',
        status: 'finished',
        created: '2025-03-04 05:06:07',
      },
    ]);
  });

  test('of what forms were answered with have the answers of the time, and tell their address', async () => {
    const receiver = await openReceiver();
    try {
      time = new Date('2025-03-05T00:00:00Z');
      await served.v2.addSubscriber({ listID: 1, email: 'late@example.com', formID: 1 });
      const answers = await served.v2.getFormsSubmissions({ listID: 1, formID: 1 });
      expect(answers).toHaveLength(4);
      const body = {
        title: 'March',
        range: { start: '2025-03-04', end: '2025-03-04' },
        forms: [{ list_id: 1, forms: [1] }],
        callback_url: receiver.url,
      };
      expect((await served.send('POST', '/reports/advanced/form-answers', body)).status).toBe(202);
      await served.account.workOff();
      await served.account.settled();
      const [done] = await listed('?title=March');
      expect(receiver.posts).toEqual([{ file: done?.['file'] }]);
      const rows = answers
        .slice(0, 3)
        .map(({ UID, EMAIL, DATE }) => `1,1,${UID},${EMAIL},${DATE}\r\n`);
      const file = await fetch(String(done?.['file']));
      expect(await file.text()).toBe(`list_id,form_id,contact_id,email,date\r\n${rows.join('')}`);
    } finally {
      await receiver.close();
    }
  });

  test('are paused, canceled and lost with the operation that makes them', async () => {
    const ask = () => served.send('POST', '/reports/advanced/model', { model_id: 1 });
    await ask();
    await ask();
    served.account.failV3('generateByModelReport', { work: 'lost' });
    await ask();
    await served.send('POST', '/operations/actions/cancel', { operations: [1] });
    await served.send('POST', '/operations/actions/pause', { operations: [2] });
    await served.account.workOff();
    expect((await listed('?order=asc')).map(({ status }) => status)).toEqual([
      'canceled',
      'paused',
      'queued',
    ]);
  });

  const form = { title: 'March', range: { start: '2025-03-04', end: '2025-03-05' } };

  test.each([
    ['model', { model_id: 9 }, 'model_id'],
    ['form-answers', { ...form, forms: [] }, 'forms'],
    ['form-answers', { ...form, forms: [{ list_id: 1, forms: [] }] }, 'forms'],
    ['form-answers', { ...form, forms: [{ list_id: 1, forms: [9] }] }, 'forms'],
    ['form-answers', { ...form, forms: [{ list_id: 9, forms: [1] }] }, 'forms'],
    ['form-answers', { ...form, title: ' ', forms: [{ list_id: 1, forms: [1] }] }, 'title'],
    [
      'form-answers',
      {
        ...form,
        range: { start: '2025-03-05', end: '2025-03-04' },
        forms: [{ list_id: 1, forms: [1] }],
      },
      'range',
    ],
    [
      'form-answers',
      { ...form, forms: [{ list_id: 1, forms: [1] }], callback_url: 'nowhere' },
      'callback_url',
    ],
  ])('%s with %j are refused', async (path, body, place) => {
    expect(await served.send('POST', `/reports/advanced/${path}`, body)).toMatchObject({
      status: 422,
      body: { errors: { [place]: [expect.any(String)] } },
    });
    expect(await listed()).toEqual([]);
  });
});
