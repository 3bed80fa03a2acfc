// The name characters of XML 1.0 without the colon, which would ask for a namespace, and without
// those beyond U+FFFF, which parsers do not agree on.
const start =
  'A-Z_a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd';
const name = `${start}\\-.\\d\\u00b7\\u0300-\\u036f\\u203f\\u2040`;

const wholeName = new RegExp(`^[${start}][${name}]*$`);
const wrongCharacter = new RegExp(`[^${name}]`, 'gu');
const rightStart = new RegExp(`^[${start}]`);

/** Tells whether XML allows a text as the name of an element. */
export function isElementName(text: string): boolean {
  return wholeName.test(text);
}

/**
 * The name of an element for a member: every character that XML does not allow becomes `_`, and a
 * name that must not begin as it does gets `_` in front.
 */
export function elementName(text: string): string {
  if (isElementName(text)) return text;
  const cleaned = text.replace(wrongCharacter, '_');
  return rightStart.test(cleaned) ? cleaned : `_${cleaned}`;
}
