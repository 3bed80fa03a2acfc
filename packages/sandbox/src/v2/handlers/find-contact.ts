import type { WireObject } from '@egoi-client/core';
import { readText } from '../calls/params.ts';
import { Refusal } from '../calls/refusal.ts';
import { type Contact, findByReference } from '../../account/store/contacts.ts';
import type { List } from '../../account/store/lists.ts';
import type { HandlerCall } from '../calls/handler.ts';

/** The text of `subscriber`. @throws Refusal `SUBSCRIBER_MISSING`, and `SUBSCRIBER_NOT_FOUND` for a list or struct */
export function readReference(params: WireObject): string {
  const reference = readText(params, 'subscriber', 'SUBSCRIBER_NOT_FOUND');
  if (reference === undefined || reference === '') throw new Refusal('SUBSCRIBER_MISSING');
  return reference;
}

/** The contact that `subscriber` names. @throws Refusal `SUBSCRIBER_MISSING`, `SUBSCRIBER_NOT_FOUND` */
export async function requireContact(
  { params, sql }: Pick<HandlerCall, 'params' | 'sql'>,
  list: Pick<List, 'id'>,
): Promise<Contact> {
  const [contact] = await findByReference(sql, list.id, [readReference(params)]);
  if (contact === undefined) throw new Refusal('SUBSCRIBER_NOT_FOUND');
  return contact;
}
