import { BrokenRule } from '../broken-rule.ts';
import type { CompareField } from '../contact-fields.ts';
import type { Contact } from '../store/contacts.ts';
import { countAccount, type List } from '../store/lists.ts';
import { addOperation } from '../store/operations.ts';
import type { AccountWork } from '../work/account-work.ts';
import { ContactBatch } from './contact-batch.ts';
import { type ContactChange, valueIn } from './contact-change.ts';
import type { ContactPolicy } from './contact-policy.ts';
import { placeContact } from './place-contact.ts';

/** How contacts are imported. */
export interface ContactImport {
  readonly list: List;
  readonly policy: ContactPolicy;
  /** Recognises contacts. One without a value in it is passed over. */
  readonly compare: CompareField;
  /** Whether those that are there are changed; else they are passed over. */
  readonly updates: boolean;
  /** Status of new contacts whose change names none. */
  readonly status: number;
  /** What the list of operations calls it. */
  readonly operation: string;
}

/**
 * Imports contacts. One that breaks a rule is passed over.
 *
 * @returns the number of the operation, and how many contacts were taken in, each counted once
 * @throws BrokenRule when the account has no room for them
 */
export async function importContacts(
  work: AccountWork,
  said: readonly ContactChange[],
  { list, policy, compare, updates, status, operation }: ContactImport,
): Promise<{ readonly id: number; readonly count: number }> {
  const { sql, settings, moment } = work;
  const changes = said.filter((change) => valueIn(change, compare) !== '');
  const batch = await ContactBatch.load(
    { ...work, list, method: 'import', compare, policy },
    changes,
  );
  const placed = new Set<Contact>();
  for (const change of changes) {
    const contact = unlessRuleBreaks(() =>
      placeContact(batch, change, { compare, updates, status }),
    );
    if (contact !== undefined) placed.add(contact);
  }
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
  const count = placed.size;
  const made = { method: operation, list: list.id, total: count, moment: moment.dateTime };
  return { id: await addOperation(sql, made), count };
}

function unlessRuleBreaks<T>(step: () => T): T | undefined {
  try {
    return step();
  } catch (error) {
    if (error instanceof BrokenRule) return undefined;
    throw error;
  }
}
