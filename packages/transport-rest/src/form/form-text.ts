import { WireFormatError } from '@egoi-client/core/wire';

/** How PHP's `urlencode` spells the characters of ASCII (RFC 1738); `undefined` for those that stay. */
const spellings: readonly (string | undefined)[] = Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[\w.-]/.test(character)) return undefined;
  if (character === ' ') return '+';
  return `%${code.toString(16).toUpperCase().padStart(2, '0')}`;
});

/** Writes text as PHP's `urlencode` does (RFC 1738): a space is `+`; only letters, digits, `-_.` stay. */
export function encodeFormText(text: string): string {
  let encoded = '';
  let from = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 0x80) return encoded + encodeWide(text.slice(from));
    const spelling = spellings[code];
    if (spelling === undefined) continue;
    encoded += text.slice(from, index) + spelling;
    from = index + 1;
  }
  return from === 0 ? text : encoded + text.slice(from);
}

function encodeWide(text: string): string {
  return encodeURIComponent(text)
    .replaceAll('%20', '+')
    .replace(/[!'()*~]/g, (character) => spellings[character.charCodeAt(0)] ?? character);
}

/** How many bytes `encodeFormText` makes of a text. */
export function formTextLength(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    // `%XX` for each byte of UTF-8; each half of a surrogate pair stands for 2 of the pair's 4 bytes.
    if (code < 0x80) bytes += spellings[code]?.length ?? 1;
    else bytes += code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 6 : 9;
  }
  return bytes;
}

/**
 * Reads a name or a value of a form as PHP's `urldecode` does: a `%` without two hexadecimal digits is
 * text, which the maker's Python wrapper counts on when it sends `50% off`.
 *
 * @throws WireFormatError for percent codes of bytes that are not UTF-8, which PHP would hand on as they are
 */
export function decodeFormText(text: string): string {
  // Most texts are spelt as they are.
  if (!/[%+]/.test(text)) return text;
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced.replaceAll(/(?:%[\da-f]{2})+/gi, decodeBytes);
  }
}

function decodeBytes(codes: string): string {
  try {
    return decodeURIComponent(codes);
  } catch {
    throw new WireFormatError(
      'the form holds percent codes of bytes that are not UTF-8; write a percent sign as %25',
    );
  }
}

/** Tells the names between brackets that PHP takes for none, so that it appends: `a[]`, `a[ ]`. */
export function isAppendingName(name: string): boolean {
  return /^[ \t\n\v\f\r]?$/.test(name);
}
