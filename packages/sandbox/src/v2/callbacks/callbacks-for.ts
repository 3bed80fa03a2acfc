import { callbackType, writeCallback } from '@egoi-client/callbacks';
import type { Delivery } from '../../account/callbacks/post.ts';
import { callbackOf } from '../../account/store/callbacks.ts';
import type { Statements } from '../../account/store/statements.ts';
import type { Happening } from '../../account/work/account-work.ts';
import { contactRecords } from '../records/contact-record.ts';
import { callbackContact } from './callback-contact.ts';
import { callbackEvents } from './events.ts';

/** The posts that tell the receiver of a list, where it has one, of the events that it wants. */
export async function callbacksFor(
  sql: Statements,
  list: number,
  happenings: readonly Happening[],
): Promise<Delivery[]> {
  if (happenings.every(({ contacts }) => contacts.length === 0)) return [];
  const callback = await callbackOf(sql, list);
  if (callback === undefined) return [];
  const { url } = callback;
  const wanted = new Set(JSON.parse(callback.switches) as number[]);
  const posts: Delivery[] = [];
  for (const { kind, contacts } of happenings) {
    const { number, field } = callbackEvents[kind];
    if (!wanted.has(number) || contacts.length === 0) continue;
    const records = await contactRecords(sql, list, contacts);
    for (const [index, contact] of contacts.entries()) {
      const told = callbackContact(contact, records[index] ?? {});
      const body = writeCallback({ event: field, contact: told });
      posts.push({ kind: 'callback', event: field, list, url, type: callbackType, body });
    }
  }
  return posts;
}
