import { isWireObject, type WireObject } from '@egoi-client/core';
import type { NewContactBase } from '@egoi-client/v3-api';
import { idIn, readList, scalarText } from '@egoi-client/core/wire';
import { readText } from '../calls/params.ts';
import { Refusal } from '../calls/refusal.ts';
import { isPhone, phoneOf } from '../values/phone.ts';
import { languageOf, statusWords } from '../values/words.ts';

/** What a call says of a contact, in the words of API v3. */
export interface GivenContact {
  readonly base: Omit<NewContactBase, 'status'>;
  /** Number of the status; `undefined` where none is given. */
  readonly status: number | undefined;
  /** Texts of extra fields, by number. */
  readonly extras: ReadonlyMap<number, string>;
  /** Numbers and names of tags. */
  readonly tags: readonly (number | string)[];
}

/**
 * Reads the parameters that describe a contact: of addSubscriber, editSubscriber and each row of
 * addSubscriberBulk.
 *
 * @param phonePrefix digits of the prefix that numbers without one get
 * @throws Refusal for the first that is wrong
 */
export function readContact(params: WireObject, phonePrefix: string | undefined): GivenContact {
  const extras = readExtras(params);
  return {
    base: {
      ...field('first_name', readPlain(params, 'first_name')),
      ...field('last_name', readPlain(params, 'last_name')),
      ...field('birth_date', readBirthDate(params)),
      ...field('language', readLanguage(params)),
      ...field('email', readText(params, 'email', 'EMAIL_ADDRESS_INVALID')),
      ...field('cellphone', readPhone(params, 'cellphone', phonePrefix)),
      ...field('phone', readPhone(params, 'telephone', phonePrefix)),
    },
    status: readStatus(params),
    extras,
    tags: readTags(params),
  };
}

function field<Name extends keyof NewContactBase>(
  name: Name,
  value: NewContactBase[Name],
): { [Key in Name]?: NewContactBase[Name] } {
  return value === undefined ? {} : ({ [name]: value } as { [Key in Name]?: NewContactBase[Name] });
}

function readPlain(params: WireObject, name: string): string | undefined {
  return readText(params, name, 'SUBSCRIBER_FORMAT_ERROR');
}

/** A day as `YYYY-MM-DD` or `DD-MM-YYYY`; `''` for none. */
function readBirthDate(params: WireObject): string | undefined {
  const text = readPlain(params, 'birth_date');
  if (text === undefined) return undefined;
  const day = text.replace(/^(\d{2})-(\d{2})-(\d{4})$/, '$3-$2-$1');
  if (day === '' || day === '0000-00-00') return '';
  if (!isDay(day)) throw new Refusal('SUBSCRIBER_FORMAT_ERROR');
  return day;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
}

function readLanguage(params: WireObject): NewContactBase['language'] {
  const code = readPlain(params, 'lang');
  if (code === undefined || code === '') return undefined;
  const language = languageOf(code);
  if (language === undefined) throw new Refusal('SUBSCRIBER_FORMAT_ERROR');
  return language;
}

function readPhone(
  params: WireObject,
  name: string,
  phonePrefix: string | undefined,
): string | undefined {
  const text = readPlain(params, name);
  if (text === undefined) return undefined;
  const phone = phoneOf(text, phonePrefix);
  if (!isPhone(phone)) throw new Refusal('SUBSCRIBER_FORMAT_ERROR');
  return phone;
}

/** @throws Refusal for anything but 0 to 4 */
export function readStatus(params: WireObject, name = 'status'): number | undefined {
  const text = readPlain(params, name);
  if (text === undefined || text === '') return undefined;
  if (!/^[0-4]$/.test(text)) throw new Refusal('SUBSCRIBER_FORMAT_ERROR');
  return Number(text);
}

/** The word of API v3 for a status. */
export function statusWord(status: number): (typeof statusWords)[number] {
  return statusWords[status] ?? 'unconfirmed';
}

function readExtras(params: WireObject): Map<number, string> {
  const extras = new Map<number, string>();
  for (const name of Object.keys(params)) {
    if (!name.startsWith('extra_')) continue;
    const text = readText(params, name, 'INVALID_EXTRA_FIELD');
    if (text === undefined) continue;
    const id = idIn(/^extra_(0|[1-9]\d*)$/.exec(name)?.[1] ?? '');
    if (id === 0) throw new Refusal('INVALID_EXTRA_FIELD');
    extras.set(id, text);
  }
  return extras;
}

/** Tags by number, by name, or as `{ id: … }`. */
function readTags(params: WireObject): (number | string)[] {
  const given = readList(params, 'tags').flatMap((item) =>
    isWireObject(item) ? readList(item, 'id') : [item],
  );
  const tags = given.flatMap((item): (number | string)[] => {
    const id = idIn(item);
    const name = scalarText(item)?.trim() ?? '';
    return id > 0 ? [id] : /^\d*$/.test(name) ? [] : [name];
  });
  return [...new Set(tags)];
}

/** Whether a contact is described by anything that could tell it from others. */
export function saysAnything({ base, extras }: GivenContact): boolean {
  return Object.values(base).some((value) => value !== '') || extras.size > 0;
}
