import type { WireObject } from '@egoi-client/core';
import { setMember } from '@egoi-client/core/wire';
import { formerFields } from '../../account/contact-fields.ts';
import { type Contact, extraValuesOf } from '../../account/store/contacts.ts';
import { extraFieldsOf } from '../../account/store/extra-fields.ts';
import { type ContactCounts, countsOfContacts } from '../../account/store/reports.ts';
import type { Statements } from '../../account/store/statements.ts';

/**
 * Contacts of one list as subscriberData, addSubscriber and editSubscriber answer them: the 25 fields
 * of a recorded answer in its order, where `STATUS` alone is no text and what is unset is `''`; then
 * `EXTRA_FIELD_<number>` for every extra field of the list. `REMOVE_METHOD` and `REMOVE_DATE` follow
 * while the contact is removed, `MODIFICATION_DATE` once it was changed. Fields that the service removed
 * are there where the contact has a value in one. Source: reference, subscriberData.
 */
export async function contactRecords(
  sql: Statements,
  list: number,
  contacts: readonly Contact[],
): Promise<WireObject[]> {
  const fields = await extraFieldsOf(sql, [list]);
  const values = new Map<string, string>();
  const ids = contacts.map((contact) => contact.id);
  const counts = new Map<number, ContactCounts>();
  for (const count of await countsOfContacts(sql, ids)) counts.set(count.contact, count);
  if (fields.length > 0) {
    for (const { contact, field, value } of await extraValuesOf(sql, ids)) {
      values.set(`${contact} ${field}`, value);
    }
  }
  return contacts.map((contact) => {
    const record = recordOf(contact, counts.get(contact.id));
    for (const { id } of fields) {
      setMember(record, `EXTRA_FIELD_${id}`, values.get(`${contact.id} ${id}`) ?? '');
    }
    for (const field of formerFields) {
      const value = contact[field];
      if (value !== null) record[field.toUpperCase()] = value;
    }
    if (contact.remove_date !== null) {
      record['REMOVE_METHOD'] = contact.remove_method ?? '';
      record['REMOVE_DATE'] = contact.remove_date;
    }
    if (contact.modification_date !== null) {
      record['MODIFICATION_DATE'] = contact.modification_date;
    }
    return record;
  });
}

function recordOf(contact: Contact, counts: ContactCounts | undefined): WireObject {
  return {
    UID: contact.uid,
    ADD_DATE: contact.add_date,
    SUBSCRIPTION_METHOD: contact.subscription_method,
    LIST: String(contact.list),
    FIRST_NAME: contact.first_name ?? '',
    LAST_NAME: contact.last_name ?? '',
    EMAIL: contact.email ?? '',
    CELLPHONE: contact.cellphone ?? '',
    TELEPHONE: contact.telephone ?? '',
    FAX: contact.fax ?? '',
    LANGUAGE: contact.lang,
    BIRTH_DATE: contact.birth_date ?? '',
    STATUS: contact.status,
    BOUNCES: String(counts?.bounces ?? 0),
    EMAIL_SENT: String(counts?.email_sent ?? 0),
    EMAIL_VIEWS: String(counts?.email_views ?? 0),
    REFERRALS: '0',
    REFERRALS_CONVERTED: '0',
    CLICKS: String(counts?.clicks ?? 0),
    SMS_SENT: String(counts?.sms_sent ?? 0),
    SMS_DELIVERED: String((counts?.sms_sent ?? 0) - (counts?.sms_bounces ?? 0)),
    FAX_SENT: String(counts?.fax_sent ?? 0),
    VOICE_CALLS_SENT: String(counts?.voice_calls_sent ?? 0),
    VOICE_CALLS_ANSWERED: '0',
    MMS_SENT: '0',
  };
}
