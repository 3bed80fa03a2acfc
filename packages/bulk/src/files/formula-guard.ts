/** The signs that make a formula of a cell, behind blanks and signs that nobody sees; Asian spreadsheets take wide ones. */
const formula =
  /^[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]*[=+\-@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b]/u;

/** A cell beside it may be made of what stands behind these. */
const opening = /^[\t\r\n]/;

/** Digits in groups, with a sign: nothing that could be run, and what a reader of numbers wants as it is. */
const number = /^\s*[+-]\s*\d+(?:[ \u00a0\u202f.,]\d+)*(?:e[+-]?\d+)?\s*%?\s*$/i;

/**
 * A cell's text with a `'` before it where a spreadsheet would take it for a formula. A text that looks
 * as if it had a guard gets one as well, so that `withoutGuard` gives back exactly what was there.
 */
export function withGuard(text: string): string {
  const isRun = (formula.test(text) && !number.test(text)) || opening.test(text);
  return isRun || withoutGuard(text) !== text ? `'${text}` : text;
}

/** Takes off the `'` of a guard, of this package or of other programs. */
export function withoutGuard(text: string): string {
  const bare = text.replace(/^'+/, '');
  return bare !== text && (formula.test(bare) || opening.test(bare)) ? text.slice(1) : text;
}
