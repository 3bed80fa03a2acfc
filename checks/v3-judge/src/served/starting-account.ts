import { EgoiClient } from '@egoi-client/core';
import { sandboxApiKey, type SandboxTransport, sandboxTransport } from '@egoi-client/sandbox';
import { campaignHash, contactId, right, sentCampaigns } from '../calls/judged-call.ts';
import { readOnlyKey } from '../calls/key-calls.ts';
import { requestOf } from '../calls/request-of.ts';

/**
 * An account that begins with what API v3 cannot make, the same each time: list `1` with a form, an extra
 * field, saved segments of which one uses the field, and automations; a contact to whom campaigns of each
 * channel were sent; and a sender of calls who is through with moderation.
 */
export async function startingAccount(): Promise<SandboxTransport> {
  const made = { subscriber: 0, campaign: 0 };
  let isStarting = true;
  const nextReference = (kind: keyof typeof made) => {
    made[kind] += 1;
    return kind === 'subscriber' ? contactId(made[kind]) : campaignHash(made[kind]);
  };
  const account = sandboxTransport({
    now: () => new Date('2026-11-26T10:00:00Z'),
    // What is there from the start does not shift the numbers of what the calls make.
    ids: (kind) => (isStarting ? nextReference(kind).replace('0', 'e') : nextReference(kind)),
    readOnlyApiKey: readOnlyKey,
    autobots: [
      { name: 'Welcome', list: 1 },
      { name: 'Birthday', list: 1 },
    ],
    forms: [{ title: 'Sign up', list: 1 }],
    // What is posted goes nowhere: the addresses are of no machine here.
    callbacks: 'off',
  });
  const client = new EgoiClient({ apiKey: sandboxApiKey, transport: account });
  await client.createList({ nome: 'News' });
  await client.addExtraField({ listID: 1, name: 'City', type: 'texto' });
  await client.createSegment({ listID: 1, name: 'Ruis', fields: { first_name: 'Rui' } });
  await client.createSegment({ listID: 1, name: 'Joes', fields: { first_name: 'Joe' } });
  await client.createSegment({ listID: 1, name: 'Porto', fields: { extra_1: 'Porto' } });
  await sendCampaigns(client, account);
  await addVoiceSender(account);
  isStarting = false;
  made.subscriber = 0;
  made.campaign = 0;
  return account;
}

async function sendCampaigns(client: EgoiClient, account: SandboxTransport): Promise<void> {
  const subscriber = 'first@example.com';
  const cellphone = '351-911111111';
  const listID = 1;
  await client.addSubscriber({ listID, email: subscriber, cellphone });
  const email = { listID, subject: 'Welcome', from: '1', message: '<p>Welcome</p>' };
  const campaign = sentCampaigns.email;
  await client.createCampaignEmail(email);
  await client.sendEmail({ listID, campaign, segment: 'all' });
  await account.recordEvent({ campaign, subscriber, event: 'view' });
  await account.recordEvent({
    campaign,
    subscriber,
    event: 'click',
    url: 'https://www.example.com/',
  });
  await client.createCampaignSMS({ listID, subject: 'Welcome', from: '2', message: 'Welcome' });
  await client.sendSMS({ listID, campaign: sentCampaigns.sms, segment: 'all' });
  const file = Buffer.from('ID3\u0004 hello', 'latin1').toString('base64');
  await client.createCampaignVoice({ listID, subject: 'Welcome', file });
  await client.sendCall({ listID, campaign: sentCampaigns.voice, cellphone });
}

async function addVoiceSender(account: SandboxTransport): Promise<void> {
  const file = Buffer.from('%PDF-1.7').toString('base64');
  const body = { phone: '351-210000000', file };
  const request = requestOf(right('createPhoneSender', { body }));
  await account.answerV3({
    ...request,
    body: request.body ?? '',
    apiKey: sandboxApiKey,
    filesUrl: 'http://localhost',
  });
  await account.moderateSender({ sender: 3, status: 'active' });
}
