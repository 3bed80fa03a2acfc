import { EgoiConfigError, type WireObject } from '@egoi-client/core';
import { announce, type Happening } from './v2/callbacks/announce.ts';
import type { EventNumber } from './v2/callbacks/events.ts';
import { ContactBatch } from './account/contacts/contact-batch.ts';
import { readContactChange } from './account/contacts/contact-change.ts';
import { placeContact, refuseUnfit } from './account/contacts/place-contact.ts';
import { readContactRules } from './v2/handlers/contact-rules.ts';
import type { AccountWork } from './v2/calls/handler.ts';
import { Refusal } from './v2/calls/refusal.ts';
import {
  activeStatus,
  type Contact,
  findByReference,
  removedStatus,
  updateContacts,
} from './account/store/contacts.ts';
import { findList, type List } from './account/store/lists.ts';

const unconfirmedStatus = 0;

interface Course {
  /** The number of its switch in editApiCallback. */
  readonly number: EventNumber;
  readonly does: 'add' | 'remove' | 'change' | 'confirm';
  /** What `SUBSCRIPTION_METHOD` or `REMOVE_METHOD` says; `manual` was seen, the others were not. */
  readonly method: string;
}

const courses = {
  optInForm: { number: 1, does: 'add', method: 'form' },
  unsubscriptionForm: { number: 2, does: 'remove', method: 'form' },
  addedByHand: { number: 3, does: 'add', method: 'manual' },
  removedByHand: { number: 4, does: 'remove', method: 'manual' },
  removedByBounces: { number: 5, does: 'remove', method: 'bounce' },
  referral: { number: 6, does: 'add', method: 'referral' },
  doubleOptInForm: { number: 7, does: 'add', method: 'form' },
  unsubscribeLink: { number: 8, does: 'remove', method: 'link' },
  changedByHand: { number: 12, does: 'change', method: 'manual' },
  editForm: { number: 13, does: 'change', method: 'form' },
  subscriptionConfirmed: { number: 15, does: 'confirm', method: 'form' },
  changeConfirmed: { number: 16, does: 'change', method: 'form' },
} as const satisfies Readonly<Record<string, Course>>;

/** Something that happened to a contact apart from the API. */
export interface ContactEvent {
  /** Number of the list. */
  readonly listID: number;
  readonly event: keyof typeof courses;
  /** UID or e-mail address of the contact; left out where the event adds one. */
  readonly subscriber?: string;
  /** What the contact says of itself where it is added or changed, under the names of addSubscriber's parameters. */
  readonly values?: WireObject;
}

/**
 * Lets an event happen, and tells the receiver of the list.
 *
 * @throws EgoiConfigError for an unknown event, list or contact, one that is removed already, and
 *   values that addSubscriber would refuse
 */
export async function recordContactEvent(work: AccountWork, event: ContactEvent): Promise<void> {
  try {
    const list = await findList(work.sql, event.listID);
    if (list === undefined) throw wrong('listID must be a list of the account');
    if (!Object.hasOwn(courses, event.event)) {
      throw wrong(`event must be one of ${Object.keys(courses).join(', ')}`);
    }
    const course: Course = courses[event.event];
    const contact = await take[course.does](work, list, event, course);
    const happening: Happening = { event: course.number, contacts: [contact] };
    await announce(work, list, [happening]);
  } catch (error) {
    if (error instanceof Refusal) throw wrong(`the values are refused with ${error.code}`);
    throw error;
  }
}

type Step = (
  work: AccountWork,
  list: List,
  event: ContactEvent,
  course: Course,
) => Promise<Contact>;

const take: Readonly<Record<Course['does'], Step>> = {
  async add(work, list, { values = {} }, { number, method }) {
    const { batch, change } = await openBatch(work, list, values, method);
    const status = number === 7 ? unconfirmedStatus : activeStatus;
    const contact = placeContact(batch, change, { compare: undefined, updates: false, status });
    await batch.save();
    return contact;
  },
  async remove(work, list, event, { method }) {
    const contact = await requireThere(work, list, event);
    const removed: Contact = {
      ...contact,
      status: removedStatus,
      remove_method: method,
      remove_date: work.moment.dateTime,
    };
    await updateContacts(work.sql, [removed]);
    return removed;
  },
  async change(work, list, event, { method }) {
    const known = await requireThere(work, list, event);
    const { batch, change } = await openBatch(work, list, event.values ?? {}, method);
    const contact = batch.adopt(known);
    refuseUnfit(batch, change, contact);
    batch.update(contact, change, change.status);
    await batch.save();
    return contact;
  },
  async confirm(work, list, event) {
    const contact = { ...(await requireThere(work, list, event)), status: activeStatus };
    await updateContacts(work.sql, [contact]);
    return contact;
  },
};

async function openBatch(work: AccountWork, list: List, values: WireObject, method: string) {
  const rules = await readContactRules(work, list);
  const change = readContactChange(values, rules);
  const context = { ...work, list, method, compare: undefined, policy: rules.policy };
  return { batch: await ContactBatch.load(context, [change]), change };
}

async function requireThere(
  { sql }: AccountWork,
  list: List,
  { subscriber }: ContactEvent,
): Promise<Contact> {
  const [contact] = await findByReference(sql, list.id, [subscriber ?? '']);
  if (contact === undefined || contact.status === removedStatus) {
    throw wrong('subscriber must be a contact of the list that is not removed');
  }
  return contact;
}

function wrong(problem: string): EgoiConfigError {
  return new EgoiConfigError(`recordContactEvent: ${problem}`);
}
