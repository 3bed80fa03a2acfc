import type { ContactSetting, PersonalField } from '../../account/contact-fields.ts';
import {
  birthDateOf,
  checkEmail,
  checkExtraValue,
  checkPhone,
  languageOf,
} from '../../account/contacts/contact-checks.ts';
import type { ContactChange, ContactRules } from '../../account/contacts/contact-change.ts';
import type { ExtraFieldValue } from '@egoi-client/v3-api';
import type { ExtraField } from '../../account/store/extra-fields.ts';
import { Refusal, unprocessable } from '../calls/refusal.ts';
import {
  type BaseField,
  baseFieldNames,
  channelStatusNames,
  type ContactStatus,
  statusNumbers,
} from '../calls/words.ts';

/** What a request says of one contact. */
export interface ContactBody {
  readonly base?: object | undefined;
  readonly extra?: readonly ExtraFieldValue[] | undefined;
  readonly utm?: object | undefined;
  readonly referrer?: object | undefined;
  readonly advertising?: object | undefined;
}

/** How a contact is read. */
export interface ContactReading {
  /** What an empty text does to a value: clears it, or says nothing. */
  readonly empty: 'clears' | 'says nothing';
  /** When consent is given, `YYYY-MM-DD HH:MM:SS`. */
  readonly moment: string;
}

/**
 * Reads what a request says of a contact. Text is trimmed of nothing; what the API marks as its own to
 * write is not looked at.
 *
 * @throws Refusal 422 or BrokenRule for the first value that is wrong
 */
export function readContact(
  body: ContactBody,
  rules: ContactRules,
  { empty, moment }: ContactReading,
): ContactChange {
  const base: Readonly<Record<string, unknown>> = { ...body.base };
  refusePush(base);
  const says = (text: string) => text !== '' || empty === 'clears';
  const fields = new Map<PersonalField, string>();
  for (const [field, name] of Object.entries(baseFieldNames) as [BaseField, string][]) {
    const text = textIn(base, name);
    if (text !== undefined && says(text)) fields.set(field, checked(field, text));
  }
  const status = textIn(base, 'status');
  const language = textIn(base, 'language');
  const settings = readSettings(body, base, moment);
  return {
    fields,
    extras: readExtras(body.extra ?? [], rules, says),
    tags: [],
    status: status === undefined ? undefined : statusNumbers[status as ContactStatus],
    lang: language === undefined || language === '' ? undefined : languageOf(language),
    ...(Object.keys(settings).length === 0 ? {} : { settings }),
  };
}

function textIn(base: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = base[name];
  return typeof value === 'string' ? value : undefined;
}

const checks: Readonly<Record<BaseField, (text: string) => string>> = {
  email: (text) => {
    checkEmail(text, 'form');
    return text;
  },
  cellphone: checkedPhone,
  telephone: checkedPhone,
  first_name: (text) => text,
  last_name: (text) => text,
  birth_date: birthDateOf,
};

function checked(field: BaseField, text: string): string {
  return checks[field](text);
}

function checkedPhone(text: string): string {
  checkPhone(text);
  return text;
}

function readExtras(
  entries: readonly ExtraFieldValue[],
  rules: ContactRules,
  says: (text: string) => boolean,
): Map<number, string> {
  const extras = new Map<number, string>();
  for (const { field_id, value, status } of entries) {
    const field = rules.extraFields.get(field_id);
    if (field === undefined) throw unprocessable('extra', `The list has no field ${field_id}`);
    if (status === 'inactive') {
      throw unprocessable('extra', 'The account keeps no status of values of extra fields');
    }
    const text = extraText(field, value);
    if (!says(text)) continue;
    if (field.type !== 'choice') checkExtraValue(text, field);
    extras.set(field.id, text);
  }
  return extras;
}

/** The value as the account keeps it: of a choice, the labels of the options with these numbers. */
function extraText(field: ExtraField, value: ExtraFieldValue['value']): string {
  if (field.type !== 'choice') {
    if (typeof value === 'string') return value;
    throw unprocessable('extra', `The value of field ${field.id} must be a text`);
  }
  if (value === '') return '';
  if (!Array.isArray(value)) {
    throw unprocessable('extra', `The value of field ${field.id} must be a list of options`);
  }
  const labels = value.map((id) => {
    const option = field.options.find((known) => known.id === id);
    if (option === undefined) {
      throw unprocessable('extra', `Field ${field.id} has no option ${id}`);
    }
    return option.label;
  });
  return [...new Set(labels)].join(',');
}

function readSettings(
  body: ContactBody,
  base: Readonly<Record<string, unknown>>,
  moment: string,
): Partial<Record<ContactSetting, string | null>> {
  const settings: Partial<Record<ContactSetting, string | null>> = {};
  for (const [setting, name] of Object.entries(channelStatusNames)) {
    const status = textIn(base, name);
    if (status === undefined) continue;
    settings[setting as ContactSetting] = status === 'inactive' ? 'inactive' : null;
  }
  const consent = textIn(base, 'consent');
  if (consent !== undefined) {
    settings.consent = consent;
    settings.consent_date = moment;
  }
  const { utm, referrer, advertising } = body;
  if (utm !== undefined || referrer !== undefined || advertising !== undefined) {
    settings.traffic = JSON.stringify({ utm, referrer, advertising });
  }
  return settings;
}

/** @throws Refusal 422 for tokens of an app that the account cannot have */
function refusePush(base: Readonly<Record<string, unknown>>): void {
  for (const name of ['push_token_android', 'push_token_ios']) {
    const tokens = base[name];
    if (Array.isArray(tokens) && tokens.length > 0) {
      throw new Refusal(422, `${name}: the account has no push apps`, {
        [name]: ['The account has no push apps'],
      });
    }
  }
}
