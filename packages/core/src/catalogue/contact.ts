import {
  closedParams,
  codeParam,
  date,
  dateParam,
  dateTime,
  eitherParam,
  flagParam,
  idParam,
  integer,
  listParam,
  type Params,
  struct,
  text,
  textOrNumberParam,
  textParam,
  withExtraFields,
  wordParam,
} from './kinds.ts';

/** The statuses of a contact: unconfirmed, active, removed, invited, inactive. */
const contactStatuses = [0, 1, 2, 3, 4] as const;

const tagId = textOrNumberParam('must be the number of a tag');
const tagReferences = (description: string) =>
  eitherParam(
    [listParam(tagId), closedParams({ id: tagId })],
    description,
    'must be a list of tag numbers, or { id: number }',
  );

/** What a contact is written with, by addSubscriber, editSubscriber and each row of addSubscriberBulk. */
export const contactParams = {
  status: codeParam(
    contactStatuses,
    '0 unconfirmed (starts the double opt-in), 1 active, 2 removed, 3 invited, 4 inactive.',
  ).nullish(),
  from: textParam(
    'Code of the sender of the confirmation and welcome mails; its address in calls of about 2011.',
  ).nullish(),
  lang: wordParam(
    ['pt', 'br', 'en', 'es', 'fr', 'de', 'hu', ''],
    "Language of the contact; `hu` is in one client's table, `''` leaves it as it is.",
  ).nullish(),
  email: textParam('E-mail address.').nullish(),
  validate_email: codeParam(
    [0, 1, 2],
    '0 checks the syntax, 1 also the domain, 2 also the address.',
  ).nullish(),
  validate_phone: flagParam('Whether the phone numbers are checked.').nullish(),
  cellphone: textParam('Mobile, as prefix-number: `351-912345678`.').nullish(),
  telephone: textParam('Telephone, as prefix-number.').nullish(),
  fax: textParam('Fax, as prefix-number.').nullish(),
  first_name: textParam('First name.').nullish(),
  last_name: textParam('Last name.').nullish(),
  birth_date: dateParam("Day of birth, `YYYY-MM-DD` or `DD-MM-YYYY`; `''` is none.").nullish(),
  tags: tagReferences('Numbers of tags to attach.').nullish(),
  formID: idParam('Form whose style the confirmation and welcome mails use.').nullish(),
} satisfies Params;

const former = (what: string) =>
  textParam(`${what}; the service removed the field and has a code that says so.`).nullish();

/** What addSubscriber and editSubscriber took until about 2011. */
export const formerContactParams = {
  tax_id: former('Tax number'),
  address: former('Address'),
  zip_code: former('Postal code'),
  city: former('City'),
  district: former('District'),
  state: former('State'),
  country: former('Country'),
  age: former('Age'),
  gender: former('`F` or `M`'),
  id_card: former('Number of the identity card'),
  company: former('Company'),
} satisfies Params;

/** One contact of addSubscriberBulk. */
export const importedContact = withExtraFields(contactParams, 'ImportedContact');

/** The fields that a contact is read with; the first 25 in the order of a recorded answer. */
export const contactResult = {
  UID: text('Reference of the contact.'),
  ADD_DATE: dateTime('When the contact was added.').optional(),
  SUBSCRIPTION_METHOD: text('How the contact came in.').optional(),
  LIST: integer('Number of the list.').optional(),
  FIRST_NAME: text('First name.').optional(),
  LAST_NAME: text('Last name.').optional(),
  EMAIL: text('E-mail address.').optional(),
  CELLPHONE: text('Mobile, as prefix-number.').optional(),
  TELEPHONE: text('Telephone, as prefix-number.').optional(),
  FAX: text('Fax, as prefix-number.').optional(),
  LANGUAGE: text('Language, two letters.').optional(),
  BIRTH_DATE: date('Day of birth.').optional(),
  STATUS: integer('0 unconfirmed, 1 active, 2 removed, 3 invited, 4 inactive.').optional(),
  BOUNCES: integer('E-mails that came back.').optional(),
  EMAIL_SENT: integer('E-mails sent.').optional(),
  EMAIL_VIEWS: integer('E-mails opened.').optional(),
  REFERRALS: integer('Recommendations made.').optional(),
  REFERRALS_CONVERTED: integer('Recommendations that became contacts.').optional(),
  CLICKS: integer('Clicks.').optional(),
  SMS_SENT: integer('SMS sent.').optional(),
  SMS_DELIVERED: integer('SMS delivered.').optional(),
  FAX_SENT: integer('Faxes sent.').optional(),
  VOICE_CALLS_SENT: integer('Voice calls made.').optional(),
  VOICE_CALLS_ANSWERED: integer('Voice calls answered.').optional(),
  MMS_SENT: integer('MMS sent.').optional(),
  REMOVE_METHOD: text('How the contact was removed.').optional(),
  REMOVE_DATE: dateTime('When the contact was removed.').optional(),
  MODIFICATION_DATE: dateTime('When the contact was last changed.').optional(),
  LANG: text(
    'Language, in the tables of one client; the recorded answer has `LANGUAGE`.',
  ).optional(),
  TAX_ID: text('Obsolete.').optional(),
  ADDRESS: text('Obsolete.').optional(),
  ZIP_CODE: text('Obsolete.').optional(),
  CITY: text('Obsolete.').optional(),
  DISTRICT: text('Obsolete.').optional(),
  STATE: text('Obsolete.').optional(),
  COUNTRY: text('Obsolete.').optional(),
  AGE: text('Obsolete.').optional(),
  GENDER: text('Obsolete.').optional(),
  ID_CARD: text('Obsolete.').optional(),
  COMPANY: text('Obsolete.').optional(),
};

/** A contact as the API returns it. Extra fields come beside these, as in the callback's document. */
export const contact = struct(contactResult, 'One contact.', 'Contact', 'EXTRA_FIELD_');

/** The codes that writing a contact can end in, whichever method writes it. */
export const contactErrors = [
  'SUBSCRIBER_FORMAT_ERROR',
  'EMAIL_ADDRESS_INVALID',
  'EMAIL_ADDRESS_INVALID_MX_ERROR',
  'EMAIL_ADDRESS_INVALID_DOESNT_EXIST',
  'CANNOT_ADD_MORE_SUBSCRIBERS',
  'INVALID_EXTRA_FIELD',
  'EXTRA_FIELD_X_DOES_NOT_EXIST',
  'EMAIL_ALREADY_EXISTS',
  'CELLPHONE_ALREADY_EXISTS',
  'FAX_ALREADY_EXISTS',
  'TELEPHONE_ALREADY_EXISTS',
  'FIST_NAME_ALREADY_EXISTS',
  'LAST_NAME_ALREADY_EXISTS',
  'BIRTH_DATE_ALREADY_EXISTS',
  'EXTRA_FIELD_XX_ALREADY_EXISTS',
  'FIRST_NAME_ALREADY_EXISTS',
  'TAX_ID_NUMBER_ALREADY_EXISTS',
  'ADDRESS_ALREADY_EXISTS',
  'ZIP_CODE_ALREADY_EXISTS',
  'CITY_ALREADY_EXISTS',
  'DISCRICT_ALREADY_EXISTS',
  'STATE_ALREADY_EXISTS',
  'COUNTRY_ALREADY_EXISTS',
  'AGE_ALREADY_EXISTS',
  'GENDER_ALREADY_EXISTS',
  'ID_CARD_NUMBER_ALREADY_EXISTS',
  'COMPANY_ALREADY_EXISTS',
  'TAX_ID_FIELD_REMOVED',
  'ADDRESS_FIELD_REMOVED',
  'ZIP_CODE_FIELD_REMOVED',
  'CITY_FIELD_REMOVED',
  'DISCRICT_FIELD_REMOVED',
  'STATE_FIELD_REMOVED',
  'COUNTRY_FIELD_REMOVED',
  'AGE_FIELD_REMOVED',
  'GENDER_FIELD_REMOVED',
  'ID_CARD_FIELD_REMOVED',
  'COMPANY_FIELD_REMOVED',
  'INVALID_FROM',
  'EMAIL_REQUIRED',
  'CELLPHONE_REQUIRED',
  'TELEPHONE_REQUIRED',
  'FAX_REQUIRED',
  'FIRST_NAME_REQUIRED',
  'LAST_NAME_REQUIRED',
  'BIRTH_DATE_REQUIRED',
] as const;
