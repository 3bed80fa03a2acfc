import type { Statements } from './statements.ts';

/** The languages in which an option has a label. */
export const optionLanguages = ['en', 'pt', 'br', 'es', 'de', 'hu', 'fr'] as const;

/** The labels of an option by language; those that were not given are missing. */
export type OptionLabels = Readonly<Partial<Record<(typeof optionLanguages)[number], string>>>;

/** What may be chosen in an extra field for it. */
export interface FieldOption {
  readonly id: number;
  readonly field: number;
  /** The label in which contacts have it: no other option of the field has the same. */
  readonly label: string;
  readonly labels: OptionLabels;
}

export const optionStatements: readonly string[] = [
  `CREATE TABLE field_option (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    field INTEGER NOT NULL REFERENCES extra_field (id) ON DELETE CASCADE,
    label TEXT NOT NULL,
    labels TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX field_option_field ON field_option (field)',
];

/** The options of some fields, the oldest first. */
export async function optionsOfFields(
  sql: Statements,
  fields: readonly number[],
): Promise<FieldOption[]> {
  if (fields.length === 0) return [];
  const rows = await sql.rows<Omit<FieldOption, 'labels'> & { readonly labels: string }>(
    'SELECT * FROM field_option WHERE field IN (SELECT value FROM json_each(?)) ORDER BY id',
    JSON.stringify(fields),
  );
  return rows.map((row) => ({ ...row, labels: JSON.parse(row.labels) as OptionLabels }));
}

/** @returns the number of the new option */
export async function insertOption(
  sql: Statements,
  { field, label, labels }: Omit<FieldOption, 'id'>,
): Promise<number> {
  const [row] = await sql.rows<{ id: number }>(
    'INSERT INTO field_option (field, label, labels) VALUES (?, ?, ?) RETURNING id',
    field,
    label,
    JSON.stringify(labels),
  );
  return row?.id ?? 0;
}

export async function updateOption(sql: Statements, option: FieldOption): Promise<void> {
  const { id, label, labels } = option;
  await sql.run(
    'UPDATE field_option SET label = ?, labels = ? WHERE id = ?',
    label,
    JSON.stringify(labels),
    id,
  );
}

export async function dropOption(sql: Statements, id: number): Promise<void> {
  await sql.run('DELETE FROM field_option WHERE id = ?', id);
}

/** The different values of a field that hold a label. */
export async function chosenValues(
  sql: Statements,
  field: number,
  label: string,
): Promise<string[]> {
  const rows = await sql.rows<{ value: string }>(
    'SELECT DISTINCT value FROM extra_value WHERE field = ? AND instr(value, ?) > 0',
    field,
    label,
  );
  return rows.map(({ value }) => value);
}

/** Gives contacts with a value in a field another in its place; none where that is `''`. */
export async function replaceChoice(
  sql: Statements,
  field: number,
  from: string,
  to: string,
): Promise<void> {
  if (to === '') {
    await sql.run('DELETE FROM extra_value WHERE field = ? AND value = ?', field, from);
  } else {
    await sql.run(
      'UPDATE extra_value SET value = ? WHERE field = ? AND value = ?',
      to,
      field,
      from,
    );
  }
}
