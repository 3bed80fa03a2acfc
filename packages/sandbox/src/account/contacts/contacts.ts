import { BrokenRule } from '../broken-rule.ts';
import type { CompareField } from '../contact-fields.ts';
import {
  activeStatus,
  type Contact,
  findByReference,
  removedStatus,
  updateContacts,
} from '../store/contacts.ts';
import { addSubmission } from '../store/forms.ts';
import { countAccount, type List } from '../store/lists.ts';
import type { Statements } from '../store/statements.ts';
import type { AccountWork, HappeningKind } from '../work/account-work.ts';
import { ContactBatch } from './contact-batch.ts';
import { type ContactChange, namesContact, saysAnything } from './contact-change.ts';
import type { ContactPolicy } from './contact-policy.ts';
import { placeContact, refuseUnfit, requireCompared } from './place-contact.ts';

/** A contact by UID or e-mail address. @throws BrokenRule for one that the list does not have */
export async function requireContact(
  sql: Statements,
  list: Pick<List, 'id'>,
  reference: string,
): Promise<Contact> {
  const [contact] = await findByReference(sql, list.id, [reference]);
  if (contact === undefined) throw new BrokenRule({ reason: 'notFound', what: 'contact' });
  return contact;
}

/** @throws BrokenRule for a contact that is removed */
export function refuseRemoved({ status }: Contact): void {
  if (status === removedStatus) throw new BrokenRule({ reason: 'removed', what: 'contact' });
}

/** Where and how one contact is added or changed. */
export interface ContactChangeContext {
  readonly list: List;
  readonly policy: ContactPolicy;
  /** Recognises the contact, beside the fields that are unique in the list. */
  readonly compare: CompareField | undefined;
}

/** How a contact is added. */
export interface ContactAddition extends ContactChangeContext {
  /** A reference that may be a contact's own. */
  readonly reference: string | undefined;
  /** Whether one that is there is changed; else it is refused. */
  readonly updates: boolean;
  /** The form that the contact came by; one that the list does not have says nothing. */
  readonly form: number | undefined;
}

/** Adds a contact, or brings it back, and tells of it. @throws BrokenRule */
export async function addContact(
  work: AccountWork,
  change: ContactChange,
  { list, policy, compare, reference, updates, form }: ContactAddition,
): Promise<Contact> {
  const { sql, settings, moment } = work;
  if (!namesContact(change)) throw new BrokenRule({ reason: 'empty', what: 'contact' });
  const batch = await ContactBatch.load({ ...work, list, method: 'API', compare, policy }, [
    change,
  ]);
  const [named] = reference === undefined ? [] : await findByReference(sql, list.id, [reference]);
  const contact = placeContact(batch, change, {
    compare,
    updates,
    status: activeStatus,
    named: named === undefined ? undefined : batch.adopt(named),
  });
  const { contacts } = await countAccount(sql);
  if (batch.gained > 0 && contacts >= settings.maxContacts) {
    throw new BrokenRule({ reason: 'full', what: 'contacts' });
  }
  await saveAndTell(work, batch, list);
  if (form !== undefined) await addSubmission(sql, list.id, form, contact.id, moment.dateTime);
  return contact;
}

/** Changes a contact that is there, and tells of it. @throws BrokenRule */
export async function changeContact(
  work: AccountWork,
  known: Contact,
  change: ContactChange,
  { list, policy, compare }: ContactChangeContext,
): Promise<Contact> {
  if (!saysAnything(change)) throw new BrokenRule({ reason: 'empty', what: 'contact' });
  requireCompared(change, compare);
  const batch = await ContactBatch.load({ ...work, list, method: 'API', compare, policy }, [
    change,
  ]);
  const contact = batch.adopt(known);
  refuseUnfit(batch, change, contact);
  batch.update(contact, change, change.status);
  await saveAndTell(work, batch, list);
  return contact;
}

/** How a contact leaves its list. */
export interface Removal {
  readonly kind: HappeningKind;
  /** How it was removed, as it tells. */
  readonly method: string;
  /** Number of the reason, `1` to `5`. */
  readonly option?: string | undefined;
  /** What was said about it. */
  readonly note?: string | undefined;
}

/** Removes a contact from its list, where its data stays, and tells of it. @throws BrokenRule for one that is removed */
export async function removeContact(
  work: AccountWork,
  known: Contact,
  { kind, method, option, note }: Removal,
): Promise<void> {
  refuseRemoved(known);
  const contact: Contact = {
    ...known,
    status: removedStatus,
    remove_method: method,
    remove_date: work.moment.dateTime,
    remove_option: option ?? null,
    remove_obs: note ?? null,
  };
  await updateContacts(work.sql, [contact]);
  await work.announce(contact.list, [{ kind, contacts: [contact] }]);
}

async function saveAndTell(work: AccountWork, batch: ContactBatch, list: List): Promise<void> {
  await batch.save();
  await work.announce(list.id, batch.happenings());
}
