import type { extraFieldTypes } from '@egoi-client/core/wire';
import type { Statements } from './statements.ts';

export type ExtraFieldType = (typeof extraFieldTypes)[number];

/** An extra field of a list. */
export interface ExtraField {
  readonly id: number;
  readonly list: number;
  readonly name: string;
  readonly type: ExtraFieldType;
  /** Of a `lista` field, separated by commas; else `''`. */
  readonly options: string;
}

/** The fields of some lists, the oldest first. */
export function extraFieldsOf(sql: Statements, lists: readonly number[]): Promise<ExtraField[]> {
  return sql.rows<ExtraField>(
    'SELECT * FROM extra_field WHERE list IN (SELECT value FROM json_each(?)) ORDER BY id',
    JSON.stringify(lists),
  );
}

/** @returns the number of the new field */
export async function addField(sql: Statements, field: Omit<ExtraField, 'id'>): Promise<number> {
  const [row] = await sql.rows<{ id: number }>(
    'INSERT INTO extra_field (list, name, type, options) VALUES (?, ?, ?, ?) RETURNING id',
    field.list,
    field.name,
    field.type,
    field.options,
  );
  return row?.id ?? 0;
}

/** Saves what may change of a field: its name and options. */
export async function saveField(sql: Statements, field: ExtraField): Promise<void> {
  await sql.run(
    'UPDATE extra_field SET name = ?, options = ? WHERE id = ?',
    field.name,
    field.options,
    field.id,
  );
}

/** Deletes a field with its values. */
export async function dropField(sql: Statements, id: number): Promise<void> {
  await sql.run('DELETE FROM extra_field WHERE id = ?', id);
}
