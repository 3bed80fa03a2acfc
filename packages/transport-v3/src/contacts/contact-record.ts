import type { WireObject } from '@egoi-client/core';
import { setMember } from '@egoi-client/core/wire';
import type { Contact, ContactDetails, FieldDetails } from '@egoi-client/v3-api';
import { methodWords, statusNumbers } from '../values/words.ts';
import { extraFieldsIn, labelOf } from './extra-fields.ts';
import type { GivenContact } from './read-contact.ts';

/**
 * A contact of API v3 in the fields of API v2; those that API v3 does not tell are left out.
 *
 * @param fields those of the list, to tell options by their labels
 */
export function contactRecord(
  list: number,
  { base, extra = [], ...stats }: Contact & Partial<ContactDetails>,
  fields: readonly FieldDetails[],
): WireObject {
  const record: WireObject = {
    UID: base.contact_id,
    ADD_DATE: base.subscription_date ?? '',
    SUBSCRIPTION_METHOD: wordOf(base.subscription_method),
    LIST: String(list),
    FIRST_NAME: base.first_name ?? '',
    LAST_NAME: base.last_name ?? '',
    EMAIL: base.email ?? '',
    CELLPHONE: base.cellphone ?? '',
    TELEPHONE: base.phone ?? '',
    LANGUAGE: base.language ?? '',
    BIRTH_DATE: base.birth_date ?? '',
    ...(base.status === undefined ? {} : { STATUS: statusNumbers[base.status] ?? base.status }),
    ...statsIn(stats),
  };
  const known = extraFieldsIn(fields);
  for (const { field_id, value } of extra) {
    setMember(record, `EXTRA_FIELD_${field_id}`, extraText(value, known.get(field_id)));
  }
  if (base.status === 'removed') {
    record['REMOVE_METHOD'] = wordOf(base.unsubscription_method);
    record['REMOVE_DATE'] = base.unsubscription_date ?? '';
  }
  return record;
}

function wordOf(method: string | undefined): string {
  return methodWords[method ?? ''] ?? method ?? '';
}

function statsIn({ email_stats, sms_stats, voice_stats }: Partial<ContactDetails>): WireObject {
  const record: WireObject = {};
  const tell = (name: string, count: number | undefined) => {
    if (count !== undefined) record[name] = String(count);
  };
  if (email_stats !== undefined) {
    const { soft_bounces, hard_bounces } = email_stats;
    if (soft_bounces !== undefined || hard_bounces !== undefined) {
      tell('BOUNCES', (soft_bounces ?? 0) + (hard_bounces ?? 0));
    }
    tell('EMAIL_SENT', email_stats.sent);
    tell('EMAIL_VIEWS', email_stats.opens);
    tell('REFERRALS', email_stats.forwards);
    tell('REFERRALS_CONVERTED', email_stats.conversions);
    tell('CLICKS', email_stats.clicks);
  }
  tell('SMS_SENT', sms_stats?.sent);
  tell('SMS_DELIVERED', sms_stats?.delivered);
  tell('VOICE_CALLS_SENT', voice_stats?.sent);
  tell('VOICE_CALLS_ANSWERED', voice_stats?.answered);
  return record;
}

function extraText(
  value: string | readonly number[] | undefined,
  field: FieldDetails | undefined,
): string {
  if (value === undefined || typeof value === 'string') return value ?? '';
  const labels = value.map((id) => {
    const option = field?.options?.find(({ option_id }) => option_id === id);
    return option === undefined ? String(id) : labelOf(option);
  });
  return labels.join(',');
}

/** Whether a record is told with labels of options. */
export function needsLabels({ extra = [] }: Contact): boolean {
  return extra.some(({ value }) => typeof value === 'object' && value.length > 0);
}

/** What a call gave, as the answer to it. */
export function givenRecord(
  list: number,
  uid: string,
  { base, status, extras }: GivenContact,
): WireObject {
  const record: WireObject = { UID: uid, LIST: String(list) };
  const tell = (name: string, value: string | undefined) => {
    if (value !== undefined) record[name] = value;
  };
  tell('FIRST_NAME', base.first_name);
  tell('LAST_NAME', base.last_name);
  tell('EMAIL', base.email);
  tell('CELLPHONE', base.cellphone);
  tell('TELEPHONE', base.phone);
  tell('LANGUAGE', base.language);
  tell('BIRTH_DATE', base.birth_date);
  if (status !== undefined) record['STATUS'] = status;
  for (const [id, value] of extras) setMember(record, `EXTRA_FIELD_${id}`, value);
  return record;
}
