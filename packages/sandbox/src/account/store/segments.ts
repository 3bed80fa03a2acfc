import type { SegmentDefinition } from './segment-definition.ts';
import { segmentSql, type SqlCondition } from './segment-sql.ts';
import type { Statements } from './statements.ts';

/** A segment of a list. */
export interface Segment {
  readonly id: number;
  readonly list: number;
  readonly name: string;
  /** When it was made, `YYYY-MM-DD HH:MM:SS`; `''` where a file of an older release does not know it. */
  readonly created: string;
  /** When its conditions were last changed. */
  readonly changed: string;
}

/** The segments of a list, the oldest first. */
export function segmentsOf(sql: Statements, list: number): Promise<Segment[]> {
  return sql.rows<Segment>(
    'SELECT id, list, name, created, changed FROM segment WHERE list = ? ORDER BY id',
    list,
  );
}

/** Adds a segment, or gives the one of that name other conditions. @param moment `YYYY-MM-DD HH:MM:SS` @returns its number */
export async function saveSegment(
  sql: Statements,
  list: number,
  name: string,
  definition: SegmentDefinition,
  moment: string,
): Promise<number> {
  const [row] = await sql.rows<{ id: number }>(
    `INSERT INTO segment (list, name, definition, created, changed) VALUES (?1, ?2, ?3, ?4, ?4)
      ON CONFLICT (list, name) DO UPDATE
      SET definition = excluded.definition, changed = excluded.changed RETURNING id`,
    list,
    name,
    JSON.stringify(definition),
    moment,
  );
  return row?.id ?? 0;
}

/** @returns whether the list had a segment of that name */
export async function dropSegment(sql: Statements, list: number, name: string): Promise<boolean> {
  const dropped = await sql.rows(
    'DELETE FROM segment WHERE list = ? AND name = ? RETURNING id',
    list,
    name,
  );
  return dropped.length > 0;
}

/**
 * The members of a segment as a condition on the table `contact`, for statements that need not have
 * their numbers one by one.
 *
 * @returns `undefined` when the list has no segment of that name
 */
export async function segmentCondition(
  sql: Statements,
  list: number,
  name: string,
): Promise<SqlCondition | undefined> {
  const [row] = await sql.rows<{ definition: string }>(
    'SELECT definition FROM segment WHERE list = ? AND name = ?',
    list,
    name,
  );
  if (row === undefined) return undefined;
  return segmentSql(list, JSON.parse(row.definition) as SegmentDefinition);
}

/** A segment that was saved, or the one of those who carry a tag, by the number of either. */
export type SegmentReference = { readonly saved: number } | { readonly tag: number };

/**
 * The same by reference.
 *
 * @param withRemoved whether removed contacts are members
 * @returns `undefined` when the list has no such segment
 */
export async function referencedCondition(
  sql: Statements,
  list: number,
  reference: SegmentReference,
  withRemoved = false,
): Promise<SqlCondition | undefined> {
  if ('tag' in reference) {
    const { tag } = reference;
    if ((await sql.rows('SELECT id FROM tag WHERE id = ?', tag)).length === 0) return undefined;
    const definition = { match: 'all', conditions: [{ tag, operator: 'has_tag' }] } as const;
    return segmentSql(list, definition, withRemoved);
  }
  const [row] = await sql.rows<{ definition: string }>(
    'SELECT definition FROM segment WHERE list = ? AND id = ?',
    list,
    reference.saved,
  );
  if (row === undefined) return undefined;
  return segmentSql(list, JSON.parse(row.definition) as SegmentDefinition, withRemoved);
}

/** The segments of a list that look at an extra field. */
export async function segmentsOfField(
  sql: Statements,
  list: number,
  field: number,
): Promise<number[]> {
  const rows = await sql.rows<{ id: number }>(
    `SELECT id FROM segment WHERE list = ? AND EXISTS (
        SELECT 1 FROM json_each(definition, '$.conditions') AS condition
        WHERE condition.value ->> 'field' = ?) ORDER BY id`,
    list,
    field,
  );
  return rows.map(({ id }) => id);
}

/** The references of the contacts in a segment, in the order of the list; removed contacts are in none. */
export async function segmentMemberUids(
  sql: Statements,
  list: number,
  name: string,
): Promise<readonly string[]> {
  const condition = await segmentCondition(sql, list, name);
  if (condition === undefined) return [];
  const rows = await sql.rows<{ uid: string }>(
    `SELECT uid FROM contact WHERE ${condition.where} ORDER BY position`,
    ...condition.values,
  );
  return rows.map(({ uid }) => uid);
}
