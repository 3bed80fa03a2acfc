import { BrokenRule } from '../broken-rule.ts';
import type { CompareField } from '../contact-fields.ts';
import { type Contact, removedStatus } from '../store/contacts.ts';
import { countAccount, type List } from '../store/lists.ts';
import { addOperation } from '../store/operations.ts';
import type { AccountWork } from '../work/account-work.ts';
import { ContactBatch } from './contact-batch.ts';
import { type ContactChange, valueIn } from './contact-change.ts';
import type { ContactPolicy } from './contact-policy.ts';
import { placeContact } from './place-contact.ts';

/** What becomes of contacts that are in the list, and of those that are not: `add` leaves the first alone, `updateOnly` the others. */
export type ImportMode = 'add' | 'update' | 'updateOnly';

/** How contacts are imported. */
export interface ContactImport {
  readonly list: List;
  readonly policy: ContactPolicy;
  /** Recognises contacts. One without a value in it is passed over. */
  readonly compare: CompareField;
  readonly mode: ImportMode;
  /** Status of new contacts whose change names none. */
  readonly status: number;
}

/** What became of the contacts of an import. */
export interface ImportCounts {
  /** Added, or brought back. */
  readonly imported: number;
  readonly updated: number;
  /** Left alone: in the list or not, as the mode has it, without a value to compare by, or with the value of another. */
  readonly ignored: number;
  /** Break another rule. */
  readonly invalid: number;
  /** Contacts that were taken in, each counted once. */
  readonly contacts: number;
}

/**
 * Takes contacts in. One that breaks a rule is passed over.
 *
 * @throws BrokenRule when the account has no room for them
 */
export async function takeIn(
  work: AccountWork,
  changes: readonly ContactChange[],
  { list, policy, compare, mode, status }: ContactImport,
): Promise<ImportCounts> {
  const { sql, settings } = work;
  const batch = await ContactBatch.load(
    { ...work, list, method: 'import', compare, policy },
    changes.filter((change) => valueIn(change, compare) !== ''),
  );
  const placed = new Set<Contact>();
  const counts = { imported: 0, updated: 0, ignored: 0, invalid: 0 };
  const place = (change: ContactChange): keyof typeof counts => {
    const value = valueIn(change, compare);
    if (value === '') return 'ignored';
    const known = batch.find(compare, value);
    const isThere = known !== undefined && known.status !== removedStatus;
    if (mode === 'updateOnly' && !isThere) return 'ignored';
    const updates = mode !== 'add';
    try {
      placed.add(placeContact(batch, change, { compare, updates, status }));
    } catch (error) {
      if (!(error instanceof BrokenRule)) throw error;
      return error.reason.reason === 'duplicate' ? 'ignored' : 'invalid';
    }
    return isThere ? 'updated' : 'imported';
  };
  for (const change of changes) counts[place(change)] += 1;
  const { contacts } = await countAccount(sql);
  if (batch.gained > 0 && contacts + batch.gained > settings.maxContacts) {
    throw new BrokenRule(
      contacts >= settings.maxContacts
        ? { reason: 'full', what: 'contacts' }
        : { reason: 'tooMany', what: 'contacts' },
    );
  }
  await batch.save();
  await work.announce(list.id, batch.happenings());
  return { ...counts, contacts: placed.size };
}

/**
 * Imports contacts at once, and records that as an operation.
 *
 * @param method what the list of operations calls it
 * @returns the number of the operation, and how many contacts were taken in, each counted once
 * @throws BrokenRule when the account has no room for them
 */
export async function importContacts(
  work: AccountWork,
  changes: readonly ContactChange[],
  how: ContactImport,
  method: string,
): Promise<{ readonly id: number; readonly count: number }> {
  const { contacts: count } = await takeIn(work, changes, how);
  const { dateTime: moment } = work.moment;
  const id = await addOperation(work.sql, { method, list: how.list.id, total: count, moment });
  return { id, count };
}
