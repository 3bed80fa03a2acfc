import { malformed } from './malformed.ts';

// XML 1.0, productions 4 and 4a, without the colon: Namespaces in XML, production 4.
const firstLetters =
  'A-Z_a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}';
const firstLetter = new RegExp(`^[${firstLetters}]`, 'u');
const letter = new RegExp(`^[${firstLetters}\\-.\\d\\u00b7\\u0300-\\u036f\\u203f\\u2040]`, 'u');

/** By ASCII code: 1 for what may stand in a name, 2 for what may begin one. */
const asciiLetters = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (firstLetter.test(character)) return 2;
  return letter.test(character) ? 1 : 0;
});

/** Where the name without a colon that begins at a place ends. @throws WireFormatError where none begins */
export function endOfPlainName(text: string, at: number): number {
  let place = at + lengthOfLetter(text, at, firstLetter, 2);
  if (place === at) return malformed();
  for (;;) {
    const length = lengthOfLetter(text, place, letter, 1);
    if (length === 0) return place;
    place += length;
  }
}

/** How many units the letter at a place has; 0 where there is none. */
function lengthOfLetter(text: string, at: number, allowed: RegExp, least: 1 | 2): 0 | 1 | 2 {
  const code = text.charCodeAt(at);
  if (code < 128) return (asciiLetters[code] ?? 0) >= least ? 1 : 0;
  const point = text.codePointAt(at);
  if (point === undefined || !allowed.test(String.fromCodePoint(point))) return 0;
  return point > 0xffff ? 2 : 1;
}
