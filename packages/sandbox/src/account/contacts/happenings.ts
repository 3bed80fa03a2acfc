import { addActivities } from '../store/reports.ts';
import type { AccountWork, Happening } from '../work/account-work.ts';

/** Keeps what happened to contacts. That one was added, the contact itself tells. */
export async function recordHappenings(
  { sql, moment }: Pick<AccountWork, 'sql' | 'moment'>,
  happenings: readonly Happening[],
): Promise<void> {
  await addActivities(
    sql,
    happenings.flatMap(({ kind, contacts, returned }) => {
      const old = returned === undefined ? contacts : [...returned];
      return old.map(({ id }) => ({ contact: id, moment: moment.dateTime, action: kind }));
    }),
  );
}
