import type { WireObject } from '@egoi-client/core';
import { scalarText } from '@egoi-client/core/wire';
import type { Contact } from '../../account/store/contacts.ts';
import type { CallbackField } from './events.ts';

/** What comes before the extra fields, in the order of the service's own sample. */
const before = [
  'UID',
  'LIST',
  'FIRST_NAME',
  'LAST_NAME',
  'EMAIL',
  'CELLPHONE',
  'TELEPHONE',
  'FAX',
  'LANGUAGE',
  'BIRTH_DATE',
];

/**
 * The body of a callback: a form whose one field holds an XML document with the root `DATA`, without a
 * declaration and without attributes. Its elements are those of the service's own sample in their
 * order, as far as that is known; what is unset is an empty element. Source: reference, 14.10.
 *
 * @param record the contact as subscriberData answers it
 */
export function eventForm(field: CallbackField, contact: Contact, record: WireObject): string {
  const told = (name: string) => element(name, scalarText(record[name]));
  const extras = Object.keys(record).filter((name) => name.startsWith('EXTRA_FIELD_'));
  const elements = [
    ...before.map(told),
    element('DATE_ADD', contact.add_date),
    told('STATUS'),
    ...extras.map(told),
    element('REMOVE_DATE', contact.remove_date),
    element('REMOVE_METHOD', contact.remove_method),
    element('REMOVE_OPTION', contact.remove_option),
    element('REMOVE_OBS', contact.remove_obs),
    element('STATS_EMAIL_SENT', scalarText(record['EMAIL_SENT'])),
  ];
  return new URLSearchParams([[field, `<DATA>${elements.join('')}</DATA>`]]).toString();
}

function element(name: string, text: string | null | undefined): string {
  return `<${name}>${escapeText(text ?? '')}</${name}>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  // A parser would make a line feed of it.
  '\r': '&#13;',
};

function escapeText(text: string): string {
  return text.replace(/[&<>\r]/g, (character) => entities[character] ?? character);
}
