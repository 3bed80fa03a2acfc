import { stringify } from 'csv-stringify/sync';
import { isWireObject, type WireValue } from '@egoi-client/core';

/** Writes contacts as lines of a file. */
export interface ContactLines {
  /** What stands before the first contact. */
  readonly head: string;
  /** The lines of one page. */
  of(contacts: readonly object[]): string;
}

/** One JSON object a line; `columns` picks members. */
export function ndjsonLines(columns: readonly string[] | undefined): ContactLines {
  // JSON.stringify takes the list of columns for that of members at every depth; contacts have one.
  const members = columns === undefined ? undefined : [...columns];
  return {
    head: '',
    of: (contacts) => contacts.map((contact) => `${JSON.stringify(contact, members)}\n`).join(''),
  };
}

/** A table with a header row; lists and structs are JSON texts. */
export function csvLines(columns: readonly string[], escapeFormulas: boolean): ContactLines {
  const options = { escape_formulas: escapeFormulas, record_delimiter: '\r\n' };
  return {
    head: stringify([[...columns]], options),
    of: (contacts) =>
      stringify(
        contacts.map((contact) =>
          columns.map((name) =>
            cellOf(Object.hasOwn(contact, name) ? Reflect.get(contact, name) : ''),
          ),
        ),
        options,
      ),
  };
}

function cellOf(value: WireValue): string {
  if (value === null) return '';
  return isWireObject(value) || Array.isArray(value) ? JSON.stringify(value) : String(value);
}
