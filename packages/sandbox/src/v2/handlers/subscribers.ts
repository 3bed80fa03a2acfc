import type { WireObject, WireValue } from '@egoi-client/core';
import { announce, byApi } from '../callbacks/announce.ts';
import { ContactBatch } from '../../account/contacts/contact-batch.ts';
import { type ContactChange, readContactChange } from '../../account/contacts/contact-change.ts';
import { contactRecords } from '../records/contact-record.ts';
import {
  placeContact,
  refuseUnfit,
  requireCompared,
} from '../../account/contacts/place-contact.ts';
import { readId, readText, readValue, readWord } from '../calls/params.ts';
import { Refusal } from '../calls/refusal.ts';
import {
  activeStatus,
  type Contact,
  findByReference,
  pageOfChosen,
  pageOfContacts,
  removedStatus,
  updateContacts,
} from '../../account/store/contacts.ts';
import { addSubmission } from '../../account/store/forms.ts';
import { countAccount, type List } from '../../account/store/lists.ts';
import { segmentCondition } from '../../account/store/segments.ts';
import { readCompareFieldOf, readContactRules } from './contact-rules.ts';
import { readReference, requireContact } from './find-contact.ts';
import { requireList } from './find-list.ts';
import type { Handler, HandlerCall } from '../calls/handler.ts';
import { importContacts } from './import-contacts.ts';
import { readPage } from '../calls/page.ts';
import { isEveryone } from './recipients.ts';

/** Contacts of a list. */
export const subscriberHandlers = {
  async addSubscriber(call) {
    const { params, sql } = call;
    const list = await requireList(call);
    const rules = await readContactRules(call, list);
    const reference = readText(params, 'subscriber', 'SUBSCRIBER_FORMAT_ERROR') ?? '';
    const change = readContactChange(withAddress(params, reference), rules);
    if (!namesContact(change)) throw new Refusal('NO_DATA_TO_INSERT');
    const compare = readCompareFieldOf(change, params, rules);
    const { policy } = rules;
    const context = { ...call, list, method: 'API', compare, policy };
    const batch = await ContactBatch.load(context, [change]);
    const [named] = reference.includes('@') ? [] : await findByReference(sql, list.id, [reference]);
    const contact = placeContact(batch, change, {
      compare,
      updates: readWord(params, 'operation') === '2',
      status: activeStatus,
      named: named === undefined ? undefined : batch.adopt(named),
    });
    const { contacts } = await countAccount(sql);
    if (batch.gained > 0 && contacts >= call.limits.maxSubscribers) {
      throw new Refusal('CANNOT_ADD_MORE_SUBSCRIBERS');
    }
    const record = await saveOne(call, batch, contact);
    const form = readId(params, 'formID');
    if (form !== undefined) {
      await addSubmission(sql, list.id, form, contact.id, call.moment.dateTime);
    }
    return record;
  },

  addSubscriberBulk: importContacts,

  async editSubscriber(call) {
    const list = await requireList(call);
    const known = await requireContact(call, list);
    if (known.status === removedStatus) throw new Refusal('SUBSCRIBER_DATA_CANNOT_BE_EDITED');
    const rules = await readContactRules(call, list);
    const change = readContactChange(call.params, rules);
    if (!saysAnything(change)) throw new Refusal('NO_DATA_TO_INSERT');
    const compare = readCompareFieldOf(change, call.params, rules);
    requireCompared(change, compare);
    const { policy } = rules;
    const context = { ...call, list, method: 'API', compare, policy };
    const batch = await ContactBatch.load(context, [change]);
    const contact = batch.adopt(known);
    refuseUnfit(batch, change, contact);
    batch.update(contact, change, change.status);
    return saveOne(call, batch, contact);
  },

  async removeSubscriber(call) {
    const list = await requireList(call);
    const known = await requireContact(call, list);
    if (known.status === removedStatus) throw new Refusal('SUBSCRIBER_ALREADY_REMOVED');
    const removed: Contact = {
      ...known,
      status: removedStatus,
      remove_method: readWord(call.params, 'removeMethod') ?? 'API',
      remove_date: call.moment.dateTime,
      remove_option: readReason(call.params) ?? null,
      remove_obs: readWord(call.params, 'removeObs') ?? null,
    };
    await updateContacts(call.sql, [removed]);
    await announce(call, list, [{ event: 10, contacts: [removed] }]);
    return 'OK';
  },

  async subscriberData(call) {
    const { params, sql } = call;
    // Seen one level down; the method's other codes were seen at the top.
    const missing = new Refusal('LIST_MISSING', { subscriber: { ERROR: 'LIST_MISSING' } });
    const list = await requireList(call, missing);
    if (readReference(params) !== 'all_subscribers') {
      const [record] = await contactRecords(sql, list.id, [await requireContact(call, list)]);
      return { subscriber: record ?? {} };
    }
    const { start, limit } = readPage(params);
    const segment = readWord(params, 'segment');
    const page =
      segment === undefined || isEveryone(segment)
        ? await pageOfContacts(sql, list.id, start, limit)
        : await pageOfMembers(call, list, segment);
    return { subscriber: await contactRecords(sql, list.id, page) };
  },
} as const satisfies Record<string, Handler>;

/** The contacts of a segment. No code is known for one that the list does not have; it has nobody in it. */
async function pageOfMembers(call: HandlerCall, list: List, segment: string): Promise<Contact[]> {
  const { start, limit } = readPage(call.params);
  const condition = await segmentCondition(call.sql, list.id, segment);
  if (condition === undefined) throw new Refusal('SUBSCRIBER_NOT_FOUND');
  return pageOfChosen(call.sql, condition, start, limit);
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

/** Tells whether a change holds anything that makes a contact. */
function namesContact({ fields, extras }: ContactChange): boolean {
  return [...fields.values(), ...extras.values()].some((value) => value !== '');
}

function saysAnything({ fields, extras, tags, status, lang }: ContactChange): boolean {
  const values = fields.size + extras.size + tags.length;
  return values > 0 || status !== undefined || lang !== undefined;
}

async function saveOne(
  call: HandlerCall,
  batch: ContactBatch,
  contact: Contact,
): Promise<WireValue> {
  await batch.save();
  await announce(call, { id: contact.list }, byApi(batch.turnover()));
  const [record] = await contactRecords(call.sql, contact.list, [contact]);
  return record ?? {};
}
