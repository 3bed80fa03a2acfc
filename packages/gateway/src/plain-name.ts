/** Stands for a name that nobody should have to trust: one that is too long, or has odd characters. */
export const otherName = '(other)';

/** Stands for the method of a call that could not be read. */
export const unreadName = '(unread)';

const plain = /^[A-Za-z_][A-Za-z0-9_.-]{0,63}$/;

/**
 * A name that came from a caller, as logs, measurements and records may have it: as it is where it is a
 * plain word, else `(other)`.
 *
 * @param redact takes the caller's secret out of a text: who mixes up name and value must not find it there
 */
export function plainName(name: string, redact: (text: string) => string): string {
  return plain.test(name) && redact(name) === name ? name : otherName;
}
