import type { CallbackContact } from '@egoi-client/callbacks';
import type { WireObject } from '@egoi-client/core';
import { scalarText } from '@egoi-client/core/wire';
import type { Contact } from '../../account/store/contacts.ts';

const extraField = /^EXTRA_FIELD_(\d+)$/;

/**
 * What a callback tells of a contact.
 *
 * @param record the contact as subscriberData answers it
 */
export function callbackContact(contact: Contact, record: WireObject): CallbackContact {
  const text = (name: string) => scalarText(record[name]) ?? '';
  const extras = Object.keys(record).flatMap((name) => {
    const [, field] = extraField.exec(name) ?? [];
    return field === undefined ? [] : [[field, text(name)] as const];
  });
  return {
    UID: text('UID'),
    LIST: contact.list,
    FIRST_NAME: text('FIRST_NAME'),
    LAST_NAME: text('LAST_NAME'),
    EMAIL: text('EMAIL'),
    CELLPHONE: text('CELLPHONE'),
    TELEPHONE: text('TELEPHONE'),
    FAX: text('FAX'),
    LANGUAGE: text('LANGUAGE'),
    BIRTH_DATE: text('BIRTH_DATE'),
    DATE_ADD: contact.add_date,
    STATUS: contact.status,
    extraFields: Object.fromEntries(extras),
    REMOVE_DATE: contact.remove_date ?? '',
    REMOVE_METHOD: contact.remove_method ?? '',
    REMOVE_OPTION: contact.remove_option === null ? undefined : Number(contact.remove_option),
    REMOVE_OBS: contact.remove_obs ?? '',
    STATS_EMAIL_SENT: Number(text('EMAIL_SENT')),
    others: {},
  };
}
