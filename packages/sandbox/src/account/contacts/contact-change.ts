import type { WireObject } from '@egoi-client/core';
import { readIds, readText, readWord } from '../../v2/calls/params.ts';
import { Refusal } from '../../v2/calls/refusal.ts';
import type { CompareField, PersonalField } from '../store/contacts.ts';
import type { ExtraField } from '../store/extra-fields.ts';
import type { ContactPolicy } from './contact-policy.ts';
import { checkExtraValue, extraFieldNamed } from './extra-value.ts';
import { removedFields } from '../../v2/calls/field-codes.ts';
import { isDate, isEmail, isPhone } from './formats.ts';
import { contactLanguage } from './languages.ts';

/** What a call says about one contact, checked. `''` clears a value. */
export interface ContactChange {
  readonly fields: ReadonlyMap<PersonalField, string>;
  /** Values of extra fields by the number of the field. */
  readonly extras: ReadonlyMap<number, string>;
  /** Numbers of tags that exist. */
  readonly tags: readonly number[];
  readonly status: number | undefined;
  readonly lang: string | undefined;
}

/** The value that a change gives a field, `''` where it gives none. */
export function valueIn(change: ContactChange, field: CompareField): string {
  const value = typeof field === 'number' ? change.extras.get(field) : change.fields.get(field);
  return value ?? '';
}

/** What a list and its account allow in a contact. */
export interface ContactRules {
  readonly extraFields: ReadonlyMap<number, ExtraField>;
  readonly tags: ReadonlySet<number>;
  /** Codes and addresses of the senders that confirmation and welcome mails may come from. */
  readonly senders: ReadonlySet<string>;
  readonly policy: ContactPolicy;
  /** Digits of the prefix that numbers without one get; they are refused when `undefined`. */
  readonly phonePrefix?: string;
}

/**
 * Reads the parameters that describe a contact: of addSubscriber, of editSubscriber and of each row of
 * addSubscriberBulk. Parameters that the service ignores, or that only steer mails, are not looked at.
 *
 * @throws Refusal for the first parameter that is wrong
 */
export function readContactChange(params: WireObject, rules: ContactRules): ContactChange {
  const { policy } = rules;
  if (!policy.hasFormerFields) refuseRemovedFields(params);
  const extras = readExtras(params, rules);
  const fields = new Map<PersonalField, string>();
  for (const name of policy.fields) {
    const read = readField[name] ?? readPlain;
    const text = read(params, name, rules);
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
function refuseRemovedFields(params: WireObject): void {
  for (const [name, code] of removedFields) {
    if (readText(params, name, code)) throw new Refusal(code);
  }
}

/** A status of a contact, 0 to 4. @throws Refusal `SUBSCRIBER_FORMAT_ERROR` for anything else */
export function readStatus(params: WireObject, name: string): number | undefined {
  const text = readText(params, name, 'SUBSCRIBER_FORMAT_ERROR');
  if (text === undefined || text === '') return undefined;
  if (!/^[0-4]$/.test(text)) throw new Refusal('SUBSCRIBER_FORMAT_ERROR');
  return Number(text);
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
  rules: ContactRules,
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

/**
 * `validate_email` 1 and 2 ask for a domain and an address that exist. The sandbox asks no one: domains
 * under `.invalid`, which exist nowhere (RFC 2606, RFC 6761), and a few names fail.
 */
function readEmail(params: WireObject, name: string): string | undefined {
  const email = readText(params, name, 'EMAIL_ADDRESS_INVALID');
  if (email === undefined || email === '') return email;
  if (!isEmail(email)) throw new Refusal('EMAIL_ADDRESS_INVALID');
  const check = readWord(params, 'validate_email');
  if (check !== '1' && check !== '2') return email;
  if (/\.invalid$/i.test(email)) throw new Refusal('EMAIL_ADDRESS_INVALID_MX_ERROR');
  if (check === '2' && /^(?:does-not-exist|nobody|unknown)@/i.test(email)) {
    throw new Refusal('EMAIL_ADDRESS_INVALID_DOESNT_EXIST');
  }
  return email;
}

function readPhone(
  params: WireObject,
  name: string,
  { phonePrefix }: ContactRules,
): string | undefined {
  const text = readPlain(params, name);
  if (text === undefined || text === '') return text;
  const phone = phonePrefix !== undefined && /^\d+$/.test(text) ? `${phonePrefix}-${text}` : text;
  if (readWord(params, 'validate_phone') !== '0' && !isPhone(phone)) {
    throw new Refusal('SUBSCRIBER_FORMAT_ERROR');
  }
  return phone;
}

/** A day as `YYYY-MM-DD`, or as `DD-MM-YYYY`, in which one client sends it. */
function readBirthDate(params: WireObject, name: string): string | undefined {
  const given = readPlain(params, name);
  const text = given?.replace(/^(\d{2})-(\d{2})-(\d{4})$/, '$3-$2-$1');
  if (text === '0000-00-00') return '';
  if (text !== undefined && text !== '' && !isDate(text)) {
    throw new Refusal('SUBSCRIBER_FORMAT_ERROR');
  }
  return text;
}

function readLanguage(params: WireObject): string | undefined {
  const code = readText(params, 'lang', 'SUBSCRIBER_FORMAT_ERROR');
  if (code === undefined || code === '') return undefined;
  const lang = contactLanguage(code);
  if (lang === undefined) throw new Refusal('SUBSCRIBER_FORMAT_ERROR');
  return lang;
}
