import type { Contact } from '@egoi-client/v3-api';
import { readText } from '../calls/params.ts';
import { Refusal } from '../calls/refusal.ts';
import type { V3Call } from '../calls/v3-call.ts';

/** A contact as a call names it. */
export interface NamedContact {
  readonly uid: string;
  /** What was read of it on the way; `undefined` where it was named by its UID. */
  readonly contact: Contact | undefined;
}

/** Contacts with one address that are looked through. */
const mostFound = 10;

/** Whether a reference is a UID, ten hexadecimal digits. */
export function isUid(reference: string): boolean {
  return /^[\da-f]{10}$/i.test(reference);
}

/** The text of `subscriber`. @throws Refusal */
function readReference(call: V3Call): string {
  const reference = readText(call.params, 'subscriber', 'SUBSCRIBER_NOT_FOUND');
  if (reference === undefined || reference === '') throw new Refusal('SUBSCRIBER_MISSING');
  return reference;
}

/** The contact that `subscriber` names, by UID or e-mail address. @throws Refusal for one that the list does not have */
export async function namedContact(call: V3Call, list: number): Promise<NamedContact> {
  const reference = readReference(call);
  if (isUid(reference)) return { uid: reference.toLowerCase(), contact: undefined };
  const contact = await contactWithAddress(call, list, reference);
  return { uid: contact.base.contact_id, contact };
}

/**
 * The contact that has an e-mail address, looked for each time: whose it is may change. That API v3 finds
 * equal addresses alone is not said, so they are compared here.
 *
 * @throws Refusal for an address that nobody on the list has
 */
export async function contactWithAddress(
  call: V3Call,
  list: number,
  address: string,
): Promise<Contact> {
  const { items } = await call.ask(
    'getAllContacts',
    { list_id: list, email: address, offset: 0, limit: mostFound },
    { invalid: { email: 'SUBSCRIBER_NOT_FOUND' } },
  );
  const wanted = address.toLowerCase();
  const contact = items.find(({ base }) => base.email?.toLowerCase() === wanted);
  if (contact === undefined) throw new Refusal('SUBSCRIBER_NOT_FOUND');
  return contact;
}
