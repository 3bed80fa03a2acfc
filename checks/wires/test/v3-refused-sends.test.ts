import { EgoiClient } from '@egoi-client/core';
import { sandboxApiKey } from '@egoi-client/sandbox';
import { v3Transport } from '@egoi-client/transport-v3';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { serveAccount, type ServedAccount } from './v3-served.ts';

let served: ServedAccount;
let client: EgoiClient;
let campaigns: Readonly<Record<'email' | 'sms', string>>;

beforeEach(async () => {
  served = await serveAccount();
  const transport = v3Transport({
    endpoint: `${served.origin}/v3`,
    allowLosses: ['editApiCallback.callback_url'],
  });
  client = new EgoiClient({ apiKey: sandboxApiKey, transport });
  const { v2 } = served;
  await v2.createList({ nome: 'News' });
  const contact = { listID: 1, email: 'ana@example.com', cellphone: '351-912345678' };
  await v2.addSubscriber({ ...contact, status: 4 });
  const about = { listID: 1, subject: 'Hello', internal_name: 'Hello', message: 'Hello' };
  const email = await v2.createCampaignEmail({ ...about, from: '1' });
  const sms = await v2.createCampaignSMS({ ...about, from: '2' });
  campaigns = { email: email.ID, sms: sms.ID };
});

afterEach(async () => {
  await client.close();
  await served.close();
});

const ana = { listID: 1, email: 'ana@example.com' };
const number = { listID: 1, cellphone: '351-912345678' };

test.each([
  ['email', 'a contact who gets nothing any more', ana, 'SUBSCRIBER_NOT_ACTIVE'],
  ['email', 'an address of nobody', { ...ana, email: 'x@example.com' }, 'SUBSCRIBER_NOT_FOUND'],
  ['email', 'a list that is not there', { listID: 9, segment: 'all' }, 'LIST_NOT_FOUND'],
  ['email', 'a segment that is not there', { listID: 1, segment: 'x' }, 'SEGMENT_NOT_FOUND'],
  ['sms', 'the number of a contact who gets nothing', number, 'SUBSCRIBER_NOT_ACTIVE'],
  ['sms', 'a list that is not there', { ...number, listID: 9 }, 'LIST_NOT_FOUND'],
  ['sms', 'everybody on such a list', { listID: 9, segment: 'all' }, 'LIST_NOT_FOUND'],
] as const)(
  'a campaign by %s to %s is refused as over v2, and stays as it was',
  async (channel, _whom, whom, code) => {
    const method = channel === 'email' ? 'sendEmail' : 'sendSMS';
    const change = channel === 'email' ? { subject: 'Better' } : { message: 'Better' };
    const before = await served.account.snapshot();
    for (const changes of [{}, change]) {
      const params = { campaign: campaigns[channel], ...whom, ...changes };
      await expect(served.v2.call(method, params)).rejects.toMatchObject({ code });
      await expect(client.call(method, params)).rejects.toMatchObject({ code });
    }
    await served.account.workOff();
    expect(await served.account.snapshot()).toEqual(before);
    expect(await served.account.outbox()).toEqual([]);
  },
);

test('an order that is refused after the change says that the campaign was changed', async () => {
  served.account.failV3('actionSendEmail', { status: 422, errors: { subject: ['no'] } });
  const order = { campaign: campaigns.email, listID: 1, segment: 'all', subject: 'Better' };
  await expect(client.call('sendEmail', order)).rejects.toMatchObject({
    kind: 'partial',
    done: [`changes of campaign ${campaigns.email}`],
    missing: ['send 1 of 1'],
  });
});

test.each([{ notif_api_9: 0 }, { notif_api_6: 1 }])(
  'a list that is not there has no callback to change: %j',
  async (events) => {
    const wanted = { listID: 9, callback_url: 'http://127.0.0.1:9/', ...events };
    const code = 'LIST_NOT_FOUND';
    await expect(served.v2.call('editApiCallback', wanted)).rejects.toMatchObject({ code });
    await expect(client.call('editApiCallback', wanted)).rejects.toMatchObject({ code });
  },
);
