import { EgoiConfigError } from '@egoi-client/core';
import type { CampaignEvent } from '@egoi-client/sandbox';
import { describe, expect, test } from '@jest/globals';
import { ana, openFilledAccount, rui } from './account.ts';
import { email, hashOf, sms } from './campaign-codes.ts';

const campaign = hashOf(1);

/** An account whose campaign went to ana and to rui. */
async function openSent() {
  const account = await openFilledAccount();
  await account.ask('createCampaignEmail', email);
  await account.ask('sendEmail', { campaign, listID: 1, segment: 'all' });
  return account;
}

describe('a report', () => {
  test('counts what was sent and nothing else at first', async () => {
    const { ask } = await openSent();
    expect(await ask('getReport', { campaign })).toEqual({
      HASH: campaign,
      SENT: '2',
      VIEWS: 0,
      UNIQUE_VIEWS: 0,
      RETURNED: 0,
      RECOMENDATIONS: 0,
      RECOMENDATIONS_SUCCESS: 0,
      FACEBOOK_LIKE: 0,
      FACEBOOK_SHARE: 0,
      GOOGLE_BUZZES: 0,
      TWEETS: 0,
      OTHER_SOCIAL: 0,
      CLICKS_RATE: 0,
      TOTAL_REMOVES: 0,
      UNIQUE_CLICKS: 0,
      CLICKS_SUB: 0,
      COMPLAIN_RATE: 0,
      COMPLAIN: 0,
      NOT_OPENED: 2,
      LINKS_CAMPAIGN: [],
      UNIQUE_LINKS: [],
      PROGRAMS_TOTALS: { email_client: {}, webmail: {}, mobile: {} },
      TOP_COUNTRY: [],
      TOP_CITY: [],
      TOTAL_COUNTRY: 0,
      TOTAL_CITY: 0,
    });
  });

  test('counts the events that were recorded', async () => {
    const { ask, sandbox } = await openSent();
    const events = ['view', 'view', 'click', 'click', 'complaint', 'remove'] as const;
    for (const event of events) await sandbox.recordEvent({ campaign, subscriber: ana, event });
    await sandbox.recordEvent({ campaign, subscriber: rui, event: 'bounce' });
    await sandbox.recordEvent({ campaign, subscriber: rui, event: 'view' });
    expect(await ask('getReport', { campaign })).toMatchObject({
      SENT: '2',
      VIEWS: 3,
      UNIQUE_VIEWS: 2,
      RETURNED: 1,
      CLICKS_RATE: 0.5,
      TOTAL_REMOVES: 1,
      UNIQUE_CLICKS: 1,
      CLICKS_SUB: 2,
      COMPLAIN: 1,
      COMPLAIN_RATE: 0.5,
      NOT_OPENED: 0,
    });
  });

  test('of an SMS tells what was delivered', async () => {
    const { ask, sandbox } = await openFilledAccount();
    await ask('createCampaignSMS', sms);
    await ask('sendSMS', { campaign, listID: 1, cellphone: ['351-911111111', '351-900000000'] });
    await sandbox.recordEvent({ campaign, subscriber: rui, event: 'bounce' });
    expect(await ask('getReport', { campaign })).toMatchObject({
      SENT: '2',
      DELIVERED: 1,
      NOT_DELIVERED: 1,
      INVALID: 0,
      NETWORKS: [],
    });
    expect(await ask('subscriberData', { listID: 1, subscriber: rui })).toMatchObject({
      subscriber: { SMS_SENT: '1', SMS_DELIVERED: '0', BOUNCES: '0' },
    });
  });

  test('stays when its list is deleted', async () => {
    const { ask, sandbox } = await openSent();
    await sandbox.recordEvent({ campaign, subscriber: ana, event: 'view' });
    await ask('deleteList', { listID: 1 });
    expect(await ask('getReport', { campaign })).toMatchObject({ SENT: '2', UNIQUE_VIEWS: 1 });
  });
});

describe('a recorded event', () => {
  test('is counted for the contact and told as activity', async () => {
    const { ask, sandbox } = await openSent();
    const events = ['view', 'click', 'bounce'] as const;
    for (const event of events) await sandbox.recordEvent({ campaign, subscriber: ana, event });
    const query = { listID: 1, subscriber: ana };
    expect(await ask('subscriberData', query)).toMatchObject({
      subscriber: { EMAIL_SENT: '1', EMAIL_VIEWS: '1', CLICKS: '1', BOUNCES: '1' },
    });
    const told = JSON.stringify(await ask('getSubscriberActivity', query));
    for (const action of ['sent', ...events]) expect(told).toContain(`"${action}"`);
    expect(told).toContain(campaign);
  });

  test('of a removal removes the contact', async () => {
    const { ask, sandbox } = await openSent();
    await sandbox.recordEvent({ campaign, subscriber: ana, event: 'remove' });
    expect(await ask('subscriberData', { listID: 1, subscriber: ana })).toMatchObject({
      subscriber: { STATUS: 2, REMOVE_METHOD: 'campaign', REMOVE_DATE: '2025-03-04 05:06:07' },
    });
    expect(await ask('getLists', { listID: 1 })).toMatchObject([{ subs_activos: '1' }]);
  });

  test.each<CampaignEvent>([
    { campaign: hashOf(9), subscriber: ana, event: 'view' },
    { campaign, subscriber: 'nobody@example.com', event: 'view' },
    { campaign, subscriber: 'eva@example.com', event: 'view' },
    { campaign, subscriber: ana, event: 'sent' as 'view' },
  ])('that cannot have happened is refused: %p', async (event) => {
    const { ask, sandbox } = await openSent();
    const before = await ask('getReport', { campaign });
    await expect(sandbox.recordEvent(event)).rejects.toBeInstanceOf(EgoiConfigError);
    expect(await ask('getReport', { campaign })).toEqual(before);
  });

  test('of a second removal is refused', async () => {
    const { sandbox } = await openSent();
    const removal = { campaign, subscriber: ana, event: 'remove' } as const;
    await sandbox.recordEvent(removal);
    await expect(sandbox.recordEvent(removal)).rejects.toThrow('removed already');
  });
});

test('an advanced report has a line for each list and campaign, as they were', async () => {
  const { ask } = await openSent();
  const params = { template: '1', lists: { '0': 1, '1': '2' }, campaigns: [campaign] };
  expect(await ask('generateAdvancedReport', params)).toEqual({ ID: '1' });
  const lines = [
    { LISTNUM: '1', SUBSCRIBERS: '2', SENT: '2' },
    { LISTNUM: '2', SUBSCRIBERS: '0', SENT: '0' },
    { LISTNUM: '1', HASH: campaign, SENT: '2' },
  ];
  await ask('sendEmail', { campaign, listID: 1, email: ana });
  expect(await ask('getAdvancedReport', { report: '1' })).toEqual(lines);
  expect(await ask('getAdvancedReport', {})).toEqual({ ERROR: 'NO_DATA' });
});

test('nothing is sent, recorded or told once the sandbox is closed', async () => {
  const { sandbox } = await openSent();
  await sandbox.close();
  const event = { campaign, subscriber: ana, event: 'view' } as const;
  await expect(sandbox.recordEvent(event)).rejects.toThrow('closed');
  await expect(sandbox.outbox()).rejects.toThrow('closed');
  await expect(sandbox.addTriggeredCampaign({ listID: 1, subject: 'x' })).rejects.toThrow('closed');
});
