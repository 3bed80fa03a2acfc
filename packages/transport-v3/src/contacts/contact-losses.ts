import type { WireObject } from '@egoi-client/core';
import { type DeclaredLoss, lostFields, lostParameters } from '../calls/method-entry.ts';
import { readValue, readWord } from '@egoi-client/core/wire';
import { Refusal, type V2Code } from '../calls/refusal.ts';

const hasWord =
  (name: string, ...words: readonly string[]) =>
  (params: WireObject): boolean =>
    words.includes(readWord(params, name) ?? '');

/** Why a call cannot say which mails a contact gets. */
export const ownMails = 'API v3 chooses the mails to a new contact by itself';

/** Parameters of a contact that API v3 does not take, in addSubscriber and editSubscriber. */
export const lostContactParameters: readonly DeclaredLoss[] = [
  {
    kind: 'approximate',
    name: 'status',
    reason:
      'the contact becomes unconfirmed; whether API v3 sends the mail that asks for confirmation is not known',
    needsLeave: true,
    occurs: hasWord('status', '0', '3'),
    effects: { fields: ['STATUS'] },
  },
  {
    kind: 'parameter',
    name: 'validate_email',
    reason: 'API v3 checks the form of an address alone',
    needsLeave: true,
    occurs: hasWord('validate_email', '1', '2'),
  },
  {
    kind: 'parameter',
    name: 'fax',
    reason: 'API v3 keeps no fax numbers',
    needsLeave: true,
    occurs: (params) => readWord(params, 'fax') !== undefined,
  },
  ...lostParameters('API v3 always checks the form of numbers', ['validate_phone'], {
    effects: { endings: [['answer', 'SUBSCRIBER_FORMAT_ERROR']] },
  }),
  ...lostParameters(ownMails, ['from']),
  {
    kind: 'later',
    name: 'tags',
    reason: 'the service took the tags and attaches them in its turn',
    occurs: (params) => readValue(params, 'tags') !== undefined,
  },
];

/** Fields of a record that API v3 has no source for. */
export const unknownFields: readonly DeclaredLoss[] = [
  ...lostFields('API v3 does not tell it', ['FAX', 'FAX_SENT', 'MMS_SENT']),
  ...lostFields('API v3 tells the day alone, and no time is made up', ['MODIFICATION_DATE']),
];

/** Numbers of what was sent to a contact and came of it, which a single record has and a page does not. */
export const statFields: readonly string[] = [
  'BOUNCES',
  'EMAIL_SENT',
  'EMAIL_VIEWS',
  'REFERRALS',
  'REFERRALS_CONVERTED',
  'CLICKS',
  'SMS_SENT',
  'SMS_DELIVERED',
  'VOICE_CALLS_SENT',
  'VOICE_CALLS_ANSWERED',
];

const givenBy = {
  FIRST_NAME: 'first_name',
  LAST_NAME: 'last_name',
  EMAIL: 'email',
  CELLPHONE: 'cellphone',
  TELEPHONE: 'telephone',
  LANGUAGE: 'lang',
  BIRTH_DATE: 'birth_date',
} as const;

/** A language is cleared by no text: the contact has the list's. */
function isUnread(params: WireObject, name: string): boolean {
  const value = readValue(params, name);
  return value === undefined || (name === 'lang' && value === '');
}

const notRead = "one more request tells it: contactAnswers: 'record'";

/** Fields that the answer to a write lacks, unless the record is read afterwards. */
export const unreadFields: readonly DeclaredLoss[] = [
  ...unknownFields,
  ...lostFields(notRead, ['ADD_DATE', 'SUBSCRIPTION_METHOD', 'EXTRA_FIELD_', ...statFields], {
    occurs: (_, { contactAnswers }) => contactAnswers === 'given',
  }),
  ...lostFields(notRead, ['REMOVE_METHOD', 'REMOVE_DATE'], {
    occurs: (params, { contactAnswers }) =>
      contactAnswers === 'given' && readWord(params, 'status') === '2',
  }),
  ...Object.entries(givenBy).flatMap(([field, param]) =>
    lostFields(notRead, [field], {
      occurs: (params, { contactAnswers }) => contactAnswers === 'given' && isUnread(params, param),
    }),
  ),
];

const formerFields: Readonly<Record<string, V2Code>> = {
  tax_id: 'TAX_ID_FIELD_REMOVED',
  address: 'ADDRESS_FIELD_REMOVED',
  zip_code: 'ZIP_CODE_FIELD_REMOVED',
  city: 'CITY_FIELD_REMOVED',
  // The table's own spelling.
  district: 'DISCRICT_FIELD_REMOVED',
  state: 'STATE_FIELD_REMOVED',
  country: 'COUNTRY_FIELD_REMOVED',
  age: 'AGE_FIELD_REMOVED',
  gender: 'GENDER_FIELD_REMOVED',
  id_card: 'ID_CARD_FIELD_REMOVED',
  company: 'COMPANY_FIELD_REMOVED',
};

/** @throws Refusal for a value in a field that the service removed; an empty text says nothing */
export function refuseFormerFields(params: WireObject): void {
  for (const [name, code] of Object.entries(formerFields)) {
    const value = readValue(params, name);
    if (value !== undefined && value !== '') throw new Refusal(code);
  }
}
