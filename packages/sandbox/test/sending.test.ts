import type { WireObject } from '@egoi-client/core';
import { describe, expect, test } from '@jest/globals';
import { ana, openAccount, openFilledAccount, rui } from './account.ts';
import { email, hashOf, mp3, pdf, sms } from './campaign-codes.ts';

const moment = '2025-03-04 05:06:07';
const campaign = hashOf(1);

async function openWithCampaign(method = 'createCampaignEmail', params: WireObject = email) {
  const account = await openFilledAccount();
  await account.ask(method, params);
  return account;
}

describe('an e-mail', () => {
  test('puts one message for each recipient into the outbox', async () => {
    const { ask, struct, sandbox } = await openWithCampaign();
    const data = (subscriber: string) => struct('subscriberData', { listID: 1, subscriber });
    const uid = ((await data(ana))['subscriber'] as WireObject)['UID'];
    const params = { campaign, listID: '1', email: [ana, 'ANA@example.com', rui] };
    expect(await ask('sendEmail', params)).toEqual({ ID: campaign });
    const outbox = await sandbox.outbox();
    expect(outbox[0]).toEqual({
      campaign,
      channel: 'email',
      list: 1,
      moment,
      subscriber: uid,
      address: ana,
      sender: 'news@example.com',
      senderName: '',
      subject: 'News',
      body: '<p>Hello</p>',
      url: '',
      file: null,
      template: null,
    });
    expect(outbox.map(({ address }) => address)).toEqual([ana, rui]);
    expect(await data(ana)).toMatchObject({ subscriber: { EMAIL_SENT: '1', SMS_SENT: '0' } });
  });

  test('takes subject, sender and template of the call before those of the campaign', async () => {
    const { ask, sandbox } = await openWithCampaign();
    await ask('addSender', { channel: 'email', sender: 'sales@example.com' });
    const overrides = { fromID: '3', subject: 'Today', header_footer_template: '2' };
    await ask('sendEmail', { campaign, listID: 1, email: ana, ...overrides });
    await ask('editSender', { channel: 'email', fromID: 3, sender: 'other@example.com' });
    expect(await sandbox.outbox()).toMatchObject([
      { sender: 'sales@example.com', subject: 'Today', template: 2 },
    ]);
  });

  test.each<[string, WireObject, string[]]>([
    ['a UID', { uid: '6c66c8cc9d', email: '' }, [ana]],
    ['one address as text', { email: rui, uid: '' }, [rui]],
    ['everyone in capitals', { segment: 'ALL', uid: '', email: '' }, [ana, rui]],
  ])('goes to %s', async (_name, recipients, addresses) => {
    const { ask, sandbox } = await openWithCampaign();
    expect(await ask('sendEmail', { campaign, listID: 1, ...recipients })).toEqual({
      ID: campaign,
    });
    expect((await sandbox.outbox()).map(({ address }) => address)).toEqual(addresses);
  });

  test('may name its sender and reply-to by address and name', async () => {
    const { ask, sandbox } = await openFilledAccount();
    const { from: _, ...contents } = email;
    const senders = {
      from_name: 'The shop',
      from_email: 'NEWS@example.com',
      reply_name: 'Help',
      reply_email: 'news@example.com',
    };
    expect(await ask('createCampaignEmail', { ...contents, ...senders })).toEqual({ ID: campaign });
    await ask('editCampaignEmail', { campaign, from_name: 'The new shop' });
    await ask('sendEmail', { campaign, listID: 1, uid: '6c66c8cc9d' });
    expect(await sandbox.outbox()).toMatchObject([
      { sender: 'news@example.com', senderName: 'The new shop' },
    ]);
    expect((await sandbox.snapshot()).campaigns).toMatchObject([
      { sender: 1, reply: 1, reply_name: 'Help' },
    ]);
    for (const [wrong, code] of [
      [{ ...senders, from_email: 'other@example.com' }, 'INVALID_FROM'],
      [{ from_name: 'The shop' }, 'INVALID_FROM'],
      [{ ...senders, reply_email: 'other@example.com' }, 'INVALID_REPLY'],
    ] as const) {
      expect(await ask('createCampaignEmail', { ...contents, ...wrong })).toEqual({ ERROR: code });
    }
  });

  test('to everyone reaches active contacts with an address only', async () => {
    const { ask, sandbox } = await openWithCampaign();
    await ask('addSubscriber', { listID: 1, cellphone: '351-955555555' });
    await ask('addSubscriber', { listID: 1, email: 'inactive@example.com', status: 4 });
    await ask('sendEmail', { campaign, listID: 1, segment: 'all' });
    expect((await sandbox.outbox()).map(({ address }) => address)).toEqual([ana, rui]);
  });

  test('to segments reaches each of their contacts once', async () => {
    const { ask, sandbox } = await openWithCampaign();
    const first = { listID: 1, name: 'First', fields: { first_name: 'Ana' } };
    expect(await ask('createSegment', first)).not.toHaveProperty('ERROR');
    await ask('createSegment', { listID: 1, name: 'Active', fields: { status: 1 } });
    await ask('sendEmail', { campaign, listID: 1, segment: 'First' });
    expect((await sandbox.outbox()).map(({ address }) => address)).toEqual([ana]);
    await ask('sendEmail', { campaign, listID: 1, segment: ['First', 'Active'] });
    expect((await sandbox.outbox()).map(({ address }) => address)).toEqual([ana, ana, rui]);
  });

  test('that is refused leaves nothing in the outbox', async () => {
    const { ask, sandbox } = await openWithCampaign();
    await ask('sendEmail', { campaign, listID: 1, email: [ana, 'nobody@example.com'] });
    await ask('sendEmail', { campaign, listID: 2, segment: 'all' });
    expect(await sandbox.outbox()).toEqual([]);
    expect((await sandbox.snapshot()).campaigns).toMatchObject([{ status: 'standby' }]);
  });

  test('may go out again; then it ended later', async () => {
    let hour = 0;
    const { ask, sandbox } = await openFilledAccount({
      now: () => new Date(Date.UTC(2025, 0, 1, (hour += 1))),
    });
    await ask('createCampaignEmail', email);
    await ask('sendEmail', { campaign, listID: 1, email: ana });
    await ask('sendEmail', { campaign, listID: 1, email: rui });
    const [{ started, ended } = { started: '', ended: '' }] = (await sandbox.snapshot()).campaigns;
    expect(String(started) < String(ended)).toBe(true);
    expect(await sandbox.outbox()).toHaveLength(2);
  });

  test('outlives its list in the outbox', async () => {
    const { ask, sandbox } = await openWithCampaign();
    await ask('sendEmail', { campaign, listID: 1, email: ana });
    await ask('deleteList', { listID: 1 });
    expect(await sandbox.outbox()).toMatchObject([{ list: 1, address: ana }]);
  });
});

describe('an SMS', () => {
  const direct = { listID: 1, message: 'Hello', subject: 'Direct', fromID: '2' };

  test('without a campaign makes one', async () => {
    const { ask, sandbox } = await openFilledAccount();
    const sent = await ask('sendSMS', { ...direct, cellphone: '351-999999999' });
    expect(sent).toEqual({ ID: campaign, CAMPAIGN: campaign });
    expect(await sandbox.outbox()).toMatchObject([
      { subscriber: null, address: '351-999999999', body: 'Hello', channel: 'sms_premium' },
    ]);
    expect(await ask('getCampaigns')).toMatchObject([
      { HASH: campaign, SUBJECT: 'Direct', CHANNEL: 'sms_premium', STATUS: 'finished' },
    ]);
  });

  test('to the number of a contact counts for the contact', async () => {
    const { ask, sandbox } = await openFilledAccount();
    await ask('sendSms', { ...direct, cellphone: ['911111111', '351-911111111'] });
    expect(await sandbox.outbox()).toHaveLength(1);
    expect(await ask('subscriberData', { listID: 1, subscriber: rui })).toMatchObject({
      subscriber: { SMS_SENT: '1', SMS_DELIVERED: '1', EMAIL_SENT: '0' },
    });
  });

  test.each([{ from: '351-912345678' }, { from: '2' }])('takes a sender as %p', async (from) => {
    const { ask } = await openFilledAccount();
    const params = { ...direct, ...from, fromID: null, cellphone: '351-999999999' };
    expect(await ask('sendSMS', params)).toHaveProperty('CAMPAIGN');
  });

  test('of a campaign may have another text and title', async () => {
    const { ask, sandbox } = await openWithCampaign('createCampaignSMS', sms);
    const params = { campaign, listID: 1, segment: 'all', message: 'Other', subject: 'Title' };
    expect(await ask('sendSMS', params)).toEqual({ ID: campaign });
    expect(await sandbox.outbox()).toMatchObject([
      { address: '351-911111111', body: 'Other', subject: 'Title', sender: '351-912345678' },
    ]);
  });

  test('to a contact who has only a telephone misses the mobile', async () => {
    const { ask } = await openFilledAccount();
    await ask('editSubscriber', { listID: 1, subscriber: rui, cellphone: '' });
    expect(await ask('sendSMS', { ...direct, subscriber: rui })).toEqual({ ERROR: 'NO_CELLPHONE' });
  });
});

test('a fax and a call carry their files to the numbers of contacts', async () => {
  const { ask, sandbox } = await openFilledAccount();
  await ask('createCampaignFAX', { listID: 1, subject: 'Fax', file: pdf });
  await ask('createCampaignVoice', { listID: 1, subject: 'Call', file: mp3 });
  expect(await ask('sendFAX', { campaign, segment: 'all' })).toEqual({ ID: campaign });
  await ask('sendCall', { campaign: hashOf(2), subscriber: [rui] });
  await ask('sendCall', { campaign: hashOf(2), telephone: '351-222222222' });
  const addresses = [
    ['fax', '351-233333333', pdf],
    ['voice', '351-911111111', mp3],
    ['voice', '351-222222222', mp3],
  ];
  expect(await sandbox.outbox()).toMatchObject(
    addresses.map(([channel, address, file]) => ({ channel, address, file })),
  );
});

test('a mailing to 50,000 contacts is sent whole, and its outbox shares the texts', async () => {
  const { ask, sandbox } = openAccount({ contacts: 50_000 });
  await ask('createCampaignEmail', { ...email, message: 'x'.repeat(100_000) });
  expect(await ask('sendEmail', { campaign, listID: 1, segment: 'all' })).toEqual({ ID: campaign });
  const outbox = await sandbox.outbox();
  expect(outbox).toHaveLength(50_000);
  expect(outbox.at(-1)).toMatchObject({ address: 'contact0050000@example.com' });
  expect(await ask('getReport', { campaign })).toMatchObject({ SENT: '50000' });
  const query = { listID: 1, subscriber: 'all_subscribers', start: 49_999 };
  expect(await ask('subscriberData', query)).toMatchObject({ subscriber: [{ EMAIL_SENT: '1' }] });
});
