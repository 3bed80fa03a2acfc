import type { EgoiClient } from '@egoi-client/core';
import type { SandboxTransport } from '@egoi-client/sandbox';
import { from, newEmail, newSms, newVoice, pdf, smsFrom } from '../../campaign-steps.ts';
import { addContact, addContacts, newList } from '../../steps.ts';
import type { V3Case } from '../run-v3-case.ts';

const cellphone = '351-912345678';
const recording = Buffer.from('ID3\u0004 hello', 'latin1').toString('base64');

/** Makes a campaign over API v3 and looks at it. */
const made = (method: string, name: string, content: object): V3Case => ({
  method,
  name,
  run: async ({ client }) => {
    await client.call(method, { listID: await newList(client), ...content });
    return client.getCampaigns();
  },
});

const email = { subject: 'News', from, message: '<p>Hello</p>' };
const sms = { subject: 'News', from: smsFrom, message: 'Hello' };
const voice = { subject: 'Call', file: recording };
const internal_name = 'Autumn';

const makingCases: readonly V3Case[] = [
  made('createCampaignEmail', 'without an internal name', email),
  made('createCampaignEmail', 'with a message and a file that is none', { ...email, file: pdf }),
  made('createCampaignSMS', 'without an internal name', sms),
  made('createCampaignSMS', 'with two names', { ...sms, internal_name }),
  made('createCampaignVoice', 'without an internal name', voice),
  made('createCampaignVoice', 'with two names', { ...voice, internal_name }),
];

/** Changes a campaign over API v3 and looks at it. */
const edited = (
  method: 'editCampaignEmail' | 'editCampaignSMS',
  name: string,
  changes: object,
): V3Case => ({
  method,
  name,
  run: async ({ client }) => {
    const make = method === 'editCampaignSMS' ? newSms : newEmail;
    const { campaign } = await make(client);
    await newList(client, 'another');
    await client.call(method, { campaign, ...changes });
    return client.getCampaigns();
  },
});

const editingCases: readonly V3Case[] = [
  edited('editCampaignEmail', 'in another list', { listID: 2, internal_name }),
  edited('editCampaignEmail', 'with an address that is none', { url: 'nowhere', internal_name }),
  edited('editCampaignSMS', 'in another list', {
    listID: 2,
    message: 'Good day',
    from: smsFrom,
  }),
];

/** A campaign that was sent to everybody, with the transport that sends it again. */
async function sentEmail(client: EgoiClient) {
  const { listID, campaign } = await newEmail(client);
  await addContacts(client, listID, 2);
  await client.sendEmail({ listID, campaign, segment: 'all' });
  return { listID, campaign };
}

/** Changes a campaign that was sent, for one send. */
const again = (name: string, changes: object): V3Case => ({
  method: 'sendEmail',
  name,
  run: async ({ client }, account) => {
    const sent = await firstSent(client, account, 'sendEmail');
    return client.sendEmail({ ...sent, email: 'c0@example.com', ...changes });
  },
});

async function firstSent(
  client: EgoiClient,
  account: SandboxTransport,
  method: 'sendEmail' | 'sendSMS',
) {
  const { campaign, listID } = await (method === 'sendSMS' ? newSms : newEmail)(client);
  await addContacts(client, listID, 2);
  await client.addSubscriber({ listID, cellphone });
  await client.call(method, { campaign, listID, segment: 'all' });
  await account.workOff();
  return { campaign, listID };
}

const smsAgain = (name: string, changes: object): V3Case => ({
  method: 'sendSMS',
  name,
  run: async ({ client }, account) => {
    const sent = await firstSent(client, account, 'sendSMS');
    return client.sendSMS({ ...sent, cellphone, ...changes });
  },
});

const sendingCases: readonly V3Case[] = [
  {
    method: 'sendEmail',
    name: 'with a subject of its own',
    run: async ({ client }) => {
      const { listID, campaign } = await newEmail(client);
      await addContact(client, listID);
      await client.sendEmail({ listID, campaign, email: 'ana@example.com', subject: 'Other' });
      return client.getCampaigns();
    },
  },
  {
    method: 'sendEmail',
    name: 'to two addresses, of which one is nobody',
    run: async ({ client }) => {
      const { listID, campaign } = await newEmail(client);
      await addContact(client, listID);
      const addresses = ['ana@example.com', 'nobody@example.com'];
      return client.sendEmail({ listID, campaign, email: addresses });
    },
  },
  again('again, with a subject', { subject: 'Other' }),
  again('again, with a sender', { fromID: from }),
  again('again, with a header and footer', { header_footer_template: '1' }),
  smsAgain('again, with a message', { message: 'Good day' }),
  smsAgain('again, with a sender', { fromID: smsFrom }),
  smsAgain('again, with a sender by its text', { from: '351-912345678' }),
  {
    method: 'sendSMS',
    name: 'directly, with two names',
    run: async ({ client }) => {
      const listID = await newList(client);
      const direct = { listID, cellphone, message: 'Hello', subject: 'News', fromID: smsFrom };
      await client.sendSMS({ ...direct, internal_title: 'inside' });
      return client.getCampaigns();
    },
  },
  {
    method: 'sendSMS',
    name: 'to a list without numbers',
    run: async ({ client }) => client.sendSMS({ ...(await newSms(client)), segment: 'all' }),
  },
  {
    method: 'sendCall',
    name: 'to a list without numbers',
    run: async ({ client }) => client.sendCall({ ...(await newVoice(client)), segment: 'all' }),
  },
];

const reportCases: readonly V3Case[] = [
  {
    method: 'getReport',
    name: 'of an e-mail that was read',
    run: async ({ client }, account) => {
      const { campaign } = await sentEmail(client);
      const subscriber = 'c0@example.com';
      for (const event of ['view', 'view', 'click'] as const) {
        await account.recordEvent({ campaign, subscriber, event });
      }
      await account.recordEvent({ campaign, subscriber: 'c1@example.com', event: 'bounce' });
      return client.getReport({ campaign });
    },
  },
  {
    method: 'getReport',
    name: 'of an SMS',
    run: async ({ client }, account) => {
      const { campaign } = await firstSent(client, account, 'sendSMS');
      return client.getReport({ campaign });
    },
  },
];

export const campaignCases: readonly V3Case[] = [
  ...makingCases,
  ...editingCases,
  ...sendingCases,
  ...reportCases,
];
