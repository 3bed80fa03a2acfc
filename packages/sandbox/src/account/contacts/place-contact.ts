import { BrokenRule } from '../broken-rule.ts';
import { addressFields, type CompareField, currentFields } from '../contact-fields.ts';
import { type Contact, removedStatus } from '../store/contacts.ts';
import type { ContactBatch } from './contact-batch.ts';
import { type ContactChange, valueIn } from './contact-change.ts';

/** How a contact is added. */
export interface Placement {
  /** The field that recognises a contact. */
  readonly compare: CompareField | undefined;
  /** Whether one that is there is changed; else it is refused. */
  readonly updates: boolean;
  /** Status of a new contact when the change names none. */
  readonly status: number;
  /** A contact that is asked for by its reference. */
  readonly named?: Contact | undefined;
}

/**
 * Adds a contact: a removed one that is recognised comes back under its old reference, one that is not
 * removed is changed or refused, any other is new.
 *
 * @throws BrokenRule without a value to compare by, and for a value or a contact that is there already
 */
export function placeContact(
  batch: ContactBatch,
  change: ContactChange,
  placement: Placement,
): Contact {
  const { compare, updates, named } = placement;
  requireCompared(change, compare);
  const { unique } = batch.policy;
  const addresses = addressFields.filter((field) => unique.includes(field));
  const identity = compare ?? addresses.find((field) => valueIn(change, field) !== '');
  const recognised =
    identity === undefined ? undefined : batch.find(identity, valueIn(change, identity));
  const known = named ?? recognised;
  const isThere = known !== undefined && known.status !== removedStatus;
  if (isThere && !updates) {
    const isNamed = named !== undefined || identity === undefined;
    throw new BrokenRule(
      isNamed
        ? { reason: 'taken', what: 'contact' }
        : { reason: 'duplicate', field: identity, holders: [known.uid] },
    );
  }
  refuseUnfit(batch, change, known);
  const status = change.status ?? placement.status;
  if (known === undefined) return batch.insert(change, status);
  return batch.update(known, change, isThere ? change.status : status);
}

/** @throws BrokenRule when the contact would lack a required value, or another has a value of the change */
export function refuseUnfit(
  batch: ContactBatch,
  change: ContactChange,
  contact: Contact | undefined,
): void {
  const lack = batch.lack(change, contact);
  if (lack !== undefined) throw new BrokenRule({ reason: 'required', field: lack });
  const conflict = batch.conflict(change, contact);
  if (conflict === undefined) return;
  const { field, holder } = conflict;
  throw new BrokenRule({ reason: 'duplicate', field, holders: [holder.uid] });
}

/** @throws BrokenRule when the change has no value in the field to compare by */
export function requireCompared(change: ContactChange, compare: CompareField | undefined): void {
  const field = currentFields.find((known) => known === compare);
  if (field !== undefined && valueIn(change, field) === '') {
    throw new BrokenRule({ reason: 'required', field });
  }
}
