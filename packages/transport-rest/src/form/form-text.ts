import { WireFormatError } from '@egoi-client/core';

/** Writes text as PHP's `urlencode` does (RFC 1738): a space is `+`; only letters, digits, `-_.` stay. */
export function encodeFormText(text: string): string {
  return encodeURIComponent(text)
    .replaceAll('%20', '+')
    .replace(/[!'()*~]/g, percentCode);
}

function percentCode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/**
 * Reads a name or a value of a form.
 *
 * @throws WireFormatError for a `%` without two hexadecimal digits and for bytes that are not UTF-8,
 * which PHP would hand on as they are
 */
export function decodeFormText(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw new WireFormatError('the form holds a wrong percent code or bytes that are not UTF-8');
  }
}

/** Tells the names between brackets that PHP takes for none, so that it appends: `a[]`, `a[ ]`. */
export function isAppendingName(name: string): boolean {
  return /^[ \t\n\v\f\r]?$/.test(name);
}
