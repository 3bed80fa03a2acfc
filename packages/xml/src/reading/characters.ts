import { malformed } from './malformed.ts';

/** Longest reference, from `&` to `;`: what XML itself needs is ten. */
export const maxReferenceCharacters = 64;

// XML 1.0, production 2: halves of surrogate pairs, U+FFFE, U+FFFF and most controls are none.
const noCharacter = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Whether a text holds anything but characters that stand for themselves wherever they are written. */
export function holdsMarkup(text: string): boolean {
  return /[^ -%'-;=-\ud7ff]/.test(text);
}

/** Tells whether a text holds anything that XML has no place for. Pairs of surrogates must be whole. */
function holdsForeign(text: string): boolean {
  return noCharacter.test(text);
}

/** How far the end of a plain text is looked for. */
const maxPlainCharacters = 96;

/**
 * Where a text ends that stands for itself, as nearly all do: short, without references, line feeds and
 * what might be foreign or the end of a section. One look at each letter tells all of that.
 *
 * @returns the place of the `<` behind it; -1 where the text may be another
 */
export function endOfPlainText(text: string, from: number): number {
  const last = Math.min(text.length, from + maxPlainCharacters);
  for (let at = from; at < last; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x3c) return at;
    if (code < 0x20 || code > 0xd7ff || code === 0x26 || code === 0x5d) return -1;
  }
  return -1;
}

/** White space as XML has it; `trim` would take more. */
export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d;
}

/** The first place from `at` on that is not white space. */
export function skipBlank(text: string, at: number): number {
  let place = at;
  while (isBlank(text.charCodeAt(place))) place += 1;
  return place;
}

/** Undoes the five entities and the character references of a text. @throws WireFormatError for any other */
export function withoutReferences(text: string): string {
  let at = text.indexOf('&');
  if (at === -1) return text;
  let result = '';
  let from = 0;
  while (at !== -1) {
    const end = text.indexOf(';', at + 1);
    if (end === -1 || end - at >= maxReferenceCharacters) return malformed();
    result += text.slice(from, at) + meaningOf(text.slice(at + 1, end));
    from = end + 1;
    at = text.indexOf('&', from);
  }
  return result + text.slice(from);
}

function meaningOf(reference: string): string {
  const entity = entities.get(reference);
  if (entity !== undefined) return entity;
  const [, hexadecimal, decimal] = /^#(?:x([\da-fA-F]+)|(\d+))$/.exec(reference) ?? [];
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  if (!(code <= 0x10ffff)) return malformed();
  const character = String.fromCodePoint(code);
  return holdsForeign(character) ? malformed() : character;
}

/**
 * A text that stands for itself. A slice of more than twelve characters is a view of the whole piece
 * of the document, which would stay in memory for as long as any value of it.
 */
export function detached(slice: string): string {
  return slice.length < 13 ? slice : ` ${slice}`.slice(1);
}

/** @throws WireFormatError for a part of a text that holds anything that XML has no place for */
export function admit(text: string, from: number, to: number): void {
  if (holdsForeign(text.slice(from, to))) malformed();
}

/** The first place of something from `from` on; the length of the text where there is none. */
export function placeOf(what: string, text: string, from: number): number {
  const place = text.indexOf(what, from);
  return place === -1 ? text.length : place;
}

/** The end of a text without up to two brackets, which may be the beginning of `]]>`. */
export function withoutBrackets(text: string, from: number): number {
  let end = text.length;
  while (end > from && end > text.length - 2 && text.charCodeAt(end - 1) === 0x5d) end -= 1;
  return end;
}
