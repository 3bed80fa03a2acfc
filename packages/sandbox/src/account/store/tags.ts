import { addActivities } from './reports.ts';
import type { Statements } from './statements.ts';

/** A tag. */
export interface Tag {
  readonly id: number;
  readonly name: string;
  /** `#RRGGBB`, or `''`. */
  readonly color: string;
}

/** All tags, the oldest first. */
export function allTags(sql: Statements): Promise<Tag[]> {
  return sql.rows<Tag>('SELECT * FROM tag ORDER BY id');
}

export async function findTag(
  sql: Statements,
  by: { readonly id: number } | { readonly name: string },
): Promise<Tag | undefined> {
  const [tag] =
    'id' in by
      ? await sql.rows<Tag>('SELECT * FROM tag WHERE id = ?', by.id)
      : await sql.rows<Tag>('SELECT * FROM tag WHERE name = ?', by.name);
  return tag;
}

/** @returns the number of the new tag */
export async function insertTag(sql: Statements, tag: Omit<Tag, 'id'>): Promise<number> {
  const [row] = await sql.rows<{ id: number }>(
    'INSERT INTO tag (name, color) VALUES (?, ?) RETURNING id',
    tag.name,
    tag.color,
  );
  return row?.id ?? 0;
}

/** Gives a tag another name and colour. */
export async function saveTag(sql: Statements, { id, name, color }: Tag): Promise<void> {
  await sql.run('UPDATE tag SET name = ?, color = ? WHERE id = ?', name, color, id);
}

/** Deletes a tag, also from the contacts that carry it. */
export async function dropTag(sql: Statements, id: number): Promise<void> {
  await sql.run('DELETE FROM tag WHERE id = ?', id);
}

/** A tag on a contact, as two numbers. */
export type TagPair = readonly [contact: number, tag: number];

/** Puts tags on contacts; a tag that is there already stays. @param moment `YYYY-MM-DD HH:MM:SS` */
export async function attachTags(
  sql: Statements,
  pairs: readonly TagPair[],
  moment: string,
): Promise<void> {
  if (pairs.length === 0) return;
  const attached = await sql.rows<{ contact: number; tag: number }>(
    `INSERT OR IGNORE INTO contact_tag SELECT value ->> 0, value ->> 1 FROM json_each(?)
      RETURNING contact, tag`,
    JSON.stringify(pairs),
  );
  await addActivities(
    sql,
    attached.map(({ contact, tag }) => ({ contact, moment, action: 'attachTag', detail: tag })),
  );
}

/** Takes a tag off contacts. @param moment `YYYY-MM-DD HH:MM:SS` */
export async function detachTag(
  sql: Statements,
  tag: number,
  contacts: readonly number[],
  moment: string,
): Promise<void> {
  const detached = await sql.rows<{ contact: number }>(
    `DELETE FROM contact_tag WHERE tag = ? AND contact IN (SELECT value FROM json_each(?))
      RETURNING contact`,
    tag,
    JSON.stringify(contacts),
  );
  await addActivities(
    sql,
    detached.map(({ contact }) => ({ contact, moment, action: 'detachTag', detail: tag })),
  );
}
