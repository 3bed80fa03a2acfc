import type { WireObject, WireValue } from '@egoi-client/core';

const phones = new Set(['cellphone', 'telephone', 'fax']);

/** Fields of which, in some lists, no two contacts share a value (reference, unique fields of a list). */
const uniqueFields = ['email', ...phones];

/** So many digits at the end tell numbers apart, with the prefix of a country or without. */
const tellingDigits = 8;

/** Text that has one spelling but for its case, as nearly all addresses. */
const plain = /^[!-~]*$/;

/**
 * What a contact may be recognised by: its value in the compared field, its e-mail address and its
 * numbers, so that spellings which the service may treat as the same are one. Where that is not known,
 * they are one: a contact that is taken for another is asked for once more, never forgotten.
 */
export function keysOf(contact: WireObject, compareField: string): string[] {
  const keys: string[] = [];
  for (const field of uniqueFields) {
    const key = keyOf(field, contact[field]);
    if (key !== undefined) keys.push(key);
  }
  const compared = uniqueFields.includes(compareField)
    ? undefined
    : keyOf(compareField, contact[compareField]);
  if (compared !== undefined) keys.push(compared);
  return keys;
}

/** The key of one field; `undefined` where it has no value. */
export function keyOf(field: string, value: WireValue | undefined): string | undefined {
  if (value === undefined) return undefined;
  const text = textOf(value);
  if (phones.has(field)) {
    const digits = text.replaceAll(/\D/g, '').replace(/^0+/, '');
    return digits === '' ? undefined : `phone ${digits.slice(-tellingDigits)}`;
  }
  if (field === 'birth_date') {
    const groups = text.match(/\d+/g) ?? [];
    return groups.length === 0 ? undefined : `birth_date ${groups.toSorted().join(' ')}`;
  }
  const letters = plain.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replaceAll(/[\s\p{Cf}\p{Cc}\p{M}]/gu, '')
        .toLowerCase();
  return letters === '' ? undefined : `${field} ${letters}`;
}

/**
 * What tells the contacts of one batch apart. Closer than `keyOf`: two that the service may take for
 * different ones are two, so that none is left out when they are counted.
 */
export function identityOf(contact: WireObject, compareField: string): string {
  const text = textOf(contact[compareField]);
  if (phones.has(compareField)) return text.replaceAll(/\D/g, '').replace(/^0+/, '');
  return text.trim().toLowerCase();
}

/** Text of a value, `''` for none. */
export function textOf(value: WireValue | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** What stands for a key where many are kept. */
export type KeyHash = readonly [number, number];

/**
 * Two numbers of 32 bits that stand for a key: the same for the same key, else as good as random.
 * After Bryc's cyrb53, a hash without claim to secrecy.
 */
export function hashOf(key: string): KeyHash {
  let one = 0xdeadbeef;
  let other = 0x41c6ce57;
  for (let at = 0; at < key.length; at += 1) {
    const code = key.charCodeAt(at);
    one = Math.imul(one ^ code, 2654435761);
    other = Math.imul(other ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return [one >>> 0, other >>> 0];
}
