import {
  addressFields,
  type CompareField,
  type ContactSetting,
  contactSettings,
  type PersonalField,
  personalFields,
} from '../contact-fields.ts';
import { countOut } from './list-counts.ts';
import type { SqlValue, Statements } from './statements.ts';

/** A contact of whom nothing is known. */
export const noValues = Object.fromEntries(
  [...personalFields, ...contactSettings].map((field) => [field, null]),
) as Readonly<Record<PersonalField | ContactSetting, null>>;

/** The statuses that the sandbox itself tells apart. */
export const activeStatus = 1;
export const removedStatus = 2;
export const unconfirmedStatus = 0;
export const inactiveStatus = 4;

/** A contact as it is stored; `null` where there is no value. Extra values and tags are kept apart. */
export interface Contact extends Record<PersonalField | ContactSetting, string | null> {
  readonly id: number;
  readonly list: number;
  readonly position: number;
  readonly uid: string;
  status: number;
  lang: string;
  readonly add_date: string;
  readonly subscription_method: string;
  modification_date: string | null;
  remove_method: string | null;
  remove_date: string | null;
  /** Number of the reason for the removal, `1` to `5`. */
  remove_option: string | null;
  /** What was said about the removal. */
  remove_obs: string | null;
}

/** The value of an extra field of a contact. */
export interface ExtraValue {
  readonly contact: number;
  readonly field: number;
  readonly value: string;
}

const mutableColumns = [
  'status',
  'lang',
  ...personalFields,
  'modification_date',
  'remove_method',
  'remove_date',
  'remove_option',
  'remove_obs',
  ...contactSettings,
] as const satisfies readonly (keyof Contact)[];

const columns = [
  'id',
  'list',
  'position',
  'uid',
  'add_date',
  'subscription_method',
  ...mutableColumns,
] as const satisfies readonly (keyof Contact)[];

/** Contacts travel into a statement as JSON text, this many at a time: one statement, whatever their number. */
const chunkSize = 1000;

/** The page of a list that starts at a position: a range of the index, wherever it lies. */
export const pageStatement =
  'SELECT * FROM contact WHERE list = ? AND position >= ? AND position < ? ORDER BY position';

export function pageOfContacts(
  sql: Statements,
  list: number,
  start: number,
  limit: number,
): Promise<Contact[]> {
  return sql.rows<Contact>(pageStatement, list, start, start + limit);
}

/** A page of those contacts that a condition chooses, in the order of their list. */
export function pageOfChosen(
  sql: Statements,
  { where, values }: { readonly where: string; readonly values: readonly SqlValue[] },
  start: number,
  limit: number,
): Promise<Contact[]> {
  return sql.rows<Contact>(
    `SELECT * FROM contact WHERE ${where} ORDER BY position LIMIT ? OFFSET ?`,
    ...values,
    limit,
    start,
  );
}

/**
 * Contacts of a list by UID or, where it holds an `@`, by e-mail address.
 *
 * @returns those found, in the order of the list, each once
 */
export async function findByReference(
  sql: Statements,
  list: number,
  references: readonly string[],
): Promise<Contact[]> {
  const addresses = references.filter((reference) => reference.includes('@'));
  const uids = references.filter((reference) => !reference.includes('@'));
  const byUid = await select(sql, list, 'uid', uids);
  const byAddress = await select(sql, list, 'email', addresses);
  const byId = new Map([...byUid, ...byAddress].map((contact) => [contact.id, contact]));
  return [...byId.values()].toSorted(byPosition);
}

/** A contact with the value by which it was found. */
export interface Match {
  readonly contact: Contact;
  readonly value: string;
}

/** Contacts of a list that have one of some values in a field, in the order of the list. */
export async function findByValues(
  sql: Statements,
  list: number,
  field: CompareField,
  values: readonly string[],
): Promise<Match[]> {
  if (typeof field === 'string') {
    const found = await select(sql, list, field, values);
    return found.map((contact) => ({ contact, value: contact[field] ?? '' }));
  }
  const found = await sql.rows<Contact & { matched: string }>(
    `SELECT contact.*, extra_value.value AS matched
      FROM extra_value JOIN contact ON contact.id = extra_value.contact
      WHERE field = ? AND extra_value.value IN (SELECT value FROM json_each(?))`,
    field,
    JSON.stringify(values),
  );
  return found.toSorted(byPosition).map(({ matched, ...contact }) => ({ contact, value: matched }));
}

/** Tells whether contacts of a list share a value of a field. */
export async function sharesValues(
  sql: Statements,
  list: number,
  field: CompareField,
): Promise<boolean> {
  const rows =
    typeof field === 'number'
      ? await sql.rows(
          'SELECT 1 AS x FROM extra_value WHERE field = ? GROUP BY value HAVING count(*) > 1 LIMIT 1',
          field,
        )
      : await sql.rows(
          `SELECT 1 AS x FROM contact WHERE list = ? AND ${field} IS NOT NULL
            GROUP BY ${field} HAVING count(*) > 1 LIMIT 1`,
          list,
        );
  return rows.length > 0;
}

/** Contacts of all lists that have a value in a field, the newest list last. */
export function findInAllLists(
  sql: Statements,
  field: 'email' | 'cellphone' | 'telephone',
  value: string,
): Promise<Pick<Contact, 'uid' | 'list'>[]> {
  return sql.rows(
    `SELECT uid, contact.list FROM list JOIN contact
      ON contact.list = list.id AND contact.${field} = ? ORDER BY contact.list, position`,
    value,
  );
}

/** How many contacts a condition chooses. */
export async function countChosen(
  sql: Statements,
  { where, values }: { readonly where: string; readonly values: readonly SqlValue[] },
): Promise<number> {
  const [row] = await sql.rows<{ count: number }>(
    `SELECT count(*) AS count FROM contact WHERE ${where}`,
    ...values,
  );
  return row?.count ?? 0;
}

async function select(
  sql: Statements,
  list: number,
  column: 'uid' | PersonalField,
  values: readonly string[],
): Promise<Contact[]> {
  if (values.length === 0) return [];
  const found = await sql.rows<Contact>(
    `SELECT * FROM contact WHERE list = ? AND ${column} IN (SELECT value FROM json_each(?))`,
    list,
    JSON.stringify(values),
  );
  return found.toSorted(byPosition);
}

/** Sorted here: asked to sort, SQLite walks the list in its order in place of the field's index. */
function byPosition(a: Contact, b: Contact): number {
  return a.position - b.position;
}

/** The number that the next contact of the account takes. */
export async function nextContactId(sql: Statements): Promise<number> {
  const [row] = await sql.rows<{ seq: number }>(
    "SELECT seq FROM sqlite_sequence WHERE name = 'contact'",
  );
  return (row?.seq ?? 0) + 1;
}

export async function insertContacts(sql: Statements, contacts: readonly Contact[]): Promise<void> {
  const [first] = contacts;
  if (first === undefined) return;
  // Each member that is read goes through its row anew: what all have in common travels once.
  const differing = columns.filter((name) =>
    contacts.some((contact) => contact[name] !== first[name]),
  );
  const common = columns.filter((name) => !differing.includes(name));
  const values = [
    ...differing.map((_name, index) => `value ->> ${index}`),
    ...common.map((_name, index) => `?${index + 2}`),
  ];
  await inChunks(contacts, differing, (rows) =>
    sql.run(
      `INSERT INTO contact (${[...differing, ...common].join(', ')})
        SELECT ${values.join(', ')} FROM json_each(?1)`,
      rows,
      ...common.map((name) => first[name]),
    ),
  );
}

export async function updateContacts(sql: Statements, contacts: readonly Contact[]): Promise<void> {
  const settings = mutableColumns.map((name, index) => `${name} = change.value ->> ${index + 1}`);
  await inChunks(contacts, ['id', ...mutableColumns], (rows) =>
    sql.run(
      `UPDATE contact SET ${settings.join(', ')} FROM json_each(?) AS change
        WHERE contact.id = change.value ->> 0`,
      rows,
    ),
  );
}

/**
 * Deletes contacts of a list. The last ones of the list take their positions, so that those still have
 * no gaps.
 */
export async function deleteContacts(
  sql: Statements,
  list: number,
  contacts: readonly number[],
): Promise<void> {
  const ids = JSON.stringify(contacts);
  const positions = await sql.rows<{ position: number }>(
    'SELECT position FROM contact WHERE id IN (SELECT value FROM json_each(?)) ORDER BY position',
    ids,
  );
  await sql.run(countOut, ids, list);
  await sql.run('DELETE FROM contact WHERE id IN (SELECT value FROM json_each(?))', ids);
  const [left] = await sql.rows<{ total: number }>('SELECT total FROM list WHERE id = ?', list);
  const last = await sql.rows<{ id: number }>(
    'SELECT id FROM contact WHERE list = ? AND position >= ? ORDER BY position',
    list,
    left?.total ?? 0,
  );
  await sql.run(
    `UPDATE contact SET position = move.value ->> 1 FROM json_each(?) AS move
      WHERE contact.id = move.value ->> 0`,
    JSON.stringify(last.map(({ id }, index) => [id, positions[index]?.position ?? 0])),
  );
}

async function inChunks(
  contacts: readonly Contact[],
  names: readonly (keyof Contact)[],
  write: (rows: string) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < contacts.length; start += chunkSize) {
    const chunk = contacts.slice(start, start + chunkSize);
    await write(JSON.stringify(chunk.map((contact) => names.map((name) => contact[name]))));
  }
}

/** The extra values of contacts. */
export function extraValuesOf(sql: Statements, contacts: readonly number[]): Promise<ExtraValue[]> {
  return sql.rows<ExtraValue>(
    'SELECT * FROM extra_value WHERE contact IN (SELECT value FROM json_each(?))',
    JSON.stringify(contacts),
  );
}

/** Sets extra values; `''` clears one. */
export async function saveExtraValues(
  sql: Statements,
  values: readonly ExtraValue[],
): Promise<void> {
  if (values.length === 0) return;
  const rows = JSON.stringify(values.map(({ contact, field, value }) => [contact, field, value]));
  await sql.run(
    `INSERT OR REPLACE INTO extra_value
      SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?) WHERE value ->> 2 <> ''`,
    rows,
  );
  await sql.run(
    `DELETE FROM extra_value WHERE (contact, field) IN
      (SELECT value ->> 0, value ->> 1 FROM json_each(?) WHERE value ->> 2 = '')`,
    rows,
  );
}

/** The tags of contacts, as pairs of numbers, ordered. */
export function tagsOfContacts(
  sql: Statements,
  contacts: readonly number[],
): Promise<{ contact: number; tag: number }[]> {
  return sql.rows(
    `SELECT * FROM contact_tag WHERE contact IN (SELECT value FROM json_each(?)) ORDER BY contact, tag`,
    JSON.stringify(contacts),
  );
}

/** Contacts are found by their addresses, which they may share: the list says which are unique. */
export const contactIndexes: readonly string[] = addressFields.map(
  (field) => `CREATE INDEX contact_${field} ON contact (list, ${field}) WHERE ${field} IS NOT NULL`,
);
