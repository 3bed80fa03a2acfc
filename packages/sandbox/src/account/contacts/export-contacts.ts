import { type Contact, extraValuesOf } from '../store/contacts.ts';
import type { Statements } from '../store/statements.ts';

/** A column of an exported file: a member of the contact, or an extra field by its number. */
export interface ExportColumn {
  readonly title: string;
  readonly of: keyof Contact | number;
}

/** Writes contacts as a file. Values that are unset are empty. */
export async function exportContacts(
  sql: Statements,
  contacts: readonly Contact[],
  columns: readonly ExportColumn[],
  format: 'csv' | 'xml',
): Promise<string> {
  const extras = new Map<string, string>();
  const ids = contacts.map(({ id }) => id);
  if (columns.some(({ of }) => typeof of === 'number')) {
    for (const { contact, field, value } of await extraValuesOf(sql, ids)) {
      extras.set(`${contact} ${field}`, value);
    }
  }
  const valueOf = (contact: Contact, of: ExportColumn['of']) =>
    String((typeof of === 'number' ? extras.get(`${contact.id} ${of}`) : contact[of]) ?? '');
  const rows = contacts.map((contact) => columns.map(({ of }) => valueOf(contact, of)));
  const titles = columns.map(({ title }) => title);
  return format === 'csv' ? csvOf([titles, ...rows]) : xmlOf(titles, rows);
}

/** Writes rows as CSV, in the manner of RFC 4180. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function xmlOf(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const contacts = rows.map((row) => {
    const fields = row.map(
      (value, index) => `<field id="${escapeXml(titles[index] ?? '')}">${escapeXml(value)}</field>`,
    );
    return `<contact>${fields.join('')}</contact>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<contacts>${contacts.join('')}</contacts>\n`;
}

function escapeXml(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };
  return text.replace(/[&<"]/g, (character) => entities[character] ?? character);
}
