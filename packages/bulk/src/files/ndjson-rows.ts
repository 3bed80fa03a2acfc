import { isWireObject, type WireObject, type WireValue } from '@egoi-client/core';
import { maxWireDepth, setMember } from '@egoi-client/core/wire';
import { ContactRow } from '../contact-row.ts';
import type { ContactFile } from './contact-file.ts';
import { readText } from './read-text.ts';

/** The rows of an NDJSON file; empty lines are skipped. */
export async function* ndjsonRows(file: ContactFile): AsyncGenerator<ContactRow, void> {
  const { maxRowBytes, spelling, columns } = file;
  const tooLong = `is longer than the ${maxRowBytes} characters of ${spelling('maxRowBytes')}`;
  let line = 1;
  let rest = '';
  let isTooLong = false;
  const rowOf = (text: string): ContactRow | undefined => {
    if (isTooLong || text.length > maxRowBytes) return new ContactRow(null, line, tooLong);
    return text.trim() === '' ? undefined : parseRow(text, line, columns);
  };
  for await (const piece of readText(file)) {
    // A line break within a text is written \n in JSON: a bare one of any kind ends a line.
    const lines = (rest + piece).split(/\r\n|\n|\r(?=[^\n])/);
    rest = lines.pop() ?? '';
    for (const text of lines) {
      const row = rowOf(text);
      isTooLong = false;
      if (row !== undefined) yield row;
      line += 1;
    }
    // The rest of a line that is too long is not kept.
    if (rest.length > maxRowBytes) {
      isTooLong = true;
      rest = '';
    }
  }
  const last = rowOf(rest);
  if (last !== undefined) yield last;
}

function parseRow(text: string, line: number, columns: ContactFile['columns']): ContactRow {
  try {
    const contact = JSON.parse(text) as WireValue;
    // What is read of it would end whoever writes it again.
    if (isDeeperThan(maxWireDepth, contact)) {
      const problem = `is nested deeper than ${maxWireDepth} levels`;
      return new ContactRow(text.slice(0, 1000), line, problem);
    }
    if (!isWireObject(contact)) return new ContactRow(contact, line, 'is not a JSON object');
    return new ContactRow(renamed(contact, columns), line);
  } catch {
    return new ContactRow(text.slice(0, 1000), line, 'is not JSON');
  }
}

function isDeeperThan(levels: number, value: WireValue): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((item) => isDeeperThan(levels - 1, item));
}

function renamed(contact: WireObject, columns: ContactFile['columns']): WireObject {
  if (Object.keys(columns).length === 0) return contact;
  const result: WireObject = {};
  for (const [name, value] of Object.entries(contact)) {
    const field = Object.hasOwn(columns, name) ? columns[name] : name;
    if (field !== null && field !== undefined) setMember(result, field, value);
  }
  return result;
}
