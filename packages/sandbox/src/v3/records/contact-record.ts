import type {
  Contact as V3Contact,
  ContactBase,
  ContactDetails,
  ContactExtraField,
  ContactTraffic,
} from '@egoi-client/v3-api';
import { type Contact, extraValuesOf, tagsOfContacts } from '../../account/store/contacts.ts';
import { type ExtraField, extraFieldsOf } from '../../account/store/extra-fields.ts';
import { formsOfContacts } from '../../account/store/forms.ts';
import { choicesIn } from '../../account/lists/field-options.ts';
import { channelStatsOf, lastTimesOf } from '../../account/store/contact-stats.ts';
import type { Statements } from '../../account/store/statements.ts';
import {
  formatWords,
  languageWord,
  removalMethods,
  removalReasons,
  statusWords,
  subscriptionMethods,
} from '../calls/words.ts';

/** Contacts of one list as pages have them: every extra field of the list has its entry, also without a value. */
export async function contactItems(
  sql: Statements,
  list: number,
  contacts: readonly Contact[],
): Promise<V3Contact[]> {
  const ids = contacts.map(({ id }) => id);
  const fields = await extraFieldsOf(sql, [list]);
  const values = new Map<string, string>();
  if (fields.length > 0) {
    for (const { contact, field, value } of await extraValuesOf(sql, ids)) {
      values.set(`${contact} ${field}`, value);
    }
  }
  const forms = await formsOfContacts(sql, ids);
  const tags = new Map<number, number[]>(ids.map((id) => [id, []]));
  for (const { contact, tag } of await tagsOfContacts(sql, ids)) tags.get(contact)?.push(tag);
  return contacts.map((contact) => ({
    base: baseOf(contact, forms.get(contact.id) ?? 0),
    extra: fields.map((field) => extraOf(field, values.get(`${contact.id} ${field.id}`) ?? '')),
    tags: tags.get(contact.id) ?? [],
  }));
}

/** One contact with what was sent to it and came of that. */
export async function contactWithStats(sql: Statements, contact: Contact): Promise<ContactDetails> {
  const [item] = await contactItems(sql, contact.list, [contact]);
  if (item === undefined) throw new Error('a contact became no record');
  const stats = await channelStatsOf(sql, contact.id);
  const times = await lastTimesOf(sql, contact.id);
  return {
    ...item,
    email_stats: {
      sent: stats.email_sent,
      opens: stats.email_views,
      clicks: stats.clicks,
      soft_bounces: 0,
      hard_bounces: stats.bounces,
      forwards: 0,
      conversions: 0,
      social_actions: 0,
      last_send_date: times.sent ?? null,
      last_open_date: times.view ?? null,
      last_click_date: times.click ?? null,
      last_open_country: null,
      last_open_region: null,
      last_open_city: null,
    },
    sms_stats: { sent: stats.sms_sent, delivered: stats.sms_sent - stats.sms_bounces },
    voice_stats: { sent: stats.voice_calls_sent, answered: 0 },
    ...(contact.traffic === null
      ? {}
      : { traffic_stats: JSON.parse(contact.traffic) as ContactTraffic }),
  };
}

function baseOf(contact: Contact, form: number): ContactBase {
  const isRemoved = contact.remove_date !== null;
  const reason = removalReasons[Number(contact.remove_option ?? 0) - 1];
  return {
    contact_id: contact.uid,
    status: statusWords[contact.status] ?? 'unconfirmed',
    consent: (contact.consent ?? 'consent') as ContactBase['consent'],
    consent_date: contact.consent_date ?? contact.add_date,
    subscription_method: subscriptionMethods[contact.subscription_method] ?? 'api',
    subscription_date: contact.add_date,
    subscription_form: form,
    unsubscription_method: isRemoved ? (removalMethods[contact.remove_method ?? ''] ?? 'api') : '',
    unsubscription_reason: isRemoved ? (reason ?? '') : '',
    unsubscription_observation: contact.remove_obs ?? '',
    unsubscription_date: contact.remove_date ?? '',
    change_date: contact.modification_date?.slice(0, 10) ?? '',
    first_name: contact.first_name ?? '',
    last_name: contact.last_name ?? '',
    birth_date: contact.birth_date ?? '',
    language: languageWord(contact.lang),
    email: contact.email ?? '',
    email_status: addressStatus(contact.email_status),
    cellphone: contact.cellphone ?? '',
    cellphone_status: addressStatus(contact.cellphone_status),
    phone: contact.telephone ?? '',
    phone_status: addressStatus(contact.telephone_status),
    push_token_android: [],
    push_token_ios: [],
  };
}

function extraOf(field: ExtraField, value: string): ContactExtraField {
  const entry = { field_id: field.id, format: formatWords[field.type] };
  if (field.type !== 'choice') return { ...entry, value };
  return { ...entry, value: choicesIn(field, value).map(({ id }) => id) };
}

function addressStatus(status: string | null): 'active' | 'inactive' {
  return status === 'inactive' ? 'inactive' : 'active';
}
