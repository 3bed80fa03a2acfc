import { contactRecords } from '../records/contact-record.ts';
import type { AccountWork } from '../calls/handler.ts';
import { callbackOf } from '../../account/store/callbacks.ts';
import type { Contact } from '../../account/store/contacts.ts';
import { eventForm } from './event-document.ts';
import { type EventNumber, fieldOf } from './events.ts';

/** Contacts to whom an event happened. */
export interface Happening {
  readonly event: EventNumber;
  readonly contacts: readonly Contact[];
}

/** Contacts that were added to a list or brought back, removed from it, and changed within it. */
export interface Turnover {
  readonly added: readonly Contact[];
  readonly removed: readonly Contact[];
  readonly changed: readonly Contact[];
}

/** What a call of the API did. */
export function byApi({ added, removed, changed }: Turnover): readonly Happening[] {
  return [
    { event: 9, contacts: added },
    { event: 10, contacts: removed },
    { event: 14, contacts: changed },
  ];
}

/** Tells the receiver of a list, where it has one, of the events that it wants; after the commit. */
export async function announce(
  work: AccountWork,
  list: { readonly id: number },
  happenings: readonly Happening[],
): Promise<void> {
  if (happenings.every(({ contacts }) => contacts.length === 0)) return;
  const callback = await callbackOf(work.sql, list.id);
  if (callback === undefined) return;
  const wanted = new Set(JSON.parse(callback.switches) as number[]);
  for (const { event, contacts } of happenings) {
    if (!wanted.has(event) || contacts.length === 0) continue;
    const records = await contactRecords(work.sql, list.id, contacts);
    const forms = contacts.map((contact, index) =>
      eventForm(fieldOf(event), contact, records[index] ?? {}),
    );
    work.afterCommit(() => {
      for (const form of forms) work.deliver({ url: callback.url, form });
    });
  }
}
