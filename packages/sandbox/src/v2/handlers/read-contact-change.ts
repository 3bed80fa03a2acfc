import type { WireObject } from '@egoi-client/core';
import { BrokenRule } from '../../account/broken-rule.ts';
import { formerFields, type PersonalField } from '../../account/contact-fields.ts';
import type { ContactChange, ContactRules } from '../../account/contacts/contact-change.ts';
import {
  birthDateOf,
  checkEmail,
  checkExtraValue,
  checkPhone,
  type EmailCheck,
  languageOf,
  statusOf,
} from '../../account/contacts/contact-checks.ts';
import { readValue, readWord } from '@egoi-client/core/wire';
import { readIds, readText } from '../calls/params.ts';
import { Refusal } from '../calls/refusal.ts';
import { extraFieldNamed } from './contact-fields.ts';

/**
 * Reads the parameters that describe a contact: of addSubscriber, of editSubscriber and of each row of
 * addSubscriberBulk. Parameters that the service ignores, or that only steer mails, are not looked at.
 *
 * @param phonePrefix digits of the prefix that numbers without one get; they are refused when `undefined`
 * @throws Refusal or BrokenRule for the first parameter that is wrong
 */
export function readContactChange(
  params: WireObject,
  rules: ContactRules,
  phonePrefix?: string,
): ContactChange {
  const { policy } = rules;
  if (!policy.hasFormerFields) refuseFormerFields(params);
  const extras = readExtras(params, rules);
  const fields = new Map<PersonalField, string>();
  for (const name of policy.fields) {
    const text = (readField[name] ?? readPlain)(params, name, phonePrefix);
    if (text !== undefined) fields.set(name, text);
  }
  const sender = readText(params, 'from', 'INVALID_FROM');
  if (sender && !rules.senders.has(sender.toLowerCase())) throw new Refusal('INVALID_FROM');
  return {
    fields,
    extras,
    tags: readIds(params, 'tags').filter((tag) => rules.tags.has(tag)),
    status: readStatus(params, 'status'),
    lang: readLanguage(params),
  };
}

/** Callers of that time send an empty text for a field that they do not fill: it says nothing. */
function refuseFormerFields(params: WireObject): void {
  for (const field of formerFields) {
    const value = readValue(params, field);
    if (value !== undefined && value !== '') throw new BrokenRule({ reason: 'formerField', field });
  }
}

/** A status of a contact, 0 to 4. @throws Refusal or BrokenRule for anything else */
export function readStatus(params: WireObject, name: string): number | undefined {
  const text = readPlain(params, name);
  return text === undefined || text === '' ? undefined : statusOf(text);
}

function readExtras(params: WireObject, rules: ContactRules): Map<number, string> {
  const extras = new Map<number, string>();
  for (const name of Object.keys(params)) {
    if (!name.startsWith('extra_')) continue;
    const text = readText(params, name, 'INVALID_EXTRA_FIELD');
    if (text === undefined) continue;
    const field = extraFieldNamed(name, rules.extraFields);
    checkExtraValue(text, field);
    extras.set(field.id, text);
  }
  return extras;
}

type FieldReader = (
  params: WireObject,
  name: PersonalField,
  phonePrefix: string | undefined,
) => string | undefined;

const readField: Readonly<Partial<Record<PersonalField, FieldReader>>> = {
  email: readEmail,
  cellphone: readPhone,
  telephone: readPhone,
  fax: readPhone,
  birth_date: readBirthDate,
};

function readPlain(params: WireObject, name: string): string | undefined {
  return readText(params, name, 'SUBSCRIBER_FORMAT_ERROR');
}

/** What `validate_email` asks for. */
const emailChecks: ReadonlyMap<string | undefined, EmailCheck> = new Map([
  ['1', 'domain'],
  ['2', 'mailbox'],
]);

function readEmail(params: WireObject, name: string): string | undefined {
  const email = readText(params, name, 'EMAIL_ADDRESS_INVALID');
  if (email === undefined) return undefined;
  checkEmail(email, emailChecks.get(readWord(params, 'validate_email')) ?? 'form');
  return email;
}

function readPhone(
  params: WireObject,
  name: string,
  phonePrefix: string | undefined,
): string | undefined {
  const text = readPlain(params, name);
  if (text === undefined) return undefined;
  const phone = phonePrefix !== undefined && /^\d+$/.test(text) ? `${phonePrefix}-${text}` : text;
  if (readWord(params, 'validate_phone') !== '0') checkPhone(phone);
  return phone;
}

function readBirthDate(params: WireObject, name: string): string | undefined {
  const text = readPlain(params, name);
  return text === undefined ? undefined : birthDateOf(text);
}

function readLanguage(params: WireObject): string | undefined {
  const code = readPlain(params, 'lang');
  return code === undefined || code === '' ? undefined : languageOf(code);
}
