import type { EgoiClient, EgoiErrorCode } from '@egoi-client/core';
import { ana, byFail, byInput, inList, type Provocation } from './provocation.ts';

const email = { subject: 'News', from: '1', message: '<p>Hello</p>' };
const sms = { subject: 'News', from: '2', message: 'Hello' };
const noSuchSender = '99';

const newEmail = async (client: EgoiClient, listID: number) =>
  (await client.createCampaignEmail({ ...email, listID })).ID;

/** Codes of campaigns, sends, senders and reports. */
export const campaignProvocations = {
  NO_MESSAGE: inList(({ client }, listID) =>
    client.createCampaignSMS({ ...sms, listID, message: '' }),
  ),
  NO_SUBJECT: inList(({ client }, listID) =>
    client.createCampaignSMS({ ...sms, listID, subject: '' }),
  ),
  MESSAGE_TOO_LONG: inList(({ client }, listID) =>
    client.createCampaignSMS({ ...sms, listID, message: 'a'.repeat(161) }),
  ),
  MESSAGE_TO_LONG: byFail('sendSMS', 'MESSAGE_TO_LONG', { listID: 1 }),
  INVALID_URL: inList(({ client }, listID) =>
    client.createCampaignEmail({ ...email, listID, url: 'ftp://example.com/news' }),
  ),
  INVALID_FROM: inList(({ client }, listID) =>
    client.createCampaignEmail({ ...email, listID, from: noSuchSender }),
  ),
  INVALID_REPLY: inList(({ client }, listID) =>
    client.createCampaignEmail({ ...email, listID, reply: noSuchSender }),
  ),
  NO_ZIP_FILE: inList(({ client }, listID) =>
    client.createCampaignEmail({ listID, subject: 'News', from: '1', file: '' }),
  ),
  NO_AUDIO_FILE: inList(({ client }, listID) =>
    client.createCampaignVoice({ listID, subject: 'News' }),
  ),
  NO_FAX_FILE: inList(({ client }, listID) =>
    client.createCampaignFAX({ listID, subject: 'News' }),
  ),
  FILE_TOO_LARGE: inList(
    ({ client }, listID) =>
      client.createCampaignFAX({ listID, subject: 'News', file: 'A'.repeat(4096) }),
    { options: { maxFileBytes: 1024 } },
  ),
  INVALID_FILE: inList(({ client }, listID) =>
    client.createCampaignFAX({ listID, subject: 'News', file: 'bm8gUERG' }),
  ),
  NO_CAMPAIGN: byInput(({ client }) => client.deleteCampaign({ campaign: '' })),
  CAMPAIGN_NOT_FOUND: byInput(({ client }) => client.deleteCampaign({ campaign: '0'.repeat(32) })),
  ALREADY_DELETED: inList(async ({ client }, listID) => {
    const campaign = await newEmail(client, listID);
    await client.deleteCampaign({ campaign });
    return client.deleteCampaign({ campaign });
  }),
  CANNOT_BE_DELETED: inList(async ({ client, sandbox }, listID) => {
    const campaign = await sandbox.addTriggeredCampaign({ listID, subject: 'Welcome' });
    return client.deleteCampaign({ campaign });
  }),
  CANNOT_EDIT_CAMPAIGN: inList(async ({ client }, listID) => {
    const campaign = await newEmail(client, listID);
    return client.editCampaignSMS({ campaign, subject: 'Other news' });
  }),
  CAMPAIGN_NOT_VALID: inList(async ({ client }, listID) => {
    const campaign = await newEmail(client, listID);
    return client.sendFAX({ campaign, listID, segment: 'all' });
  }),
  NO_SUBSCRIBERS: inList(async ({ client }, listID) => {
    const campaign = await newEmail(client, listID);
    return client.sendEmail({ campaign, listID, segment: 'all' });
  }),
  SUBSCRIBER_NOT_ACTIVE: inList(async ({ client }, listID) => {
    const campaign = await newEmail(client, listID);
    await client.addSubscriber({ listID, email: ana, status: 4 });
    return client.sendEmail({ campaign, listID, email: ana });
  }),
  INVALID_OPTION: inList(async ({ client }, listID) => {
    const campaign = await newEmail(client, listID);
    await client.addSubscriber({ listID, email: ana });
    return client.sendEmail({ campaign, listID, email: ana, header_footer_template: '99' });
  }),
  NO_CELLPHONE: inList(({ client }, listID) =>
    client.sendSMS({ listID, message: 'Hello', fromID: '2', subject: 'News', cellphone: '' }),
  ),
  NO_CELLPHONE_OR_TELEPHONE: inList(async ({ client }, listID) => {
    const file = Buffer.from('ID3').toString('base64');
    const { ID } = await client.createCampaignVoice({ listID, subject: 'News', file });
    return client.sendCall({ listID, campaign: ID });
  }),
  CHANNEL_MISSING: byInput(({ client }) => client.addSender({ sender: ana })),
  SENDER_MISSING: byInput(({ client }) => client.addSender({ channel: 'email' })),
  SENDER_EXISTS: byInput(async ({ client }) => {
    await client.addSender({ channel: 'email', sender: ana });
    return client.addSender({ channel: 'email', sender: ana });
  }),
  FILE_SENDER_MISSING: byInput(({ client }) =>
    client.addSender({ channel: 'telemovel', sender: '351-919999999' }),
  ),
  SENDER_NOT_EXISTS: byInput(({ client }) =>
    client.deleteSender({ channel: 'email', fromID: noSuchSender }),
  ),
  CNAME_MISSING: byInput(({ client }) => client.addCname()),
  NO_TEMPLATE_PROVIDED: inList(({ client }, listID) =>
    client.generateAdvancedReport({ lists: [listID] }),
  ),
  TEMPLATE_NOT_FOUND: inList(({ client }, listID) =>
    client.generateAdvancedReport({ template: 99, lists: [listID] }),
  ),
  NO_LISTS_OR_CAMPAIGNS_PROVIDED: byInput(({ client }) =>
    client.generateAdvancedReport({ template: 1 }),
  ),
  NO_LISTS_PROVIDED: byInput(({ client }) =>
    client.generateAdvancedReport({ template: 1, lists: '' }),
  ),
  NO_LISTS_PROVIDED_AS_ARRAY: inList(({ client }, listID) =>
    client.generateAdvancedReport({ template: 1, lists: listID }),
  ),
  NO_CAMPAIGNS_PROVIDED: byInput(({ client }) =>
    client.generateAdvancedReport({ template: 1, campaigns: '' }),
  ),
  NO_CAMPAIGNS_PROVIDED_AS_ARRAY: inList(async ({ client }, listID) =>
    client.generateAdvancedReport({ template: 1, campaigns: await newEmail(client, listID) }),
  ),
  INVALID_CAMPAIGN_ID_PROVIDED_IN_ARRAY: byInput(({ client }) =>
    client.generateAdvancedReport({ template: 1, campaigns: ['0'.repeat(32)] }),
  ),
  CANT_GENERATE_ADVANCED_REPORT: byInput(({ client }) =>
    client.generateAdvancedReport({ template: 1, lists: [99] }),
  ),
  NO_DATA: inList(async ({ client }, listID) =>
    client.getReport({ campaign: await newEmail(client, listID) }),
  ),
} as const satisfies Partial<Record<EgoiErrorCode, Provocation>>;
