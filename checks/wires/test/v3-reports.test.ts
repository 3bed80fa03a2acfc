import type { EmailReport, PhoneReport } from '@egoi-client/v3-api';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { serveAccount, type ServedAccount } from './v3-served.ts';

let served: ServedAccount;
let time: Date;

beforeEach(async () => {
  time = new Date('2025-03-04T05:06:07Z');
  served = await serveAccount({ now: () => time });
  const { v2 } = served;
  await v2.createList({ nome: 'News' });
  for (const [index, email] of [
    'ana@example.com',
    'rui@example.org',
    'eva@Example.com',
  ].entries()) {
    const cellphone = `351-91111111${index}`;
    await v2.addSubscriber({ listID: 1, email, cellphone });
  }
});

afterEach(() => served.close());

const get = async (path: string) => {
  const { status, body } = await served.send('GET', path);
  expect(status).toBe(200);
  return body;
};

async function createEmail(): Promise<string> {
  const email = { listID: 1, subject: 'News', from: '1', message: '<p>Hello</p>' };
  return (await served.v2.createCampaignEmail(email)).ID;
}

/** An e-mail campaign that went to all three, with what came of it on two days. */
async function sentEmail(): Promise<string> {
  const { account, v2 } = served;
  const campaign = await createEmail();
  await v2.sendEmail({ campaign, listID: 1, segment: 'all' });
  const record = (subscriber: string, event: 'view' | 'bounce' | 'complaint' | 'remove') =>
    account.recordEvent({ campaign, subscriber, event });
  const click = (subscriber: string, url: string) =>
    account.recordEvent({ campaign, subscriber, event: 'click', url });
  await record('ana@example.com', 'view');
  await click('ana@example.com', 'https://example.com/a');
  await record('rui@example.org', 'bounce');
  time = new Date('2025-03-05T17:00:00Z');
  await record('ana@example.com', 'view');
  await record('eva@example.com', 'view');
  await click('eva@example.com', 'https://example.com/a');
  await click('eva@example.com', 'https://example.com/b');
  await record('rui@example.org', 'bounce');
  await record('eva@example.com', 'complaint');
  await record('eva@example.com', 'remove');
  return campaign;
}

const none = {
  opens: 0,
  clicks: 0,
  hard_bounces: 0,
  soft_bounces: 0,
  complaints: 0,
  unsubscriptions: 0,
};

describe('the report of an e-mail campaign', () => {
  test('has the figures of API v2, and the same divided', async () => {
    const campaign = await sentEmail();
    const report = (await get(`/reports/email/${campaign}`)) as EmailReport;
    const ofV2 = await served.v2.getReport({ campaign });
    const { overall } = report;
    expect(overall).toEqual({
      sends: Number(ofV2.SENT),
      opens: ofV2.VIEWS,
      unique_opens: ofV2.UNIQUE_VIEWS,
      clicks: ofV2.CLICKS_SUB,
      unique_clicks: ofV2.UNIQUE_CLICKS,
      hard_bounces: ofV2.RETURNED,
      soft_bounces: 0,
      complaints: ofV2.COMPLAIN,
      unsubscriptions: ofV2.TOTAL_REMOVES,
    });
    expect(Object.values(overall)).toEqual([3, 3, 2, 3, 2, 1, 0, 1, 1]);
    const first = { ...none, sends: 3, opens: 1, clicks: 1, hard_bounces: 1 };
    const second = { ...none, sends: 0, opens: 2, clicks: 2, complaints: 1, unsubscriptions: 1 };
    expect(report).toEqual({
      campaign_hash: campaign,
      overall,
      date: [
        { date: '04-03-2025', ...first },
        { date: '05-03-2025', ...second },
      ],
      weekday: [
        { weekday: 'tuesday', ...first },
        { weekday: 'wednesday', ...second },
      ],
      hour: [
        { hour: '05', ...first },
        { hour: '17', ...second },
      ],
      location: [],
      domain: [
        {
          domain: 'example.com',
          ...none,
          sends: 2,
          opens: 3,
          clicks: 3,
          complaints: 1,
          unsubscriptions: 1,
        },
        { domain: 'example.org', ...none, sends: 1, hard_bounces: 1 },
      ],
      url: [
        { url: 'https://example.com/a', clicks: 2 },
        { url: 'https://example.com/b', clicks: 1 },
      ],
      reader: [],
    });
  });

  test('of one that is deleted is gone with it', async () => {
    const campaign = await sentEmail();
    await served.v2.deleteCampaign({ campaign });
    expect((await served.send('GET', `/reports/email/${campaign}`)).status).toBe(404);
  });

  test('leaves out the parts that are not wanted', async () => {
    const campaign = await sentEmail();
    const parts = ['date', 'weekday', 'hour', 'location', 'domain', 'url', 'reader'];
    const query = parts.map((part) => `${part}=false`).join('&');
    const report = (await get(`/reports/email/${campaign}?${query}`)) as EmailReport;
    expect(Object.keys(report)).toEqual(['campaign_hash', 'overall']);
    const half = (await get(`/reports/email/${campaign}?url=0&hour=1`)) as EmailReport;
    expect(half.url).toBeUndefined();
    expect(half.hour).toHaveLength(2);
  });

  test('of one that was not sent yet is of nothing', async () => {
    expect(await get(`/reports/email/${await createEmail()}`)).toMatchObject({
      overall: { sends: 0, opens: 0, unsubscriptions: 0 },
      date: [],
      domain: [],
    });
  });

  test('counts contacts that are forgotten where nobody sees whose they were', async () => {
    const campaign = await sentEmail();
    const found = await get('/contacts/search?contact=ana@example.com');
    const [{ contact_id }] = (found as { items: [{ contact_id: string }] }).items;
    const before = (await get(`/reports/email/${campaign}`)) as EmailReport;
    await served.send('POST', '/lists/1/contacts/actions/forget', { contacts: [contact_id] });
    await served.account.workOff();
    const report = (await get(`/reports/email/${campaign}`)) as EmailReport;
    expect(report.overall).toEqual(before.overall);
    expect(report.domain).toMatchObject([
      { domain: '', sends: 1, opens: 2 },
      { domain: 'example.com', sends: 1, opens: 1 },
      { domain: 'example.org', sends: 1 },
    ]);
    expect(JSON.stringify(report)).not.toContain('ana');
  });
});

describe('the report of an SMS', () => {
  test('has the figures of API v2', async () => {
    const { v2, account } = served;
    const sms = { listID: 1, subject: 'News', message: 'Hi', from: '2' };
    const { ID: campaign } = await v2.createCampaignSMS(sms);
    const cellphone = ['351-911111110', '351-911111111', '351-900000000'];
    await v2.sendSMS({ campaign, listID: 1, cellphone });
    await account.recordEvent({ campaign, subscriber: 'ana@example.com', event: 'bounce' });
    const { overall, ...rest } = (await get(`/reports/sms/${campaign}`)) as PhoneReport;
    const ofV2 = await v2.getReport({ campaign });
    expect(overall).toEqual({
      destinations: 3,
      sends: Number(ofV2.SENT),
      delivered: ofV2.DELIVERED,
      error: ofV2.NOT_DELIVERED,
      invalid: 0,
      pending: 0,
    });
    expect(overall).toMatchObject({ sends: 3, delivered: 2 });
    expect(rest).toEqual({ campaign_hash: campaign, networks: [] });
    expect(await get(`/reports/sms/${campaign}?networks=false`)).not.toHaveProperty('networks');
    // It is none of another channel.
    for (const channel of ['email', 'voice']) {
      const other = await served.send('GET', `/reports/${channel}/${campaign}`);
      expect(other).toMatchObject({ status: 404, body: { title: 'NotFound' } });
    }
  });

  test('of no campaign is not found', async () => {
    for (const channel of ['email', 'sms', 'voice']) {
      expect((await served.send('GET', `/reports/${channel}/none`)).status).toBe(404);
    }
  });
});
