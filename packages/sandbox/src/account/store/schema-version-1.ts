import { addressFields, formerFields } from '../contact-fields.ts';
import { contactIndexes } from './contacts.ts';

const allSwitches = '[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16]';
const newContactColumns = ['remove_option', 'remove_obs', ...formerFields];

/**
 * Gives an account of version 1 the tables of version 2. Version 1 kept the day alone on which a
 * contact was added, no reasons of removals, every address unique, and beside the switches of a
 * callback whether any was on.
 */
export const fromVersion1: readonly string[] = [
  "UPDATE contact SET add_date = add_date || ' 00:00:00' WHERE length(add_date) = 10",
  ...newContactColumns.map((name) => `ALTER TABLE contact ADD COLUMN ${name} TEXT`),
  ...addressFields.map((field) => `DROP INDEX contact_${field}`),
  ...contactIndexes,
  'ALTER TABLE list ADD COLUMN channel_voice INTEGER NOT NULL DEFAULT 0',
  `UPDATE callback SET switches = '${allSwitches}' WHERE is_on = 1 AND switches = '[]'`,
  'ALTER TABLE callback DROP COLUMN is_on',
  "ALTER TABLE campaign ADD COLUMN sender_name TEXT NOT NULL DEFAULT ''",
  "ALTER TABLE campaign ADD COLUMN reply_name TEXT NOT NULL DEFAULT ''",
  "ALTER TABLE sending ADD COLUMN sender_name TEXT NOT NULL DEFAULT ''",
];
