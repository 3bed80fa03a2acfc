// All controls but the line break and the tab; what turns the direction of writing, joins or parts signs
// without a trace, or is nothing to be seen at all. The two that choose between a sign and its picture stay.
const unseen = /(?![\n\t]|\ufe0e|\ufe0f)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{DI}]/gu;

/**
 * A text with everything that a terminal would obey, or that nobody would see, written as `\u001b`. In
 * JSON that is the same text: nothing is lost for a program that reads it.
 */
export function visible(text: string): string {
  return text.replaceAll(unseen, (sign) =>
    Array.from(
      { length: sign.length },
      (_, unit) => `\\u${sign.charCodeAt(unit).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}
