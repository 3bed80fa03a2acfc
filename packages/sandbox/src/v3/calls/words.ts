import type { ContactBase } from '@egoi-client/v3-api';
import type { ContactSetting, PersonalField } from '../../account/contact-fields.ts';
import type { ExtraFieldType } from '../../account/store/extra-fields.ts';
import type { OperationType } from '../../account/store/operations.ts';

/** The API's words for the statuses of contacts. Who is invited (3) has not confirmed either. */
export const statusWords: Readonly<Record<number, ContactStatus>> = {
  0: 'unconfirmed',
  1: 'active',
  2: 'removed',
  3: 'unconfirmed',
  4: 'inactive',
};

export type ContactStatus = 'active' | 'inactive' | 'removed' | 'unconfirmed';

/** The account's number of a status. */
export const statusNumbers: Readonly<Record<ContactStatus, number>> = {
  unconfirmed: 0,
  active: 1,
  removed: 2,
  inactive: 4,
};

/** The API's names of what the account knows of a contact; it has no fax, nor what accounts had until about 2011. */
export const baseFieldNames = {
  email: 'email',
  cellphone: 'cellphone',
  telephone: 'phone',
  first_name: 'first_name',
  last_name: 'last_name',
  birth_date: 'birth_date',
} as const satisfies Readonly<Partial<Record<PersonalField, string>>>;

/** A field that the account and the API both know. */
export type BaseField = keyof typeof baseFieldNames;

/** What the account calls a field of a contact; `undefined` for any other name. */
export function baseFieldNamed(name: string): BaseField | undefined {
  return (Object.keys(baseFieldNames) as BaseField[]).find(
    (field) => baseFieldNames[field] === name,
  );
}

/** The statuses of the three addresses. */
export const channelStatusNames = {
  email_status: 'email_status',
  cellphone_status: 'cellphone_status',
  telephone_status: 'phone_status',
} as const satisfies Readonly<Partial<Record<ContactSetting, string>>>;

/** Its words for the kinds of extra fields. A fax number it cannot tell from another. */
export const formatWords = {
  date: 'date',
  text: 'text',
  telephone: 'phone',
  cellphone: 'cellphone',
  fax: 'phone',
  number: 'number',
  email: 'email',
  choice: 'options',
} as const satisfies Readonly<Record<ExtraFieldType, string>>;

/** The kind that a word of the API means. */
export const typesOfFormat = {
  date: 'date',
  text: 'text',
  phone: 'telephone',
  cellphone: 'cellphone',
  number: 'number',
  email: 'email',
  options: 'choice',
} as const satisfies Readonly<Record<string, ExtraFieldType>>;

/** Its words for how contacts came. */
export const subscriptionMethods: Readonly<
  Record<string, NonNullable<ContactBase['subscription_method']>>
> = {
  API: 'api',
  import: 'imported',
  form: 'form',
  manual: 'manual',
  referral: 'referral',
};

/** Its words for how contacts left. */
export const removalMethods: Readonly<
  Record<string, NonNullable<ContactBase['unsubscription_method']>>
> = {
  API: 'api',
  form: 'form',
  manual: 'manual',
  bounce: 'bounce',
  link: 'unsubscribe_link',
  campaign: 'unsubscribe_link',
};

/** The account's words for the same. */
export const methodsOfRemoval = {
  api: 'API',
  form: 'form',
  manual: 'manual',
  bounce: 'bounce',
  unsubscribe_link: 'link',
} as const;

/** Its words for why contacts left; the account numbers them from 1. */
export const removalReasons = [
  'not_interested',
  'lack_of_time',
  'email_address_change',
  'spam',
  'other',
] as const;

/** How operations are listed. The last five types have no word of their own in an answer. */
export const operationWords = {
  import: 'import_contacts',
  update: 'update_contacts',
  export: 'export_contacts',
  report: 'advanced_report',
  email: 'email',
  sms: 'sms',
  voice: 'voice',
  attachTag: 'mass_operation',
  detachTag: 'mass_operation',
  activate: 'mass_operation',
  deactivate: 'mass_operation',
  forget: 'mass_operation',
} as const satisfies Readonly<Record<OperationType, string>>;

/** The words of the filter that an answer does not have. */
export const filteredOperations: Readonly<Record<string, OperationType>> = {
  attach_tag: 'attachTag',
  detach_tag: 'detachTag',
};

const languages = ['en', 'pt', 'br', 'es', 'de', 'hu', 'fr'] as const;

type Language = (typeof languages)[number];

/** Its word for a language; English for one that it has none for. */
export function languageWord(code: string): Language {
  return languages.find((language) => language === code) ?? 'en';
}
