import { campaignHash, noCampaign, refused, right, wrong } from './judged-call.ts';

const mail = {
  list_id: 1,
  internal_name: 'Spring mail',
  subject: 'Spring',
  sender_id: 1,
  content: { type: 'html', body: '<p>Spring</p>', plain_text: 'Spring', snippet: 'S' },
} as const;
const toAll = { list_id: 1, segments: { type: 'none' } } as const;
const later = '2026-12-24 10:00:00';

/** Campaigns: the first two are e-mails, then two SMS, then two calls. */
export const campaignCalls = [
  right('createEmailCampaign', { body: mail }),
  right('createEmailCampaign', {
    body: {
      ...mail,
      internal_name: 'Web mail',
      content: { type: 'html', body: '<p>Web</p>' },
      header_footer: { footer_links: { unsubscribe: true, view_web: false } },
    },
  }),
  refused('createEmailCampaign', { body: { ...mail, list_id: 99 } }, 404),
  wrong('createEmailCampaign', { body: { ...mail, internal_name: undefined } }),
  wrong('createEmailCampaign', { body: { ...mail, content: { type: 'html' } } }),
  wrong('createEmailCampaign', { body: { ...mail, content: { type: 'pdf', body: '' } } }),
  right('patchEmailCampaign', {
    campaign_hash: campaignHash(1),
    body: { subject: 'Spring is here', content: { body: '<p>Here</p>' } },
  }),
  refused('patchEmailCampaign', { campaign_hash: noCampaign, body: { subject: 'S' } }, 404),
  wrong('patchEmailCampaign', { campaign_hash: campaignHash(1), body: { subject: ['S'] } }),
  right('getAllCampaigns', { limit: 10, channel: 'email', order: 'asc' }),
  right('getAllCampaigns', { campaign_hash: campaignHash(1) }),
  wrong('getAllCampaigns', { channel: 'pigeon' }),
  wrong('getAllCampaigns', { limit: 1001 }),
  right(
    'actionSendEmail',
    { campaign_hash: campaignHash(1), body: { ...toAll, unique_contacts_only: false } },
    { worksOff: true },
  ),
  right('actionSendEmail', {
    campaign_hash: campaignHash(2),
    body: { list_id: 1, segments: { type: 'segment', data: ['tag_1'] }, schedule_date: later },
  }),
  refused('actionSendEmail', { campaign_hash: noCampaign, body: toAll }, 404),
  wrong('actionSendEmail', { campaign_hash: campaignHash(2), body: { list_id: 1 } }),
  wrong('actionSendEmail', {
    campaign_hash: campaignHash(2),
    body: { list_id: 1, segments: { type: 'everybody' } },
  }),
  right('createSmsCampaign', {
    body: {
      list_id: 1,
      internal_name: 'Spring SMS',
      sender_id: 2,
      content: { type: 'text', message: 'Spring' },
      options: { encoding: 'gsm', max_messages: 1 },
    },
  }),
  right('createSmsCampaign', {
    body: {
      list_id: 1,
      internal_name: 'Late SMS',
      sender_id: 2,
      content: { type: 'text', message: 'Late' },
    },
  }),
  wrong('createSmsCampaign', {
    body: { list_id: 1, internal_name: 'SMS', content: { type: 'text' } },
  }),
  right('patchSmsCampaign', {
    campaign_hash: campaignHash(3),
    body: { content: { message: 'Spring is here' } },
  }),
  refused('patchSmsCampaign', { campaign_hash: noCampaign, body: { internal_name: 'S' } }, 404),
  wrong('patchSmsCampaign', {
    campaign_hash: campaignHash(3),
    body: { options: { max_messages: 'all' } },
  }),
  right(
    'actionSendSms',
    { campaign_hash: campaignHash(3), body: { ...toAll, destination_field: 'cellphone' } },
    { worksOff: true },
  ),
  right(
    'actionSendSms',
    {
      campaign_hash: campaignHash(4),
      body: {
        list_id: 1,
        destination_field: 'cellphone',
        segments: { type: 'contact', data: '351-912345678' },
      },
    },
    { worksOff: true },
  ),
  refused(
    'actionSendSms',
    { campaign_hash: noCampaign, body: { ...toAll, destination_field: 'cellphone' } },
    404,
  ),
  wrong('actionSendSms', {
    campaign_hash: campaignHash(4),
    body: {
      list_id: 1,
      destination_field: 'cellphone',
      segments: { type: 'contact', data: '+351912345678' },
    },
  }),
  right('createVoiceCampaign', {
    body: {
      list_id: 1,
      internal_name: 'Spring call',
      sender_id: 3,
      content: { type: 'audio', audio: 'SUQzBCBoZWxsbw==' },
    },
  }),
  right('createPhoneSender', { body: { phone: '351-222333666', file: 'JVBERi0xLjQ=' } }),
  refused(
    'createVoiceCampaign',
    {
      body: {
        list_id: 1,
        internal_name: 'Spring call',
        // It is in moderation still: the queue was not worked off since it was made.
        sender_id: 10,
        content: { type: 'audio', audio: 'SUQzBCBoZWxsbw==' },
      },
    },
    409,
  ),
  wrong('createVoiceCampaign', { body: { list_id: 1, internal_name: 'Call', sender_id: 3 } }),
  right('patchVoiceCampaign', { campaign_hash: campaignHash(5), body: { internal_name: 'Call' } }),
  wrong('patchVoiceCampaign', { campaign_hash: campaignHash(5), body: { internal_name: false } }),
  right(
    'actionSendVoice',
    { campaign_hash: campaignHash(5), body: { ...toAll, destination_field: 'phone' } },
    { worksOff: true },
  ),
  wrong('actionSendVoice', {
    campaign_hash: campaignHash(5),
    body: { ...toAll, destination_field: 'fax' },
  }),
];

/** What ends campaigns, when they were reported on. */
export const lastCampaignCalls = [
  right('createSmsCampaign', {
    body: {
      list_id: 1,
      internal_name: 'Never',
      sender_id: 2,
      content: { type: 'text', message: 'N' },
    },
  }),
  right('deleteCampaigns', { campaign_hash: campaignHash(6) }),
  refused('deleteCampaigns', { campaign_hash: campaignHash(1) }, 409),
  refused('deleteCampaigns', { campaign_hash: noCampaign }, 404),
  wrong('deleteCampaigns', { campaign_hash: 'no hash' }, 404),
];
