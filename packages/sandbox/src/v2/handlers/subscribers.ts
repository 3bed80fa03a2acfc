import type { WireObject, WireValue } from '@egoi-client/core';
import { contactRulesOf } from '../../account/contacts/contact-change.ts';
import {
  addContact,
  changeContact,
  refuseRemoved,
  removeContact,
} from '../../account/contacts/contacts.ts';
import { requireSegment } from '../../account/segments/segments.ts';
import { type Contact, pageOfChosen, pageOfContacts } from '../../account/store/contacts.ts';
import type { List } from '../../account/store/lists.ts';
import type { Handler, HandlerCall } from '../calls/handler.ts';
import { readId, readValue, readWord } from '@egoi-client/core/wire';
import { readPage, readText } from '../calls/params.ts';
import { Refusal } from '../calls/refusal.ts';
import { contactRecords } from '../records/contact-record.ts';
import { readCompareFieldOf } from './contact-fields.ts';
import { readReference, requireListOf, requireNamedContact } from './find-named.ts';
import { addSubscriberBulk } from './import-contacts.ts';
import { readContactChange } from './read-contact-change.ts';
import { isEveryone } from './read-recipients.ts';

/** Contacts of a list. */
export const subscriberHandlers = {
  async addSubscriber(call) {
    const { params } = call;
    const list = await requireListOf(call);
    const rules = await contactRulesOf(call, list);
    const reference = readText(params, 'subscriber', 'SUBSCRIBER_FORMAT_ERROR') ?? '';
    const change = readContactChange(withAddress(params, reference), rules);
    const contact = await addContact(call, change, {
      list,
      policy: rules.policy,
      compare: readCompareFieldOf(change, params, rules),
      reference: reference.includes('@') ? undefined : reference,
      updates: readWord(params, 'operation') === '2',
      form: readId(params, 'formID'),
    });
    return recordOf(call, contact);
  },

  addSubscriberBulk,

  async editSubscriber(call) {
    const list = await requireListOf(call);
    const known = await requireNamedContact(call, list);
    refuseRemoved(known);
    const rules = await contactRulesOf(call, list);
    const change = readContactChange(call.params, rules);
    const compare = readCompareFieldOf(change, call.params, rules);
    const { policy } = rules;
    return recordOf(call, await changeContact(call, known, change, { list, policy, compare }));
  },

  async removeSubscriber(call) {
    const { params } = call;
    const known = await requireNamedContact(call, await requireListOf(call));
    await removeContact(call, known, {
      kind: 'removedByCall',
      method: readWord(params, 'removeMethod') ?? 'API',
      option: readReason(params),
      note: readWord(params, 'removeObs'),
    });
    return 'OK';
  },

  async subscriberData(call) {
    const { params, sql } = call;
    // Seen one level down; the method's other codes were seen at the top.
    const missing = new Refusal('LIST_MISSING', { subscriber: { ERROR: 'LIST_MISSING' } });
    const list = await requireListOf(call, missing);
    if (readReference(params) !== 'all_subscribers') {
      return { subscriber: await recordOf(call, await requireNamedContact(call, list)) };
    }
    return { subscriber: await contactRecords(sql, list.id, await pageAskedFor(call, list)) };
  },
} as const satisfies Record<string, Handler>;

async function pageAskedFor({ params, sql }: HandlerCall, list: List): Promise<Contact[]> {
  const { start, limit } = readPage(params);
  const segment = readWord(params, 'segment');
  if (segment === undefined || isEveryone(segment)) {
    return pageOfContacts(sql, list.id, start, limit);
  }
  return pageOfChosen(sql, await requireSegment(sql, list.id, segment), start, limit);
}

/** The number of a reason; no code exists for a wrong one. */
function readReason(params: WireObject): string | undefined {
  const reason = readWord(params, 'removeReason');
  return reason !== undefined && /^[1-5]$/.test(reason) ? reason : undefined;
}

/** An address in `subscriber` stands in for a missing `email`. */
function withAddress(params: WireObject, reference: string): WireObject {
  const isNeeded = reference.includes('@') && readValue(params, 'email') === undefined;
  return isNeeded ? { ...params, email: reference } : params;
}

async function recordOf({ sql }: HandlerCall, contact: Contact): Promise<WireValue> {
  const [record] = await contactRecords(sql, contact.list, [contact]);
  return record ?? {};
}
