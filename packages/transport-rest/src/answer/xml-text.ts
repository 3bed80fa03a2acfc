import { holdsUncarried, WireFormatError } from '@egoi-client/core';

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * Undoes the five entities of XML and its character references.
 *
 * @throws WireFormatError for any other entity, and for characters that XML has no place for
 */
export function decodeXmlText(text: string): string {
  return text.replace(/&([^;&]{0,16});?/g, (reference: string, name: string) => {
    const character = reference.endsWith(';') ? (entities.get(name) ?? byNumber(name)) : undefined;
    if (character === undefined) throw new WireFormatError('it holds an unknown XML entity');
    return character;
  });
}

function byNumber(name: string): string | undefined {
  const [, hexadecimal, decimal] = /^#(?:x([\da-fA-F]+)|(\d+))$/.exec(name) ?? [];
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  return isCharacter(code) ? String.fromCodePoint(code) : undefined;
}

function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
  return (
    code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff)
  );
}

/**
 * Refuses what the parser would let pass: document types (with them entity tricks), processing
 * instructions behind the declaration, unclosed sections, and characters that XML has no place for.
 *
 * @returns the document without its declaration
 * @throws WireFormatError
 */
export function admitXml(document: string): string {
  const text = document.replace(/^\s*<\?xml\s[^<>?]*\?>/, '');
  if (holdsUncarried(text))
    throw new WireFormatError('it holds a character that XML does not allow');
  if (text.includes('<?')) throw new WireFormatError('it holds a processing instruction');
  let at = text.indexOf('<!');
  while (at !== -1) {
    const end = closingOf(text, at);
    if (end === -1) throw new WireFormatError('it holds a document type or an unclosed section');
    at = text.indexOf('<!', end);
  }
  return text;
}

function closingOf(text: string, at: number): number {
  if (text.startsWith('<!--', at)) return text.indexOf('-->', at + 4);
  if (text.startsWith('<![CDATA[', at)) return text.indexOf(']]>', at + 9);
  return -1;
}
