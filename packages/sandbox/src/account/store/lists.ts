import type { Statements } from './statements.ts';

/** A contact list. */
export interface List {
  readonly id: number;
  readonly name: string;
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
}

/** What a user decides about a list. */
export type ListSettings = Pick<
  List,
  'name' | 'language' | 'channel_email' | 'channel_sms' | 'channel_voice'
>;

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

/** @returns the number of the new list */
export async function addList(sql: Statements, settings: ListSettings): Promise<number> {
  const { name, language, channel_email, channel_sms, channel_voice } = settings;
  const [row] = await sql.rows<{ id: number }>(
    `INSERT INTO list (name, language, channel_email, channel_sms, channel_voice)
      VALUES (?, ?, ?, ?, ?) RETURNING id`,
    name,
    language,
    channel_email,
    channel_sms,
    channel_voice,
  );
  return row?.id ?? 0;
}

export async function saveList(sql: Statements, id: number, settings: ListSettings): Promise<void> {
  const { name, language, channel_email, channel_sms } = settings;
  await sql.run(
    'UPDATE list SET name = ?, language = ?, channel_email = ?, channel_sms = ? WHERE id = ?',
    name,
    language,
    channel_email,
    channel_sms,
    id,
  );
}

/** Deletes a list with its fields and contacts. */
export async function dropList(sql: Statements, id: number): Promise<void> {
  await sql.run('DELETE FROM list WHERE id = ?', id);
}
