import type { ContactField } from '../contact-fields.ts';
import type { Statements } from './statements.ts';

/** A contact list. */
export interface List {
  readonly id: number;
  /** As contacts see it. */
  readonly name: string;
  /** As users of the account see it. */
  readonly internal_name: string;
  /** Number of the group of lists; 0 for none. */
  readonly list_group: number;
  readonly language: string;
  /** 0 or 1. */
  readonly channel_email: number;
  /** 0 or 1. */
  readonly channel_sms: number;
  /** 0 or 1. */
  readonly channel_voice: number;
  /** All contacts, removed ones included; the position of the next one. */
  readonly total: number;
  readonly active: number;
  readonly removed: number;
  readonly inactive: number;
  readonly unconfirmed: number;
  /** Fields for which somebody decided whether contacts may share a value, as JSON: `{"email":true}`. */
  readonly unique_fields: string;
  /** When it was made, `YYYY-MM-DD HH:MM:SS`; `''` where a file of an older release does not know it. */
  readonly created: string;
  /** When its settings were last changed. */
  readonly changed: string;
}

/** What a user decides about a list. */
export type ListSettings = Pick<
  List,
  | 'name'
  | 'internal_name'
  | 'list_group'
  | 'language'
  | 'channel_email'
  | 'channel_sms'
  | 'channel_voice'
>;

/** Whether contacts of a list may not share a value, by field, where somebody decided it. */
export type UniqueFields = Readonly<Partial<Record<ContactField, boolean>>>;

export function uniqueFieldsOf({ unique_fields }: Pick<List, 'unique_fields'>): UniqueFields {
  return JSON.parse(unique_fields) as UniqueFields;
}

export async function findList(sql: Statements, id: number): Promise<List | undefined> {
  return (await sql.rows<List>('SELECT * FROM list WHERE id = ?', id))[0];
}

/** A page of the lists, the newest first. */
export function pageOfLists(sql: Statements, start: number, limit: number): Promise<List[]> {
  return sql.rows<List>('SELECT * FROM list ORDER BY id DESC LIMIT ? OFFSET ?', limit, start);
}

/** The lists, and the contacts in them that are not removed. */
export async function countAccount(sql: Statements): Promise<{ lists: number; contacts: number }> {
  const [row] = await sql.rows<{ lists: number; contacts: number }>(
    'SELECT count(*) AS lists, ifnull(sum(total - removed), 0) AS contacts FROM list',
  );
  return row ?? { lists: 0, contacts: 0 };
}

const settingNames = [
  'name',
  'internal_name',
  'list_group',
  'language',
  'channel_email',
  'channel_sms',
  'channel_voice',
] as const satisfies readonly (keyof ListSettings)[];

/** @param moment `YYYY-MM-DD HH:MM:SS` @returns the number of the new list */
export async function addList(
  sql: Statements,
  settings: ListSettings,
  moment: string,
): Promise<number> {
  const columns = [...settingNames, 'created', 'changed'];
  const [row] = await sql.rows<{ id: number }>(
    `INSERT INTO list (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
      RETURNING id`,
    ...settingNames.map((name) => settings[name]),
    moment,
    moment,
  );
  return row?.id ?? 0;
}

/** @param moment `YYYY-MM-DD HH:MM:SS` */
export async function saveList(
  sql: Statements,
  id: number,
  settings: ListSettings,
  moment: string,
): Promise<void> {
  await sql.run(
    `UPDATE list SET ${settingNames.map((name) => `${name} = ?`).join(', ')}, changed = ?
      WHERE id = ?`,
    ...settingNames.map((name) => settings[name]),
    moment,
    id,
  );
}

export async function saveUniqueFields(
  sql: Statements,
  id: number,
  fields: UniqueFields,
): Promise<void> {
  await sql.run('UPDATE list SET unique_fields = ? WHERE id = ?', JSON.stringify(fields), id);
}

/** Deletes a list with its fields and contacts. */
export async function dropList(sql: Statements, id: number): Promise<void> {
  await sql.run('DELETE FROM list WHERE id = ?', id);
}
