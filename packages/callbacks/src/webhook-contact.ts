import type { ContactBase } from '@egoi-client/v3-api';
import type { WebhookContact } from './webhook.ts';

type Json = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const oneOf =
  (...words: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && words.includes(value);
const isTokenList: Check = (value) => Array.isArray(value) && value.every(isObject);
const isStatus = oneOf('active', 'inactive');

const baseChecks: Readonly<Record<keyof ContactBase, Check>> = {
  contact_id: isText,
  status: oneOf('active', 'inactive', 'removed', 'unconfirmed'),
  consent: oneOf(
    'any',
    'consent',
    'contract',
    'legitimate_interest',
    'none',
    'protect_vital_interests',
    'public_interests',
    'required_by_law',
    'withdrawn',
  ),
  consent_date: isText,
  subscription_method: oneOf('manual', 'form', 'imported', 'referral', 'api'),
  subscription_date: isText,
  subscription_form: isNumber,
  unsubscription_method: oneOf('manual', 'form', 'unsubscribe_link', 'bounce', 'api', ''),
  unsubscription_reason: oneOf(
    'not_interested',
    'lack_of_time',
    'email_address_change',
    'spam',
    'other',
    '',
  ),
  unsubscription_observation: isText,
  unsubscription_date: isText,
  change_date: isText,
  first_name: isText,
  last_name: isText,
  birth_date: isText,
  language: oneOf('en', 'pt', 'br', 'es', 'de', 'hu', 'fr'),
  email: isText,
  cellphone: isText,
  phone: isText,
  email_status: isStatus,
  cellphone_status: isStatus,
  phone_status: isStatus,
  push_token_android: isTokenList,
  push_token_ios: isTokenList,
};

/**
 * The contact of a webhook. What is not of the kind that is due goes to `others`.
 *
 * @returns `undefined` where there is none
 */
export function readContact(
  value: unknown,
  others: Record<string, unknown>,
): WebhookContact | undefined {
  if (!isObject(value)) {
    if (value !== undefined) others['contact'] = value;
    return undefined;
  }
  const { base, extra, tags, ...further } = value;
  for (const [name, member] of Object.entries(further)) others[`contact.${name}`] = member;
  return {
    base: readBase(base, others),
    extra: readList(extra, 'contact.extra', isExtraField, others) as WebhookContact['extra'],
    tags: readList(tags, 'contact.tags', isNumber, others) as WebhookContact['tags'],
  };
}

function readBase(value: unknown, others: Record<string, unknown>): WebhookContact['base'] {
  if (!isObject(value)) {
    if (value !== undefined) others['contact.base'] = value;
    return {};
  }
  const read: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    const isKnown =
      Object.hasOwn(baseChecks, name) && baseChecks[name as keyof ContactBase](member);
    if (isKnown) read[name] = member;
    else others[`contact.base.${name}`] = member;
  }
  return read;
}

function readList(
  value: unknown,
  place: string,
  isItem: Check,
  others: Record<string, unknown>,
): readonly unknown[] {
  if (Array.isArray(value) && value.every(isItem)) return value;
  if (value !== undefined) others[place] = value;
  return [];
}

function isExtraField(item: unknown): boolean {
  if (!isObject(item) || !isNumber(item['field_id'])) return false;
  const { value } = item;
  return value === undefined || isText(value) || (Array.isArray(value) && value.every(isNumber));
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
