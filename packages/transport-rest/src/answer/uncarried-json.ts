/** Escapes of characters that XML has no place for, behind the backslash. */
const uncarriedEscape = /[bf]|u(?:00(?:0[0-8bcBC]|0[eEfF]|1)|[fF]{3}[eEfF])/y;
const highHalf = /u[dD][89abAB]../y;
const lowHalf = /u[dD][c-fC-F]/y;
const escapedLowHalf = /\\u[dD][c-fC-F]/y;

/**
 * Tells whether a text of a JSON document holds a character that no other wire could carry: a control
 * character, or half of a surrogate pair.
 *
 * @param json valid JSON, so that every backslash begins an escape
 */
export function holdsUncarriedText(json: string): boolean {
  if (/[\ufffe\uffff]/.test(json) || !json.isWellFormed()) return true;
  for (let at = json.indexOf('\\'); at !== -1; at = json.indexOf('\\', at)) {
    at += 1;
    if (isLetter(json, at)) {
      at += 5;
      continue;
    }
    if (matchesAt(uncarriedEscape, json, at) || matchesAt(lowHalf, json, at)) return true;
    if (!matchesAt(highHalf, json, at)) at += 1;
    else if (matchesAt(escapedLowHalf, json, at + 5)) at += 11;
    else return true;
  }
  return false;
}

/** Tells `\u00e9` and the like, which answers are full of, without an expression for each. */
function isLetter(json: string, at: number): boolean {
  if (json.charCodeAt(at) !== codeOf('u')) return false;
  const first = json.charCodeAt(at + 1);
  const third = json.charCodeAt(at + 3);
  return first === codeOf('0') ? third > codeOf('1') : first > codeOf('0') && first <= codeOf('9');
}

function codeOf(character: string): number {
  return character.charCodeAt(0);
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
