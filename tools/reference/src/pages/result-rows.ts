import type { Schema } from '@egoi-client/core/wire';

/** One field of a result. */
export interface ResultRow {
  /** With dots: `subscriber[].UID`, `extra_fields.<number>.NAME`; empty for the result itself. */
  readonly name: string;
  readonly kind: string;
  readonly isAlways: boolean;
  readonly description: string;
}

const kinds = {
  text: 'text',
  integer: 'whole number',
  decimal: 'number',
  flag: '`true` or `false`',
  date: 'day, `YYYY-MM-DD`',
  dateTime: 'moment, `YYYY-MM-DD HH:MM:SS`',
  list: 'list',
  struct: 'struct',
  mapById: 'struct by name',
} as const;

/** The result itself, then its fields. */
export function resultRows(result: Schema, name = ''): ResultRow[] {
  const row = {
    name,
    kind: kindInWords(result, result.isNullable),
    isAlways: !result.isOptional,
    description: result.description,
  };
  const { type, element, shape } = result;
  if (element !== undefined) {
    const path = type === 'record' ? join(name, '<name>') : `${name}[]`;
    return [row, ...below(element, path)];
  }
  const fields = Object.entries(shape ?? {});
  return [row, ...fields.flatMap(([field, schema]) => resultRows(schema, join(name, field)))];
}

/** Items say something of their own only where they are no struct and a source knows their form. */
function below(item: Schema, name: string): ResultRow[] {
  const rows = resultRows(item, name);
  return rows.length > 1 ? rows.slice(1) : rows.filter((row) => row.description !== '');
}

function kindInWords(result: Schema, isNullable: boolean): string {
  const { kind } = result;
  if (kind === undefined) return 'as it comes';
  return isNullable ? `${kinds[kind]}, or \`null\`` : kinds[kind];
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
