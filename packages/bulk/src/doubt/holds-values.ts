import type { WireObject, WireValue } from '@egoi-client/core';
import { textOf } from './contact-keys.ts';

const words = ['email', 'lang'];
const phones = ['cellphone', 'telephone', 'fax'];
const withoutRecord = ['tags', 'from', 'formID', 'validate_email', 'validate_phone'];

/**
 * Tells whether a contact of the account has all the values that were sent. What its record does not
 * show at all, it does not have.
 *
 * @param record as subscriberData answers it, its fields in capital letters
 */
export function holdsValues(record: WireObject, sent: WireObject): boolean {
  return Object.entries(sent).every(([name, value]) => {
    if (value === null || withoutRecord.includes(name)) return true;
    const held = heldIn(record, name);
    if (held === undefined) return false;
    if (words.includes(name)) return plainOf(held).toLowerCase() === plainOf(value).toLowerCase();
    if (phones.includes(name)) return isSamePhone(plainOf(held), plainOf(value));
    return plainOf(held) === plainOf(value);
  });
}

/** The names of extra fields in a record were not seen; the callback's are `EXTRA_FIELD_<number>`. */
function heldIn(record: WireObject, name: string): WireValue | undefined {
  if (name === 'lang') return record['LANGUAGE'] ?? record['LANG'];
  const plain = name.toUpperCase();
  return record[plain.replace(/^EXTRA_(?=\d)/, 'EXTRA_FIELD_')] ?? record[plain];
}

/** The service writes the country's prefix before numbers that come without. */
function isSamePhone(held: string, sent: string): boolean {
  const digits = digitsOf(sent);
  return digits === '' ? held === sent : digitsOf(held).endsWith(digits);
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '');
}

/** The service writes a day that it does not know as zeros (reference, 14.9). */
function plainOf(value: WireValue): string {
  const text = textOf(value).trim();
  return text === '0000-00-00' ? '' : text;
}
