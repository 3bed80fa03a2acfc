import { BrokenRule } from '../broken-rule.ts';
import type { Contact } from '../store/contacts.ts';
import type { List } from '../store/lists.ts';
import type { AccountWork } from '../work/account-work.ts';
import { ContactBatch } from './contact-batch.ts';
import type { ContactChange } from './contact-change.ts';
import type { ContactPolicy } from './contact-policy.ts';
import { refuseUnfit } from './place-contact.ts';

/** Changes contacts in the same way, and tells of it. One that may not be changed so is passed over. */
export async function changeMany(
  work: AccountWork,
  contacts: readonly Contact[],
  change: ContactChange,
  { list, policy }: { readonly list: List; readonly policy: ContactPolicy },
): Promise<void> {
  const batch = await ContactBatch.load(
    { ...work, list, method: 'API', compare: undefined, policy },
    [change],
  );
  for (const row of contacts) {
    const contact = batch.adopt(row);
    try {
      refuseUnfit(batch, change, contact);
    } catch (error) {
      if (error instanceof BrokenRule) continue;
      throw error;
    }
    batch.update(contact, change, change.status);
  }
  await batch.save();
  await work.announce(list.id, batch.happenings());
}
