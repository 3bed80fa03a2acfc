import { addressFields } from './contacts.ts';

/** Contacts are found by their addresses, which they may share: the list says which are unique. */
export const contactIndexes: readonly string[] = addressFields.map(
  (field) => `CREATE INDEX contact_${field} ON contact (list, ${field}) WHERE ${field} IS NOT NULL`,
);
