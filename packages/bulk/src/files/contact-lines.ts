import { stringify } from 'csv-stringify/sync';
import { isWireObject, type WireValue } from '@egoi-client/core';
import { withGuard } from './formula-guard.ts';

/** Writes contacts as lines of a file. */
export interface ContactLines {
  /** What stands before the first contact. */
  readonly head: string;
  /** The lines of one page. */
  of(contacts: readonly object[]): string;
}

/** How a table is written. */
export interface TableForm {
  readonly escapeFormulas: boolean;
  readonly byteOrderMark: boolean;
  readonly delimiter: string;
  readonly lineEnds: 'crlf' | 'lf';
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
export function csvLines(columns: readonly string[], form: TableForm): ContactLines {
  const { escapeFormulas, byteOrderMark, delimiter, lineEnds } = form;
  const options = {
    delimiter,
    record_delimiter: lineEnds === 'crlf' ? '\r\n' : '\n',
    // A line break of another kind than those between rows is one all the same for who reads them.
    quoted_match: /[\r\n]/,
  };
  const cellOf = (value: WireValue) => (escapeFormulas ? withGuard(textOf(value)) : textOf(value));
  return {
    head: `${byteOrderMark ? '\ufeff' : ''}${stringify([[...columns]], options)}`,
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

function textOf(value: WireValue): string {
  if (value === null) return '';
  return isWireObject(value) || Array.isArray(value) ? JSON.stringify(value) : String(value);
}
