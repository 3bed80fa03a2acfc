import { extraFieldTypeWords } from './file-words.ts';
import type { Statements } from './statements.ts';

/** What the values of an extra field are. */
export type ExtraFieldType =
  | 'date'
  | 'text'
  | 'telephone'
  | 'cellphone'
  | 'fax'
  | 'number'
  | 'email'
  | 'choice';

/** An extra field of a list. */
export interface ExtraField {
  readonly id: number;
  readonly list: number;
  readonly name: string;
  readonly type: ExtraFieldType;
  /** What may be chosen in a field for it, separated by commas; else `''`. */
  readonly options: string;
}

/** The fields of some lists, the oldest first. */
export async function extraFieldsOf(
  sql: Statements,
  lists: readonly number[],
): Promise<ExtraField[]> {
  const rows = await sql.rows<Omit<ExtraField, 'type'> & { readonly type: string }>(
    'SELECT * FROM extra_field WHERE list IN (SELECT value FROM json_each(?)) ORDER BY id',
    JSON.stringify(lists),
  );
  return rows.map((row) => ({ ...row, type: extraFieldTypeWords.fromFile(row.type) }));
}

/** @returns the number of the new field */
export async function addField(sql: Statements, field: Omit<ExtraField, 'id'>): Promise<number> {
  const [row] = await sql.rows<{ id: number }>(
    'INSERT INTO extra_field (list, name, type, options) VALUES (?, ?, ?, ?) RETURNING id',
    field.list,
    field.name,
    extraFieldTypeWords.toFile(field.type),
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
