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
    if (matchesAt(uncarriedEscape, json, at) || matchesAt(lowHalf, json, at)) return true;
    if (!matchesAt(highHalf, json, at)) at += 1;
    else if (matchesAt(escapedLowHalf, json, at + 5)) at += 11;
    else return true;
  }
  return false;
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
