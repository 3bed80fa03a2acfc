import type { WireObject, WireValue } from '@egoi-client/core';

const texts = ['first_name', 'last_name', 'birth_date'];
const words = ['email', 'lang'];
const phones = ['cellphone', 'telephone', 'fax'];

/**
 * Tells whether a contact of the account has the values that were sent, where the account shows them.
 * Status and tags are left out: the service may have changed them since.
 *
 * @param record as subscriberData answers it, its fields in capital letters
 */
export function holdsValues(record: WireObject, sent: WireObject): boolean {
  return Object.entries(sent).every(([name, value]) => {
    const held = record[fieldOf(name)];
    if (held === undefined || value === null) return true;
    if (words.includes(name)) return textOf(held).toLowerCase() === textOf(value).toLowerCase();
    if (phones.includes(name)) return isSamePhone(textOf(held), textOf(value));
    const isCompared = texts.includes(name) || /^extra_\d+$/.test(name);
    return !isCompared || textOf(held) === textOf(value);
  });
}

function fieldOf(name: string): string {
  if (name === 'lang') return 'LANGUAGE';
  return name.toUpperCase().replace(/^EXTRA_(?=\d)/, 'EXTRA_FIELD_');
}

/** The service writes the country's prefix before numbers that come without. */
function isSamePhone(held: string, sent: string): boolean {
  const digits = digitsOf(sent);
  return digits === '' ? held === sent : digitsOf(held).endsWith(digits);
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '');
}

function textOf(value: WireValue): string {
  if (value === null) return '';
  return (typeof value === 'object' ? JSON.stringify(value) : String(value)).trim();
}
