import { forgetMessages } from '../store/messages.ts';
import { type Contact, deleteContacts } from '../store/contacts.ts';
import type { AccountWork } from '../work/account-work.ts';

/** Deletes contacts of a list for good, with all that is known of them; what was sent stays counted. */
export async function forgetContacts(
  { sql, announce }: AccountWork,
  list: number,
  contacts: readonly Contact[],
): Promise<void> {
  await announce(list, [{ kind: 'forgotten', contacts }]);
  const ids = contacts.map(({ id }) => id);
  await forgetMessages(sql, ids);
  await deleteContacts(sql, list, ids);
}
