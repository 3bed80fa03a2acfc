import {
  type Contact,
  findByReference,
  findByValues,
  pageOfChosen,
  removedStatus,
} from '../store/contacts.ts';
import { requireReferenced } from '../segments/segments.ts';
import type { Statements } from '../store/statements.ts';
import type { Selection } from './queued-work.ts';

/** The contacts that a selection means by now, in the order of the list. @throws BrokenRule for a segment that the list does not have */
export async function selectedContacts(
  sql: Statements,
  list: number,
  selection: Selection,
): Promise<Contact[]> {
  switch (selection.by) {
    case 'reference':
      return findByReference(sql, list, selection.references);
    case 'value': {
      const found = await findByValues(sql, list, selection.field, selection.values);
      return [...new Map(found.map(({ contact }) => [contact.id, contact])).values()];
    }
    case 'segment':
      return pageOfChosen(sql, await requireReferenced(sql, list, selection.segment), 0, -1);
    default:
      return pageOfChosen(
        sql,
        { where: 'list = ? AND status <> ?', values: [list, removedStatus] },
        0,
        -1,
      );
  }
}
