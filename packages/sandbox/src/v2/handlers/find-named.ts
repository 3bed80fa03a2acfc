import type { EgoiErrorCode, WireObject } from '@egoi-client/core';
import { requireContact } from '../../account/contacts/contacts.ts';
import type { Contact } from '../../account/store/contacts.ts';
import type { List } from '../../account/store/lists.ts';
import type { HandlerCall } from '../calls/handler.ts';
import { readId } from '@egoi-client/core/wire';
import { readText } from '../calls/params.ts';
import { Refusal } from '../calls/refusal.ts';
import { requireList } from '../../account/lists/lists.ts';

/** The text of `subscriber`. @throws Refusal `SUBSCRIBER_MISSING`, and `SUBSCRIBER_NOT_FOUND` for a list or struct */
export function readReference(params: WireObject): string {
  const reference = readText(params, 'subscriber', 'SUBSCRIBER_NOT_FOUND');
  if (reference === undefined || reference === '') throw new Refusal('SUBSCRIBER_MISSING');
  return reference;
}

/** The contact that `subscriber` names. @throws Refusal `SUBSCRIBER_MISSING`, BrokenRule for one that the list does not have */
export function requireNamedContact(
  { params, sql }: Pick<HandlerCall, 'params' | 'sql'>,
  list: Pick<List, 'id'>,
): Promise<Contact> {
  return requireContact(sql, list, readReference(params));
}

/**
 * The list that `listID` names.
 *
 * @param missing the method's code for no `listID`, or the whole refusal where it has another form
 */
export async function requireListOf(
  { params, sql }: HandlerCall,
  missing: EgoiErrorCode | Refusal = 'LIST_MISSING',
): Promise<List> {
  const id = readId(params, 'listID');
  if (id === undefined) throw missing instanceof Refusal ? missing : new Refusal(missing);
  return requireList(sql, id);
}
