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

/** Deletes a tag, also from the contacts that carry it. */
export async function dropTag(sql: Statements, id: number): Promise<void> {
  await sql.run('DELETE FROM tag WHERE id = ?', id);
}

/** A tag on a contact, as two numbers. */
export type TagPair = readonly [contact: number, tag: number];

/** Puts tags on contacts; a tag that is there already stays. */
export async function attachTags(sql: Statements, pairs: readonly TagPair[]): Promise<void> {
  if (pairs.length === 0) return;
  await sql.run(
    'INSERT OR IGNORE INTO contact_tag SELECT value ->> 0, value ->> 1 FROM json_each(?)',
    JSON.stringify(pairs),
  );
}

/** Takes a tag off contacts. */
export async function detachTag(
  sql: Statements,
  tag: number,
  contacts: readonly number[],
): Promise<void> {
  await sql.run(
    'DELETE FROM contact_tag WHERE tag = ? AND contact IN (SELECT value FROM json_each(?))',
    tag,
    JSON.stringify(contacts),
  );
}
