/** Countries with a prefix of two digits; 1 and 7 have one, all others three. Source: ITU-T E.164. */
const twoDigits = /^(?:20|27|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/**
 * A telephone number as API v3 wants it, prefix, hyphen and digits, from any spelling that tells the
 * prefix: `+351 912 345 678`, `00351-912345678`, `351-912345678`.
 *
 * @param prefix digits of the prefix for numbers without one; without it they stay as they are
 */
export function phoneOf(text: string, prefix: string | undefined): string {
  const trimmed = text.trim();
  if (/^\d{1,3}-\d{4,20}$/.test(trimmed)) return trimmed;
  const bare = trimmed.replaceAll(/[\s./()\u00a0-]+/g, '');
  const international = /^(?:\+|00)([1-9]\d{5,20})$/.exec(bare)?.[1];
  if (international !== undefined) return withHyphen(international);
  return prefix !== undefined && /^\d{4,20}$/.test(bare) ? `${prefix}-${bare}` : trimmed;
}

function withHyphen(digits: string): string {
  const length = /^[17]/.test(digits) ? 1 : twoDigits.test(digits) ? 2 : 3;
  return `${digits.slice(0, length)}-${digits.slice(length)}`;
}

/** Whether API v3 takes a telephone number; `''` clears it. */
export function isPhone(text: string): boolean {
  return text === '' || /^\d{1,3}-\d{4,20}$/.test(text);
}
