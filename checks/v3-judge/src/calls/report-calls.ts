import { noCampaign, refused, right, sentCampaigns, wrong } from './judged-call.ts';

const { email, sms, voice } = sentCampaigns;

/** What sent campaigns came to. */
export const reportCalls = [
  right('getEmailReport', { campaign_hash: email }),
  right('getEmailReport', {
    campaign_hash: email,
    date: true,
    weekday: false,
    hour: true,
    location: true,
    domain: true,
    url: true,
    reader: true,
  }),
  refused('getEmailReport', { campaign_hash: noCampaign }, 404),
  wrong('getEmailReport', { campaign_hash: email, date: 'perhaps' }),
  right('getSMSReport', { campaign_hash: sms, networks: true }),
  right('getSMSReport', { campaign_hash: sms }),
  refused('getSMSReport', { campaign_hash: noCampaign }, 404),
  wrong('getSMSReport', { campaign_hash: sms, networks: 'perhaps' }),
  right('getVoiceReport', { campaign_hash: voice }),
  refused('getVoiceReport', { campaign_hash: noCampaign }, 404),
  wrong('getVoiceReport', { campaign_hash: voice, networks: 'perhaps' }),
  right('getPushReport', { campaign_hash: email }),
  wrong('getPushReport', { campaign_hash: 'no hash' }, 404),
  right('getWebPushReport', { campaign_hash: email }),
  wrong('getWebPushReport', { campaign_hash: 'no hash' }, 404),
];

/** Reports that are asked for, and are there some time later. */
export const advancedReportCalls = [
  right('getAllAdvancedReportsModels', { limit: 10, order: 'asc' }),
  wrong('getAllAdvancedReportsModels', { order_by: 'shoe_size' }),
  right('generateByModelReport', { body: { model_id: 1 } }, { worksOff: true }),
  wrong('generateByModelReport', { body: { model_id: 'one' } }),
  right('generateFormAnswersReport', {
    body: {
      title: 'Answers',
      range: { start: '2026-01-01 00:00:00', end: '2026-02-01 00:00:00' },
      forms: [{ list_id: 1, forms: [1] }],
      callback_url: 'https://www.example.com/done',
    },
  }),
  wrong('generateFormAnswersReport', { body: { title: 'Answers' } }),
  wrong('generateFormAnswersReport', {
    body: {
      title: 'Answers',
      range: { start: '2026-01-01 00:00:00', end: '2026-02-01 00:00:00' },
      forms: [{ forms: [1] }],
    },
  }),
  right('getAllAdvancedReports', { limit: 10, order: 'desc', order_by: 'created' }),
  right('getAllAdvancedReports', { title: 'Answers' }),
  wrong('getAllAdvancedReports', { status: 'lost' }),
];
