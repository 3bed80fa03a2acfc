import type { WireObject, WireValue } from '@egoi-client/core';
import { ContactBatch } from '../contacts/contact-batch.ts';
import { type ContactChange, readContactChange } from '../contacts/contact-change.ts';
import { contactRecords } from '../contacts/contact-record.ts';
import { placeContact, refuseUnfit, requireCompared } from '../contacts/place-contact.ts';
import { readCount, readText, readValue, readWord } from '../params.ts';
import { Refusal } from '../refusal.ts';
import {
  activeStatus,
  type Contact,
  findByReference,
  pageOfContacts,
  removedStatus,
  updateContacts,
} from '../store/contacts.ts';
import { countAccount, type List } from '../store/lists.ts';
import { readCompareFieldOf, readContactRules } from './contact-rules.ts';
import { requireList } from './find-list.ts';
import { type Handler, type HandlerCall, maxPage } from './handler.ts';
import { importContacts } from './import-contacts.ts';

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
    return saveOne(call, batch, contact);
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
    };
    await updateContacts(call.sql, [removed]);
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
    const limit = Math.min(readCount(params, 'limit') ?? maxPage, maxPage);
    const page = await pageOfContacts(sql, list.id, readCount(params, 'start') ?? 0, limit);
    return { subscriber: await contactRecords(sql, list.id, page) };
  },
} as const satisfies Record<string, Handler>;

function readReference(params: WireObject): string {
  const reference = readText(params, 'subscriber', 'SUBSCRIBER_NOT_FOUND');
  if (reference === undefined || reference === '') throw new Refusal('SUBSCRIBER_MISSING');
  return reference;
}

/** The contact that `subscriber` names. @throws Refusal `SUBSCRIBER_MISSING`, `SUBSCRIBER_NOT_FOUND` */
async function requireContact({ params, sql }: HandlerCall, list: List): Promise<Contact> {
  const [contact] = await findByReference(sql, list.id, [readReference(params)]);
  if (contact === undefined) throw new Refusal('SUBSCRIBER_NOT_FOUND');
  return contact;
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
  { sql }: HandlerCall,
  batch: ContactBatch,
  contact: Contact,
): Promise<WireValue> {
  await batch.save();
  const [record] = await contactRecords(sql, contact.list, [contact]);
  return record ?? {};
}
