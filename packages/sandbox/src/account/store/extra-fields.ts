import { extraFieldTypeWords } from './file-words.ts';
import { type FieldOption, insertOption, optionsOfFields } from './field-options.ts';
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
  /** 1 where no two contacts of the list may share a value. */
  readonly is_unique: number;
  /** What may be chosen in a field for it, the oldest first; else none. */
  readonly options: readonly FieldOption[];
}

/** The fields of some lists, the oldest first. */
export async function extraFieldsOf(
  sql: Statements,
  lists: readonly number[],
): Promise<ExtraField[]> {
  const rows = await sql.rows<Omit<ExtraField, 'type' | 'options'> & { readonly type: string }>(
    'SELECT * FROM extra_field WHERE list IN (SELECT value FROM json_each(?)) ORDER BY id',
    JSON.stringify(lists),
  );
  const fields = rows.map((row) => ({ ...row, type: extraFieldTypeWords.fromFile(row.type) }));
  const choices = fields.filter(({ type }) => type === 'choice').map(({ id }) => id);
  const options = await optionsOfFields(sql, choices);
  return fields.map((field) => ({
    ...field,
    options: options.filter((option) => option.field === field.id),
  }));
}

/** An extra field that is made. */
export interface NewField extends Pick<ExtraField, 'list' | 'name' | 'type'> {
  readonly is_unique?: 0 | 1;
  /** What may be chosen in it. */
  readonly choices?: readonly string[];
}

/** @returns the number of the new field */
export async function addField(
  sql: Statements,
  { list, name, type, is_unique = 0, choices = [] }: NewField,
): Promise<number> {
  const [row] = await sql.rows<{ id: number }>(
    'INSERT INTO extra_field (list, name, type, is_unique) VALUES (?, ?, ?, ?) RETURNING id',
    list,
    name,
    extraFieldTypeWords.toFile(type),
    is_unique,
  );
  const field = row?.id ?? 0;
  for (const label of choices) {
    await insertOption(sql, { field, label, labels: { en: label } });
  }
  return field;
}

/** Saves what may change of a field but for its options. */
export async function saveField(
  sql: Statements,
  { id, name, is_unique }: Pick<ExtraField, 'id' | 'name' | 'is_unique'>,
): Promise<void> {
  await sql.run('UPDATE extra_field SET name = ?, is_unique = ? WHERE id = ?', name, is_unique, id);
}

/** Deletes a field with its values. */
export async function dropField(sql: Statements, id: number): Promise<void> {
  await sql.run('DELETE FROM extra_field WHERE id = ?', id);
}
