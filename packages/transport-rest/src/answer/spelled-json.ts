import { floatOrText, numberOrText } from '@egoi-client/core/wire';

const backslash = 0x5c;
const numberAt = /-?\d[\d.eE+-]*/y;
const integer = /^-?\d+$/;
const nameEnd = /\s*:/y;

/**
 * Writes a JSON document so that the engine's parser loses nothing of it: numbers that would lose
 * digits, or whether they are floats, become texts, and names that are numbers, which objects sort, get
 * the prefix that the service itself puts in front of them.
 *
 * @param text valid JSON
 */
export function spelledJson(text: string): string {
  let spelled = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') {
      const end = endOfText(text, at);
      if (isNumber(text.slice(at + 1, end - 1)) && isName(text, end)) {
        spelled += `${text.slice(from, at)}"key_`;
        from = at + 1;
      }
      at = end - 1;
    } else if (character === '-' || isDigit(text.charCodeAt(at))) {
      numberAt.lastIndex = at;
      const [number = ''] = numberAt.exec(text) ?? [];
      const read = integer.test(number) ? numberOrText(number) : floatOrText(number);
      if (typeof read === 'string') {
        spelled += `${text.slice(from, at)}"${read}"`;
        from = at + number.length;
      }
      at += number.length - 1;
    }
  }
  return spelled + text.slice(from);
}

/** Where the text goes on behind a string. */
function endOfText(text: string, start: number): number {
  let end = start;
  do end = text.indexOf('"', end + 1);
  while (isEscaped(text, end));
  return end + 1;
}

function isEscaped(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charCodeAt(before) === backslash) before -= 1;
  return (at - before) % 2 === 0;
}

function isNumber(name: string): boolean {
  return isDigit(name.charCodeAt(0)) && /^\d+$/.test(name);
}

function isName(text: string, end: number): boolean {
  nameEnd.lastIndex = end;
  return nameEnd.test(text);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
