import { campaignHash, refused, right, sentCampaigns, wrong } from './judged-call.ts';

const base64 = (text: string) => Buffer.from(text, 'latin1').toString('base64');
const email = { list_id: 1, internal_name: 'Forms', sender_id: 1 } as const;
const sms = { list_id: 1, internal_name: 'Forms', sender_id: 2 } as const;
const voice = { list_id: 1, internal_name: 'Forms', sender_id: 3 } as const;
const hours = { hour_start: '00:00', hour_end: '23:59' } as const;
const later = '2026-12-24 10:00:00';

/** What campaigns can hold, and how they can be sent; the first is the seventh campaign. */
export const campaignFormCalls = [
  right('createEmailCampaign', {
    body: { ...email, content: { type: 'template', template_id: 1, snippet: 'S' } },
  }),
  right('createEmailCampaign', {
    body: {
      ...email,
      content: { type: 'web_page', url: 'https://www.example.com/', use_page_title: true },
    },
  }),
  right('createEmailCampaign', {
    body: { ...email, content: { type: 'file', file: base64('PK\u0003\u0004 pages') } },
  }),
  right('createEmailCampaign', {
    body: {
      ...email,
      reply_to: 1,
      content: { type: 'html', body: '<p>All</p>' },
      header_footer: {
        id: 1,
        header_links: { forward: true, view_web: true, unsubscribe: false },
        footer_links: {
          edit: true,
          social_share: true,
          facebook_share: false,
          twitter_share: false,
        },
      },
    },
  }),
  refused(
    'createEmailCampaign',
    { body: { ...email, content: { type: 'template', template_id: 999 } } },
    422,
  ),
  right('patchEmailCampaign', {
    campaign_hash: campaignHash(10),
    body: {
      internal_name: 'All forms',
      subject: 'All',
      sender_id: 1,
      reply_to: 1,
      content: { body: '<p>All!</p>', plain_text: 'All!', snippet: 'A' },
      header_footer: { footer_links: { unsubscribe: true } },
    },
  }),
  right(
    'actionSendEmail',
    {
      campaign_hash: campaignHash(10),
      body: {
        list_id: 1,
        segments: { type: 'contact', data: 'first@example.com' },
        notify: [1],
        destination_field: 'email',
        unique_contacts_only: true,
        limit_hour: hours,
      },
    },
    { worksOff: true },
  ),
  wrong('actionSendEmail', {
    campaign_hash: campaignHash(10),
    body: { list_id: 1, segments: { type: 'contact', data: 'nobody' } },
  }),
  refused(
    'patchEmailCampaign',
    { campaign_hash: sentCampaigns.email, body: { subject: 'Too late' } },
    422,
  ),
  right('createSmsCampaign', { body: { ...sms, content: { type: 'template', template_id: 1 } } }),
  right('createSmsCampaign', {
    body: { ...sms, content: { type: 'text', message: 'Olá €' }, options: { encoding: 'unicode' } },
  }),
  right('patchSmsCampaign', {
    campaign_hash: campaignHash(12),
    body: {
      internal_name: 'All forms',
      sender_id: 2,
      options: { encoding: 'gsm_extended', max_messages: 7 },
    },
  }),
  right('actionSendSms', {
    campaign_hash: campaignHash(12),
    body: {
      list_id: 1,
      destination_field: 'cellphone',
      segments: { type: 'segment', data: ['tag_1'] },
      schedule_date: later,
      notify: [1],
    },
  }),
  right('createVoiceCampaign', {
    body: { ...voice, group_id: 1, content: { type: 'template_id', template_id: '1' } },
  }),
  right('createVoiceCampaign', {
    body: { ...voice, content: { type: 'audio', audio: base64('ID3\u0004 hello') } },
  }),
  right('patchVoiceCampaign', {
    campaign_hash: campaignHash(14),
    body: {
      internal_name: 'All forms',
      group_id: 1,
      sender_id: 3,
      message: { audio: base64('ID3\u0004 good bye') },
    },
  }),
  right('actionSendVoice', {
    campaign_hash: campaignHash(14),
    body: {
      list_id: 1,
      destination_field: 'phone_failsafe_cellphone',
      segments: { type: 'segment', data: ['1', 'tag_1'] },
      schedule_date: later,
      notify: [1],
      unique_contacts_only: true,
      limit_contacts: { type: 'percent', value: 50 },
      limit_hour: hours,
      limit_speed: 10,
    },
  }),
  right(
    'actionSendVoice',
    {
      campaign_hash: campaignHash(13),
      body: {
        list_id: 1,
        destination_field: 'cellphone',
        segments: { type: 'contact', data: '351-911111111' },
      },
    },
    { worksOff: true },
  ),
  right('getAllCampaigns', {
    channel: 'sms',
    list_id: 1,
    status: 'queued',
    internal_name: 'All forms',
    created_by: 1,
    created_min: '2020-01-01 00:00:00',
    created_max: '2030-01-01 00:00:00',
    updated_min: '2020-01-01 00:00:00',
    updated_max: '2030-01-01 00:00:00',
    schedule_date_min: '2020-01-01 00:00:00',
    schedule_date_max: '2030-01-01 00:00:00',
    order: 'desc',
    order_by: 'internal_name',
  }),
  right('getAllCampaigns', {
    start_date_min: '2020-01-01 00:00:00',
    start_date_max: '2030-01-01 00:00:00',
    end_date_min: '2020-01-01 00:00:00',
    end_date_max: '2030-01-01 00:00:00',
    group_id: 1,
  }),
  right('getEmailReport', { campaign_hash: campaignHash(1), weekday: false, reader: false }),
  right('getSMSReport', { campaign_hash: campaignHash(3), networks: false }),
  right('getVoiceReport', { campaign_hash: campaignHash(5) }),
];
