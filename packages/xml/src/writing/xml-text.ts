import { holdsUncarried, utf8Length, WireFormatError } from '@egoi-client/core/wire';

// Surrogates are in here so that one test finds all texts that need a closer look.
// oxlint-disable-next-line no-control-regex
const needsCare = /[&<>\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/;

/** How a carriage return is written; as itself a reader would make a line feed of it. */
export type CarriageReturn = '&#13;' | '&#xD;';

/**
 * Writes text as the content of an element. Quotes stay as they are.
 *
 * @throws WireFormatError for characters that XML 1.0 cannot carry in any spelling
 */
export function escapeXmlText(text: string, carriageReturn: CarriageReturn): string {
  if (!needsCare.test(text)) return text;
  if (holdsUncarried(text)) throw new WireFormatError('a text holds a control character');
  if (!text.isWellFormed()) throw new WireFormatError('a text holds half of a surrogate pair');
  return text.replace(/[&<>\r]/g, (character) => {
    if (character === '&') return '&amp;';
    if (character === '<') return '&lt;';
    return character === '>' ? '&gt;' : carriageReturn;
  });
}

/** How many bytes of UTF-8 `escapeXmlText` makes of a text. */
export function escapedXmlLength(text: string): number {
  let bytes = utf8Length(text);
  if (!/[&<>\r]/.test(text)) return bytes;
  for (const character of text) {
    if (character === '&' || character === '\r') bytes += 4;
    else if (character === '<' || character === '>') bytes += 3;
  }
  return bytes;
}
