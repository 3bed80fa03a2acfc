import { EgoiConfigError, type WireObject } from '@egoi-client/core';
import { ContactBatch } from './account/contacts/contact-batch.ts';
import { type ContactChange, contactRulesOf } from './account/contacts/contact-change.ts';
import { removeContact } from './account/contacts/contacts.ts';
import { placeContact, refuseUnfit } from './account/contacts/place-contact.ts';
import {
  activeStatus,
  type Contact,
  findByReference,
  removedStatus,
  updateContacts,
  unconfirmedStatus,
} from './account/store/contacts.ts';
import { findList, type List } from './account/store/lists.ts';
import type { AccountWork } from './account/work/account-work.ts';
import { refusalIn } from './v2/calls/refusal.ts';
import { readContactChange } from './v2/handlers/read-contact-change.ts';

interface Course {
  readonly does: 'add' | 'remove' | 'change' | 'confirm';
  /** What `SUBSCRIPTION_METHOD` or `REMOVE_METHOD` says; `manual` was seen, the others were not. */
  readonly method: string;
}

const courses = {
  optInForm: { does: 'add', method: 'form' },
  unsubscriptionForm: { does: 'remove', method: 'form' },
  addedByHand: { does: 'add', method: 'manual' },
  removedByHand: { does: 'remove', method: 'manual' },
  removedByBounces: { does: 'remove', method: 'bounce' },
  referral: { does: 'add', method: 'referral' },
  doubleOptInForm: { does: 'add', method: 'form' },
  unsubscribeLink: { does: 'remove', method: 'link' },
  changedByHand: { does: 'change', method: 'manual' },
  editForm: { does: 'change', method: 'form' },
  subscriptionConfirmed: { does: 'confirm', method: 'form' },
  changeConfirmed: { does: 'change', method: 'form' },
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
    await take[course.does](work, list, event, course);
  } catch (error) {
    const { formerFields: hasFormerFields = false } = work.settings.contactRules;
    const refusal = refusalIn(error, { hasFormerFields });
    if (refusal !== undefined) throw wrong(`the values are refused with ${refusal.code}`);
    throw error;
  }
}

type Step = (work: AccountWork, list: List, event: ContactEvent, course: Course) => Promise<void>;

const take: Readonly<Record<Course['does'], Step>> = {
  async add(work, list, { event, values = {} }, { method }) {
    const { batch, change } = await openBatch(work, list, values, method);
    const status = event === 'doubleOptInForm' ? unconfirmedStatus : activeStatus;
    const contact = placeContact(batch, change, { compare: undefined, updates: false, status });
    await batch.save();
    const returned = new Set(batch.isNew(contact) ? [] : [contact]);
    await work.announce(list.id, [{ kind: event, contacts: [contact], returned }]);
  },
  async remove(work, list, event, { method }) {
    const contact = await requireThere(work, list, event);
    await removeContact(work, contact, { kind: event.event, method });
  },
  async change(work, list, event, { method }) {
    const known = await requireThere(work, list, event);
    const { batch, change } = await openBatch(work, list, event.values ?? {}, method);
    const contact = batch.adopt(known);
    refuseUnfit(batch, change, contact);
    batch.update(contact, change, change.status);
    await batch.save();
    await work.announce(list.id, [{ kind: event.event, contacts: [contact] }]);
  },
  async confirm(work, list, event) {
    const contact = { ...(await requireThere(work, list, event)), status: activeStatus };
    await updateContacts(work.sql, [contact]);
    await work.announce(list.id, [{ kind: event.event, contacts: [contact] }]);
  },
};

async function openBatch(
  work: AccountWork,
  list: List,
  values: WireObject,
  method: string,
): Promise<{ batch: ContactBatch; change: ContactChange }> {
  const rules = await contactRulesOf(work, list);
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
