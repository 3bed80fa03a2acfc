import { from, newEmail, newFax, newSms, newVoice, pdf, smsFrom, zip } from './campaign-steps.ts';
import type { CaseTable } from './case.ts';
import { awkwardText, newList } from './steps.ts';

export const campaignCreationCases: Pick<
  CaseTable,
  | 'createCampaignEmail'
  | 'createCampaignFAX'
  | 'createCampaignGroup'
  | 'createCampaignSMS'
  | 'createCampaignVoice'
> = {
  createCampaignEmail: [
    { name: 'success', run: async ({ client }) => (await newEmail(client)).campaign },
    {
      name: 'with every option',
      run: async ({ client }) =>
        client.createCampaignEmail({
          listID: String(await newList(client)),
          subject: awkwardText,
          from,
          internal_name: awkwardText,
          url: 'https://www.example.com/news?a=1&b=2',
          message: `<p>${awkwardText}</p>`,
          reply: from,
          file: null,
          link_view_top: true,
          link_remove_bottom: '1',
          link_print_top: 0,
        }),
    },
    {
      name: 'with senders by address and name',
      run: async ({ client }) =>
        client.createCampaignEmail({
          listID: await newList(client),
          subject: 'x',
          message: 'x',
          from_name: awkwardText,
          from_email: 'news@example.com',
          reply_name: '',
          reply_email: 'news@example.com',
        }),
    },
    {
      name: 'with an address that is no sender',
      fails: 'INVALID_FROM',
      run: async ({ client }) =>
        client.createCampaignEmail({
          listID: await newList(client),
          subject: 'x',
          message: 'x',
          from_email: 'nobody@example.com',
        }),
    },
    {
      name: 'from a file',
      run: async ({ client }) =>
        client.createCampaignEmail({
          listID: await newList(client),
          subject: 'x',
          from,
          file: zip,
        }),
    },
    {
      name: 'no such list',
      fails: 'LIST_NOT_FOUND',
      run: ({ client }) =>
        client.createCampaignEmail({ listID: 99, subject: 'x', from, message: 'x' }),
    },
    {
      name: 'no subject',
      fails: 'NO_SUBJECT',
      run: ({ client }) => newEmail(client, ''),
    },
    {
      name: 'nothing in it',
      fails: 'NO_MESSAGE',
      run: async ({ client }) =>
        client.createCampaignEmail({ listID: await newList(client), subject: 'x', from }),
    },
    {
      name: 'an empty file',
      fails: 'NO_ZIP_FILE',
      run: async ({ client }) =>
        client.createCampaignEmail({ listID: await newList(client), subject: 'x', from, file: '' }),
    },
    {
      name: 'an address that is none',
      fails: 'INVALID_URL',
      run: async ({ client }) =>
        client.createCampaignEmail({
          listID: await newList(client),
          subject: 'x',
          from,
          url: 'not an address',
        }),
    },
    {
      name: 'no such sender',
      fails: 'INVALID_FROM',
      run: async ({ client }) =>
        client.createCampaignEmail({
          listID: await newList(client),
          subject: 'x',
          from: '99',
          message: 'x',
        }),
    },
    {
      name: 'no such sender to reply to',
      fails: 'INVALID_REPLY',
      run: async ({ client }) =>
        client.createCampaignEmail({
          listID: await newList(client),
          subject: 'x',
          from,
          message: 'x',
          reply: '99',
        }),
    },
  ],
  createCampaignFAX: [
    { name: 'success', run: async ({ client }) => (await newFax(client)).campaign },
    {
      name: 'no file',
      fails: 'NO_FAX_FILE',
      run: async ({ client }) =>
        client.createCampaignFAX({ listID: await newList(client), subject: 'x' }),
    },
    {
      name: 'a file that is no PDF',
      fails: 'INVALID_FILE',
      run: async ({ client }) =>
        client.createCampaignFAX({ listID: await newList(client), subject: 'x', file: zip }),
    },
    {
      name: 'no list',
      fails: 'LIST_MISSING',
      run: ({ client }) => client.createCampaignFAX({ subject: 'x', file: pdf }),
    },
  ],
  createCampaignGroup: [
    { name: 'success', run: ({ client }) => client.createCampaignGroup({ name: awkwardText }) },
    {
      name: 'no name',
      fails: 'NAME_MISSING',
      run: ({ client }) => client.createCampaignGroup({ name: '' }),
    },
  ],
  createCampaignSMS: [
    { name: 'success', run: async ({ client }) => (await newSms(client)).campaign },
    {
      name: 'as long as it may be',
      run: async ({ client }) =>
        client.createCampaignSMS({
          listID: await newList(client),
          subject: 'x',
          from: smsFrom,
          message: '😀'.repeat(160),
          internal_name: null,
        }),
    },
    {
      name: 'too long',
      fails: 'MESSAGE_TOO_LONG',
      run: async ({ client }) =>
        client.createCampaignSMS({
          listID: await newList(client),
          subject: 'x',
          from: smsFrom,
          message: 'é'.repeat(161),
        }),
    },
    {
      name: 'no message',
      fails: 'NO_MESSAGE',
      run: async ({ client }) =>
        client.createCampaignSMS({
          listID: await newList(client),
          subject: 'x',
          from: smsFrom,
          message: '',
        }),
    },
    {
      name: 'the sender of another channel',
      fails: 'INVALID_FROM',
      run: async ({ client }) =>
        client.createCampaignSMS({
          listID: await newList(client),
          subject: 'x',
          from,
          message: 'x',
        }),
    },
  ],
  createCampaignVoice: [
    { name: 'success', run: async ({ client }) => (await newVoice(client)).campaign },
    {
      name: 'no file',
      fails: 'NO_AUDIO_FILE',
      run: async ({ client }) =>
        client.createCampaignVoice({ listID: await newList(client), subject: 'x' }),
    },
    {
      name: 'a file that is no recording',
      fails: 'INVALID_FILE',
      run: async ({ client }) =>
        client.createCampaignVoice({ listID: await newList(client), subject: 'x', file: '!' }),
    },
  ],
};
