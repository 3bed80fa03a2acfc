// XML 1.0 has no place for these, escaped or not; U+FFFE and U+FFFF are no characters at all.
// oxlint-disable-next-line no-control-regex
const uncarried = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const allUncarried = new RegExp(uncarried.source, 'g');

/** Tells whether a text holds a character that XML 1.0 cannot carry in any spelling. */
export function holdsUncarried(text: string): boolean {
  return uncarried.test(text);
}

/**
 * A text as every wire can carry it: what XML has no place for is replaced, and halves of surrogate
 * pairs become U+FFFD.
 *
 * @param replacement of each character that cannot be carried; `''` drops them
 */
export function carriedText(text: string, replacement: '' | '\ufffd'): string {
  const wellFormed = text.toWellFormed();
  return uncarried.test(wellFormed) ? wellFormed.replaceAll(allUncarried, replacement) : wellFormed;
}
