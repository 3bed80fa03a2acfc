import type { EgoiErrorCode } from '@egoi-client/core';
import { ana, byInput, inList, type Provocation } from './provocation.ts';

const readOnlyApiKey = 'r'.repeat(40);
const email = { subject: 'News', from: '1', message: '<p>Hello</p>' };
const cellphone = '351-911111111';
/** A file of more than 8 MB, as base64. */
const largeFile = 'A'.repeat(12 * 1024 * 1024);

/** How codes come about over API v3 that come about over API v2 by what API v3 does not have. */
export const v3Provocations = {
  NO_ACCESS: byInput(
    ({ clientWith }) => clientWith({ apiKey: readOnlyApiKey }).createList({ nome: 'x' }),
    {
      options: { readOnlyApiKey },
    },
  ),
  LIST_MISSING: byInput(({ client }) => client.deleteExtraField({ id: 1 })),
  FORMS_NOT_FOUND: inList(({ client }, listID) =>
    client.getFormsSubmissions({ listID, formID: 99 }),
  ),
  NO_TARGET_ELEMENTS: inList(async ({ client }, listID) => {
    const { ID: tag } = await client.addTag({ name: 'vip' });
    return client.attachTag({ listID, tag, type: 'subscriber', target: [] });
  }),
  INTERNAL_ERROR: {
    by: 'fail',
    run({ client, sandbox }) {
      sandbox.failV3('deleteTag', 500);
      return client.deleteTag({ tag: 1 });
    },
  },
  CANT_GENERATE_ADVANCED_REPORT: {
    by: 'fail',
    run({ client, sandbox }) {
      sandbox.failV3('generateByModelReport', 409);
      return client.generateAdvancedReport({ template: 1, lists: [1] });
    },
  },
  FILE_TOO_LARGE: inList(({ client }, listID) =>
    client.createCampaignEmail({ listID, subject: 'News', from: '1', file: largeFile }),
  ),
  INVALID_FILE: byInput(({ client }) =>
    client.addSender({ channel: 'telemovel', sender: 'Example', file: 'AAAA' }),
  ),
  CAMPAIGN_NOT_VALID: inList(async ({ client }, listID) => {
    const { ID: campaign } = await client.createCampaignEmail({ ...email, listID });
    return client.sendSMS({ campaign, listID, cellphone });
  }),
  NO_SUBSCRIBERS: inList(({ client }, listID) =>
    client.addSubscriberBulk({ listID, compareField: 'email', subscribers: [] }),
  ),
  NO_CELLPHONE_OR_TELEPHONE: inList(async ({ client }, listID) => {
    const sms = { listID, subject: 'News', from: '2', message: 'Hello' };
    const { ID: campaign } = await client.createCampaignSMS(sms);
    const { UID: uid } = await client.addSubscriber({ listID, email: ana });
    return client.sendSMS({ listID, campaign, uid });
  }),
  CELLPHONE_ALREADY_EXISTS: inList(
    async ({ client }, listID) => {
      await client.addSubscriber({ listID, email: ana, cellphone });
      return client.addSubscriber({ listID, email: 'rui@example.com', cellphone });
    },
    { options: { contactRules: { unique: ['cellphone'] } } },
  ),
  SEGMENT_NAME_MISSING: inList(({ client }, listID) => client.deleteSegment({ listID, name: '' })),
  SUBSCRIBER_DATA_CANNOT_BE_EDITED: inList(async ({ client }, listID) => {
    await client.addSubscriber({ listID, email: ana });
    await client.removeSubscriber({ listID, subscriber: ana });
    return client.editSubscriber({ listID, subscriber: ana, first_name: 'Ana' });
  }),
} as const satisfies Partial<Record<EgoiErrorCode, Provocation>>;

const noLogin = 'API v3 has no login with user name and password: such a call is refused';
const noFax = 'API v3 has no faxes';
const noFormerFields =
  'the fields of about 2011 are refused before anything is sent, as those that the service removed';
const noLook = 'API v3 checks the form of an address alone';
const noChoice = 'the model alone says what an advanced report is of';
const otherSpelling = 'another spelling of a code, of older accounts: the other one arrives';

/** Codes that nothing causes over API v3, and why. */
export const uncausedByV3 = {
  NO_USERNAME: noLogin,
  NO_PASSWORD: noLogin,
  NO_USERNAME_AND_PASSWORD: noLogin,
  NO_FAX_FILE: noFax,
  FAX_ALREADY_EXISTS: noFax,
  ALREADY_DELETED:
    'API v3 does not tell a campaign that was deleted from one that never was: CAMPAIGN_NOT_FOUND',
  INVALID_CAMPAIGN_ID_PROVIDED_IN_ARRAY: noChoice,
  MAX_SUBSCRIBERS_LIMIT_EXCEEDED: 'an import is taken as a whole, and its rows are looked at later',
  MAX_SUBSCRIBERS_FILE_LIMIT_EXCEEDED: 'an import is sent in pieces that are small enough',
  NO_SEARCH_FIELDS: 'API v3 makes no segments',
  MESSAGE_TO_LONG: otherSpelling,
  NO_SEGMENTS_FOUND: otherSpelling,
  FIRST_NAME_ALREADY_EXISTS: otherSpelling,
  EMAIL_ADDRESS_INVALID_DOESNT_EXIST: noLook,
  EMAIL_ADDRESS_INVALID_MX_ERROR: noLook,
  TAX_ID_NUMBER_ALREADY_EXISTS: noFormerFields,
  ADDRESS_ALREADY_EXISTS: noFormerFields,
  ZIP_CODE_ALREADY_EXISTS: noFormerFields,
  CITY_ALREADY_EXISTS: noFormerFields,
  DISCRICT_ALREADY_EXISTS: noFormerFields,
  STATE_ALREADY_EXISTS: noFormerFields,
  COUNTRY_ALREADY_EXISTS: noFormerFields,
  AGE_ALREADY_EXISTS: noFormerFields,
  GENDER_ALREADY_EXISTS: noFormerFields,
  ID_CARD_NUMBER_ALREADY_EXISTS: noFormerFields,
  COMPANY_ALREADY_EXISTS: noFormerFields,
} as const satisfies Partial<Record<EgoiErrorCode, string>>;
