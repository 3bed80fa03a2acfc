import type { ExtraField } from '../../account/store/extra-fields.ts';
import type { SqlCondition } from '../../account/store/segment-sql.ts';
import type { SqlValue } from '../../account/store/statements.ts';
import { unprocessable } from '../calls/refusal.ts';

/** What contacts are looked for by. */
export interface ContactFilterQuery {
  readonly first_name?: string | undefined;
  readonly last_name?: string | undefined;
  readonly email?: string | undefined;
  readonly email_status?: boolean | undefined;
  readonly cellphone?: string | undefined;
  readonly cellphone_status?: boolean | undefined;
  readonly phone?: string | undefined;
  readonly phone_status?: boolean | undefined;
  readonly birth_date?: string | undefined;
  readonly language?: string | undefined;
  /** Values by the number of an extra field. */
  readonly extra_field_id?: Readonly<Record<string, string>> | undefined;
}

const textColumns = {
  email: 'email',
  cellphone: 'cellphone',
  phone: 'telephone',
  first_name: 'first_name',
  last_name: 'last_name',
  birth_date: 'birth_date',
  language: 'lang',
} as const;

const statusColumns = {
  email_status: 'email_status',
  cellphone_status: 'cellphone_status',
  phone_status: 'telephone_status',
} as const;

type Entries<Table> = [keyof Table, Table[keyof Table]][];

/** The condition that a filter means; `undefined` where it asks for nothing. Values are compared whole. @throws Refusal 422 for an extra field that the list does not have */
export function contactFilter(
  list: number,
  query: ContactFilterQuery,
  fields: ReadonlyMap<number, ExtraField>,
): SqlCondition | undefined {
  const parts: string[] = [];
  const values: SqlValue[] = [];
  for (const [name, column] of Object.entries(textColumns) as Entries<typeof textColumns>) {
    const value = query[name];
    if (value === undefined) continue;
    parts.push(`contact.${column} = ?`);
    values.push(value);
  }
  for (const [name, column] of Object.entries(statusColumns) as Entries<typeof statusColumns>) {
    const isActive = query[name];
    if (isActive === undefined) continue;
    parts.push(`contact.${column} IS ${isActive ? '' : 'NOT '}NULL`);
  }
  for (const [id, value] of Object.entries(query.extra_field_id ?? {})) {
    if (!fields.has(Number(id)))
      throw unprocessable('extra_field_id', `The list has no field ${id}`);
    parts.push(
      `EXISTS (SELECT 1 FROM extra_value WHERE extra_value.contact = contact.id
        AND extra_value.field = ? AND extra_value.value = ?)`,
    );
    values.push(Number(id), value);
  }
  if (parts.length === 0) return undefined;
  return { where: `contact.list = ? AND ${parts.join(' AND ')}`, values: [list, ...values] };
}
