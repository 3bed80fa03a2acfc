import type { EgoiErrorCode, WireObject } from '@egoi-client/core';
import { isPhone } from '../../account/contacts/formats.ts';
import { readList, scalarText } from '../calls/params.ts';
import { Refusal } from '../calls/refusal.ts';
import {
  activeStatus,
  type Contact,
  findByReference,
  findByValues,
} from '../../account/store/contacts.ts';
import type { Recipient, Recipients } from '../../account/store/messages.ts';
import { segmentCondition } from '../../account/store/segments.ts';
import type { Statements } from '../../account/store/statements.ts';

/** One text or several, without those that say nothing. @throws Refusal with `wrong` for a list or struct among them */
function readTexts(params: WireObject, name: string, wrong: EgoiErrorCode): string[] {
  const texts = readList(params, name).map((item) => {
    const text = scalarText(item);
    if (text === undefined) throw new Refusal(wrong);
    return text.trim();
  });
  return [...new Set(texts)].filter((text) => text !== '');
}

/** Those of some parameters that name recipients. @throws Refusal `INVALID_OPTION` for more than one way at once */
export function readWays<const Name extends string>(
  params: WireObject,
  names: readonly Name[],
): { readonly way: Name; readonly texts: readonly string[] } | undefined {
  const given = names
    .map((way) => ({ way, texts: readTexts(params, way, 'INVALID_OPTION') }))
    .filter(({ texts }) => texts.length > 0);
  if (given.length > 1) throw new Refusal('INVALID_OPTION');
  return given[0];
}

/** The word for everyone, which callers write in either case. */
export function isEveryone(segment: string): boolean {
  return segment.toLowerCase() === 'all';
}

/** Segments by their names; `all` is everyone. @throws Refusal with `unknown` for one that the list does not have */
export async function chosenBySegments(
  sql: Statements,
  list: number,
  names: readonly string[],
  unknown: EgoiErrorCode,
): Promise<Recipients> {
  if (names.some(isEveryone)) return { chosen: [] };
  const chosen = [];
  for (const name of names) {
    const condition = await segmentCondition(sql, list, name);
    if (condition === undefined) throw new Refusal(unknown);
    chosen.push(condition);
  }
  return { chosen };
}

/**
 * Contacts by UID or e-mail address, each once.
 *
 * @param addressOf where a message reaches a contact
 * @throws Refusal `SUBSCRIBER_NOT_FOUND` when the list lacks one of them, `SUBSCRIBER_NOT_ACTIVE`,
 *   and what `addressOf` throws
 */
export async function namedContacts(
  sql: Statements,
  list: number,
  references: readonly string[],
  addressOf: (contact: Contact) => string,
): Promise<Recipients> {
  const found = await findByReference(sql, list, references);
  const known = new Set(found.flatMap(({ uid, email }) => [uid, email?.toLowerCase() ?? '']));
  const isKnown = (reference: string) => known.has(reference) || known.has(reference.toLowerCase());
  if (!references.every(isKnown)) throw new Refusal('SUBSCRIBER_NOT_FOUND');
  return {
    named: found.map((contact) => {
      refuseInactive(contact);
      return { contact: contact.id, uid: contact.uid, address: addressOf(contact) };
    }),
  };
}

/**
 * Recipients by their numbers, each once; they need not be contacts.
 *
 * @throws Refusal `SUBSCRIBER_FORMAT_ERROR`, `SUBSCRIBER_NOT_ACTIVE` for the number of such a contact
 */
export async function namedNumbers(
  sql: Statements,
  list: number,
  field: 'cellphone' | 'telephone' | 'fax',
  texts: readonly string[],
): Promise<Recipients> {
  const numbers = [...new Set(texts.map(readNumber))];
  const holders = new Map<string, Contact>();
  for (const { value, contact } of await findByValues(sql, list, field, numbers)) {
    if (holders.get(value)?.status !== activeStatus) holders.set(value, contact);
  }
  return {
    named: numbers.map((address): Recipient => {
      const contact = holders.get(address);
      if (contact !== undefined) refuseInactive(contact);
      return { contact: contact?.id ?? null, uid: contact?.uid ?? null, address };
    }),
  };
}

/** A number without a prefix, as a known client sends it, is Portuguese (reference, sendSMS). */
function readNumber(text: string): string {
  const number = /^\d{4,15}$/.test(text) ? `351-${text}` : text;
  if (!isPhone(number)) throw new Refusal('SUBSCRIBER_FORMAT_ERROR');
  return number;
}

function refuseInactive({ status }: Contact): void {
  if (status !== activeStatus) throw new Refusal('SUBSCRIBER_NOT_ACTIVE');
}
