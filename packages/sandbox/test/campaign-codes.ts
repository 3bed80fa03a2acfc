import type { WireObject } from '@egoi-client/core';
import type { SandboxOptions } from '@egoi-client/sandbox';
import { seededReferences } from '../src/account/references.ts';
import { ana, eva, openFilledAccount, rui, type TestAccount } from './account.ts';

interface CodeCase {
  readonly params?: WireObject;
  readonly options?: SandboxOptions;
  readonly after?: readonly (readonly [string, WireObject])[];
}

/** The hash of the n-th campaign of an account with the default seed. */
export const hashOf = (serial: number) => seededReferences(1)('campaign', serial);

const base64 = (text: string) => Buffer.from(text, 'latin1').toString('base64');
export const pdf = base64('%PDF-1.7 and so on');
export const zip = base64('PK\u0003\u0004 and so on');
export const mp3 = base64('ID3\u0004 and so on');
const large = { file: base64(`%PDF-${'x'.repeat(1020)}`) };
const small = { maxFileBytes: 1024 };

export const email = { listID: 1, subject: 'News', from: '1', message: '<p>Hello</p>' };
export const sms = { listID: 1, subject: 'News', from: 2, message: 'Hello' };
const fax = { listID: 1, subject: 'Fax', file: pdf };
const voice = { listID: 1, subject: 'Call', file: mp3 };

const emailMade = [['createCampaignEmail', email]] as const;
const smsMade = [['createCampaignSMS', sms]] as const;
const faxMade = [['createCampaignFAX', fax]] as const;
const voiceMade = [['createCampaignVoice', voice]] as const;
const deleted = ['deleteCampaign', { campaign: hashOf(1) }] as const;
const first = { campaign: hashOf(1) };
const unknown = { campaign: 'f'.repeat(32) };
const emptied = ['editCampaignEmail', { ...first, message: '' }] as const;

const listCases = (params: WireObject): Record<string, CodeCase> => ({
  LIST_MISSING: { params: { ...params, listID: null } },
  LIST_NOT_FOUND: { params: { ...params, listID: 99 } },
});

const creationCases = (params: WireObject): Record<string, CodeCase> => ({
  ...listCases(params),
  NO_SUBJECT: { params: { ...params, subject: ' ' } },
});

const editCases = {
  NO_CAMPAIGN: { params: { subject: 'x' } },
  CAMPAIGN_NOT_FOUND: { params: { ...unknown, subject: 'x' } },
};

const report = { template: 1, lists: [1] };

/** How each code of campaigns, senders and reports comes about. */
export const campaignCodes: Record<string, Record<string, CodeCase>> = {
  createCampaignEmail: {
    ...creationCases(email),
    NO_MESSAGE: { params: { ...email, message: ' ' } },
    INVALID_URL: { params: { ...email, url: 'ftp://example.com/' } },
    INVALID_FROM: { params: { ...email, from: '2' } },
    INVALID_REPLY: { params: { ...email, reply: 'x' } },
    NO_ZIP_FILE: { params: { ...email, message: '', file: '' } },
    INVALID_FILE: { params: { ...email, file: pdf } },
    FILE_TOO_LARGE: { params: { ...email, ...large }, options: small },
  },
  createCampaignFAX: {
    ...creationCases(fax),
    NO_FAX_FILE: { params: { ...fax, file: '' } },
    INVALID_FILE: { params: { ...fax, file: 'not base64' } },
    FILE_TOO_LARGE: { params: { ...fax, ...large }, options: small },
  },
  createCampaignGroup: { NAME_MISSING: { params: { name: [] } } },
  createCampaignSMS: {
    ...creationCases(sms),
    NO_MESSAGE: { params: { ...sms, message: null } },
    MESSAGE_TOO_LONG: { params: { ...sms, message: 'Hello' }, options: { maxSmsLength: 4 } },
    INVALID_FROM: { params: { ...sms, from: '' } },
  },
  createCampaignVoice: {
    ...creationCases(voice),
    NO_AUDIO_FILE: { params: { ...voice, file: null } },
    INVALID_FILE: { params: { ...voice, file: zip } },
  },
  deleteCampaign: {
    NO_CAMPAIGN: { params: {} },
    CAMPAIGN_NOT_FOUND: { params: unknown },
    ALREADY_DELETED: { after: [...emailMade, deleted], params: first },
  },
  editCampaignEmail: {
    ...editCases,
    CANNOT_EDIT_CAMPAIGN: {
      after: [...emailMade, ['sendEmail', { ...first, listID: 1, email: ana }]],
      params: { ...first, subject: 'x' },
    },
    NO_SUBJECT: { after: emailMade, params: { ...first, subject: '' } },
    INVALID_URL: { after: emailMade, params: { ...first, url: 'www.example.com' } },
    INVALID_FROM: { after: emailMade, params: { ...first, from: 99 } },
    INVALID_REPLY: { after: emailMade, params: { ...first, reply: 2 } },
    LIST_NOT_FOUND: { after: emailMade, params: { ...first, listID: 99 } },
  },
  editCampaignGroup: {
    NAME_MISSING: { params: { group: 1 } },
    CAMPAIGN_NOT_FOUND: { params: { group: 99, name: 'x' } },
  },
  editCampaignSMS: {
    ...editCases,
    CANNOT_EDIT_CAMPAIGN: { after: [...smsMade, deleted], params: { ...first, subject: 'x' } },
    MESSAGE_TOO_LONG: { after: smsMade, params: { ...first, message: 'x'.repeat(161) } },
    INVALID_FROM: { after: smsMade, params: { ...first, from: '1' } },
    LIST_NOT_FOUND: { after: smsMade, params: { ...first, listID: 99 } },
    NO_SUBJECT: { after: smsMade, params: { ...first, subject: '' } },
  },
  sendCall: {
    CAMPAIGN_NOT_VALID: { after: emailMade, params: { ...first, cellphone: '351-911111111' } },
    NO_CELLPHONE_OR_TELEPHONE: { after: voiceMade, params: { ...first, subscriber: ana } },
    SUBSCRIBER_FORMAT_ERROR: { after: voiceMade, params: { ...first, telephone: 'call me' } },
    SUBSCRIBER_NOT_FOUND: { after: voiceMade, params: { ...first, subscriber: 'x@example.com' } },
    SUBSCRIBER_NOT_ACTIVE: { after: voiceMade, params: { ...first, subscriber: eva } },
    INVALID_OPTION: { after: voiceMade, params: { ...first, segment: 'Nobody' } },
  },
  sendEmail: {
    ...listCases({ ...first, email: ana }),
    NO_CAMPAIGN: { params: { listID: 1, email: ana } },
    CAMPAIGN_NOT_FOUND: { params: { ...unknown, listID: 1, email: ana } },
    SUBSCRIBER_MISSING: { after: emailMade, params: { ...first, listID: 1, email: '' } },
    CAMPAIGN_NOT_VALID: {
      after: [...emailMade, emptied],
      params: { ...first, listID: 1, email: ana },
    },
    SUBSCRIBER_NOT_FOUND: { after: emailMade, params: { ...first, listID: 2, email: [ana] } },
    SUBSCRIBER_NOT_ACTIVE: { after: emailMade, params: { ...first, listID: 1, email: [ana, eva] } },
    INVALID_OPTION: {
      after: emailMade,
      params: { ...first, listID: 1, email: ana, header_footer_template: 9 },
    },
    INVALID_FROM: {
      after: [...emailMade, ['deleteSender', { channel: 'email', fromID: 1 }]],
      params: { ...first, listID: 1, email: ana },
    },
    NO_SUBSCRIBERS: { after: emailMade, params: { ...first, listID: 2, segment: 'all' } },
    SEGMENT_NOT_FOUND: { after: emailMade, params: { ...first, listID: 1, segment: ['Nobody'] } },
    NO_SUBJECT: { after: emailMade, params: { ...first, listID: 1, email: ana, subject: '' } },
  },
  sendFAX: {
    CAMPAIGN_NOT_VALID: { params: { fax: '351-233333333' } },
    SUBSCRIBER_FORMAT_ERROR: { after: faxMade, params: { ...first, subscriber: ana } },
    SUBSCRIBER_NOT_FOUND: { after: faxMade, params: { ...first, listID: 2, subscriber: rui } },
    SUBSCRIBER_NOT_ACTIVE: { after: faxMade, params: { ...first, subscriber: [eva] } },
    INVALID_OPTION: {
      after: faxMade,
      params: { ...first, listID: 99, fax: '351-233333333' },
    },
  },
  sendSMS: {
    ...listCases({ message: 'x', cellphone: '351-911111111' }),
    NO_MESSAGE: { params: { listID: 1, cellphone: '351-911111111' } },
    MESSAGE_TOO_LONG: {
      params: { listID: 1, cellphone: '351-911111111', message: 'x'.repeat(161) },
    },
    NO_SUBJECT: { params: { listID: 1, cellphone: '351-911111111', message: 'x', fromID: 2 } },
    INVALID_FROM: {
      params: { listID: 1, cellphone: '351-911111111', message: 'x', subject: 'x', from: 'Brand' },
    },
    NO_CELLPHONE: { after: smsMade, params: { ...first, listID: 1, cellphone: [''] } },
    NO_CELLPHONE_OR_TELEPHONE: { after: smsMade, params: { ...first, listID: 1, subscriber: ana } },
    SUBSCRIBER_FORMAT_ERROR: { after: smsMade, params: { ...first, listID: 1, cellphone: '123' } },
    CAMPAIGN_NOT_VALID: { params: { ...unknown, listID: 1, cellphone: '351-911111111' } },
    SUBSCRIBER_NOT_FOUND: { after: smsMade, params: { ...first, listID: 1, uid: 'ffffffffff' } },
    SUBSCRIBER_NOT_ACTIVE: { after: smsMade, params: { ...first, listID: 1, subscriber: eva } },
    INVALID_OPTION: { after: smsMade, params: { ...first, listID: 1, uid: 'x', segment: 'all' } },
    NO_SUBSCRIBERS: { after: smsMade, params: { ...first, listID: 2, segment: 'all' } },
    SUBSCRIBER_MISSING: { after: smsMade, params: { ...first, listID: 1 } },
    SEGMENT_NOT_FOUND: { after: smsMade, params: { ...first, listID: 1, segment: 'Nobody' } },
  },
  generateAdvancedReport: {
    NO_TEMPLATE_PROVIDED: { params: { lists: [1] } },
    NO_LISTS_OR_CAMPAIGNS_PROVIDED: { params: { template: 1, lists: [], campaigns: null } },
    TEMPLATE_NOT_FOUND: { params: { ...report, template: 99 } },
    NO_LISTS_PROVIDED: { params: { ...report, lists: '' } },
    NO_LISTS_PROVIDED_AS_ARRAY: { params: { ...report, lists: { one: 1 } } },
    INVALID_CAMPAIGN_ID_PROVIDED_IN_ARRAY: { params: { ...report, campaigns: [hashOf(9)] } },
    NO_CAMPAIGNS_PROVIDED: { params: { ...report, campaigns: '' } },
    NO_CAMPAIGNS_PROVIDED_AS_ARRAY: { params: { ...report, campaigns: hashOf(1) } },
    CANT_GENERATE_ADVANCED_REPORT: { params: { ...report, lists: [1, 99] } },
    NO_DATA: { after: emailMade, params: { template: 1, campaigns: [hashOf(1)] } },
  },
  getAdvancedReport: { NO_DATA: { params: { report: 1 } } },
  getReport: {
    NO_DATA: { after: emailMade, params: first },
    NO_CAMPAIGN: { params: { campaign: '' } },
    CAMPAIGN_NOT_FOUND: { params: { campaign: ['x'] } },
  },
  addCname: { CNAME_MISSING: { params: { cname: '  ' } } },
  addSender: {
    CHANNEL_MISSING: { params: { channel: 'post', sender: ana } },
    SENDER_EXISTS: { params: { channel: 'email', sender: 'NEWS@example.com' } },
    SENDER_MISSING: { params: { channel: 'email', sender: 'no address' } },
    FILE_SENDER_MISSING: { params: { channel: 'telemovel', sender: 'Brand' } },
    FILE_TOO_LARGE: {
      params: { channel: 'telemovel', sender: 'Brand', ...large },
      options: small,
    },
    INVALID_FILE: { params: { channel: 'email', sender: ana, file: zip } },
  },
  deleteSender: {
    CHANNEL_MISSING: { params: { fromID: 1 } },
    SENDER_MISSING: { params: { channel: 'email' } },
    SENDER_NOT_EXISTS: { params: { channel: 'email', fromID: 2 } },
  },
  editSender: {
    CHANNEL_MISSING: { params: { fromID: 1, sender: ana } },
    SENDER_MISSING: { params: { channel: 'email', sender: ana } },
    SENDER_NOT_EXISTS: { params: { channel: 'email', fromID: 99, sender: ana } },
    FILE_TOO_LARGE: { params: { channel: 'email', fromID: 1, ...large }, options: small },
    INVALID_FILE: { params: { channel: 'email', fromID: 1, file: mp3 } },
    SENDER_EXISTS: {
      after: [['addSender', { channel: 'email', sender: 'b@example.com' }]],
      params: { channel: 'email', fromID: 1, sender: 'b@example.com' },
    },
  },
  getSenders: {
    SENDER_NOT_EXISTS: {
      after: [['deleteSender', { channel: 'email', fromID: 1 }]],
      params: { channel: 'email' },
    },
    CHANNEL_MISSING: { params: { channel: 'sms' } },
  },
};

/** Codes that no call can cause, with the reason. */
export const uncausedCampaignCodes = [
  ['deleteCampaign CANNOT_BE_DELETED', 'is of campaigns that no call makes'],
  ['getCampaigns CAMPAIGN_NOT_FOUND', 'an account without campaigns answers the empty list'],
  ['getTemplates TEMPLATE_NOT_FOUND', 'every account has templates'],
  ['getAdvancedReport TEMPLATE_NOT_FOUND', 'a template is only named before'],
] as const;

/**
 * The filled account with campaigns 1 to 4, which were not sent, of e-mail, SMS, fax and voice,
 * campaign 5, which was sent to ana, a group of campaigns and an advanced report.
 */
export async function openAccountWithCampaigns(): Promise<TestAccount> {
  const account = await openFilledAccount();
  const calls: readonly (readonly [string, WireObject])[] = [
    ...emailMade,
    ...smsMade,
    ...faxMade,
    ...voiceMade,
    ...emailMade,
    ['sendEmail', { campaign: hashOf(5), listID: 1, email: ana }],
    ['createCampaignGroup', { name: 'Spring' }],
    ['generateAdvancedReport', report],
  ];
  for (const [method, params] of calls) await account.ask(method, params);
  return account;
}

/** Parameters that each method answers with success on that account. */
export const validCampaignCalls: Record<string, WireObject> = {
  createCampaignEmail: {
    ...email,
    internal_name: 'News',
    url: 'https://example.com/',
    reply: 1,
    file: zip,
    link_view_top: 1,
  },
  createCampaignFAX: { ...fax, internal_name: 'Fax' },
  createCampaignGroup: { name: 'Spring' },
  createCampaignSMS: { ...sms, internal_name: 'News' },
  createCampaignVoice: { ...voice, internal_name: 'Call' },
  deleteCampaign: first,
  editCampaignEmail: { ...first, ...email, url: 'https://example.com/', reply: 1 },
  editCampaignGroup: { group: 1, name: 'Summer' },
  editCampaignSMS: { campaign: hashOf(2), ...sms },
  getCampaigns: { start: 0, limit: 10 },
  getHeaderFooterTemplates: {},
  getTemplates: {},
  sendCall: { campaign: hashOf(4), listID: 1, telephone: ['351-222222222'] },
  sendEmail: {
    ...first,
    listID: 1,
    email: [ana],
    fromID: 1,
    subject: 'News',
    header_footer_template: 1,
  },
  sendFAX: { campaign: hashOf(3), listID: 1, subscriber: [rui] },
  sendSMS: {
    campaign: hashOf(2),
    listID: 1,
    message: 'Hello',
    cellphone: ['351-911111111'],
    fromID: 2,
    from: '2',
    subject: 'News',
    internal_title: 'News',
    auto: 1,
  },
  generateAdvancedReport: { template: 1, lists: [1, 2], campaigns: [hashOf(5)] },
  getAdvancedReport: { report: 1 },
  getReport: { campaign: hashOf(5) },
  addCname: { cname: 'news.example.com' },
  addSender: { channel: 'telemovel', sender: 'Brand', file: pdf },
  deleteSender: { channel: 'email', fromID: 1 },
  editSender: { channel: 'email', fromID: 1, sender: 'sales@example.com', file: pdf },
  getSenders: { channel: 'email' },
};
