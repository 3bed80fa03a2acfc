import { type Schema, viewSchema } from '@egoi-client/core/wire';

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
  const view = viewSchema(result);
  const row = {
    name,
    kind: kindInWords(result, view.isNullable),
    isAlways: !view.isOptional,
    description: view.description,
  };
  const { element, shape, valueType } = view.definition;
  if (element !== undefined) return [row, ...below(element, `${name}[]`)];
  if (valueType !== undefined) return [row, ...below(valueType, join(name, '<name>'))];
  const fields = Object.entries(shape ?? {});
  return [row, ...fields.flatMap(([field, schema]) => resultRows(schema, join(name, field)))];
}

/** Items say something of their own only where they are no struct and a source knows their form. */
function below(item: Schema, name: string): ResultRow[] {
  const rows = resultRows(item, name);
  return rows.length > 1 ? rows.slice(1) : rows.filter((row) => row.description !== '');
}

function kindInWords(result: Schema, isNullable: boolean): string {
  const { kind } = viewSchema(result);
  if (kind === undefined) return 'as it comes';
  return isNullable ? `${kinds[kind]}, or \`null\`` : kinds[kind];
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
