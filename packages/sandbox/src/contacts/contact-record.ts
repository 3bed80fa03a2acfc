import { setMember, type WireObject } from '@egoi-client/core';
import { type Contact, extraValuesOf } from '../store/contacts.ts';
import { extraFieldsOf } from '../store/extra-fields.ts';
import { type ContactCounts, countsOfContacts } from '../store/reports.ts';
import type { Statements } from '../store/statements.ts';
import { languageName } from './languages.ts';

const obsolete = [
  'TAX_ID',
  'ADDRESS',
  'ZIP_CODE',
  'CITY',
  'DISTRICT',
  'STATE',
  'COUNTRY',
  'AGE',
  'GENDER',
  'ID_CARD',
  'COMPANY',
];

/**
 * Contacts of one list as subscriberData, addSubscriber and editSubscriber answer them: every field of
 * the catalogue, and `EXTRA_<number>` for every extra field of the list. `MODIFICATION_DATE` is there
 * once a contact was changed, `REMOVE_METHOD` and `REMOVE_DATE` while it is removed (reference, 11).
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
      setMember(record, `EXTRA_${id}`, values.get(`${contact.id} ${id}`) ?? '');
    }
    return record;
  });
}

function recordOf(contact: Contact, counts: ContactCounts | undefined): WireObject {
  const record: WireObject = {
    UID: contact.uid,
    FIRST_NAME: contact.first_name ?? '',
    LAST_NAME: contact.last_name ?? '',
    EMAIL: contact.email ?? '',
    CELLPHONE: contact.cellphone ?? '',
    TELEPHONE: contact.telephone ?? '',
    FAX: contact.fax ?? '',
    LIST: String(contact.list),
    STATUS: String(contact.status),
    LANG: contact.lang,
    LANGUAGE: languageName(contact.lang),
    BIRTH_DATE: contact.birth_date ?? '0000-00-00',
    ADD_DATE: contact.add_date,
    SUBSCRIPTION_METHOD: contact.subscription_method,
  };
  if (contact.remove_date !== null) {
    record['REMOVE_METHOD'] = contact.remove_method ?? '';
    record['REMOVE_DATE'] = contact.remove_date;
  }
  if (contact.modification_date !== null) {
    record['MODIFICATION_DATE'] = contact.modification_date;
  }
  for (const name of obsolete) record[name] = '';
  return Object.assign(record, {
    BOUNCES: counts?.bounces ?? 0,
    EMAIL_SENT: counts?.email_sent ?? 0,
    EMAIL_VIEWS: counts?.email_views ?? 0,
    REFERRALS: 0,
    REFERRALS_CONVERTED: 0,
    CLICKS: counts?.clicks ?? 0,
    SMS_SENT: counts?.sms_sent ?? 0,
    SMS_DELIVERED: (counts?.sms_sent ?? 0) - (counts?.sms_bounces ?? 0),
  });
}
