import { contactRecords } from '../contacts/contact-record.ts';
import type { HandlerCall } from '../handlers/handler.ts';
import { callbackOf } from '../store/callbacks.ts';
import type { Contact } from '../store/contacts.ts';
import { type CallbackEvent, eventForm } from './event-document.ts';

/** Contacts that a call added to a list or brought back, and those that it removed. */
export type Turnover = Readonly<Record<CallbackEvent, readonly Contact[]>>;

/** Tells the receiver of a list, where it has one, of contacts added and removed; after the commit. */
export async function announce(
  call: HandlerCall,
  list: { readonly id: number },
  turnover: Turnover,
): Promise<void> {
  const events = (['addSubscriber', 'removeSubscriber'] as const).filter(
    (event) => turnover[event].length > 0,
  );
  if (events.length === 0) return;
  const callback = await callbackOf(call.sql, list.id);
  if (callback === undefined || callback.is_on === 0) return;
  for (const event of events) {
    const records = await contactRecords(call.sql, list.id, turnover[event]);
    call.afterCommit(() => {
      for (const record of records) {
        call.deliver({ url: callback.url, form: eventForm(event, record) });
      }
    });
  }
}
