// Controls start a terminal's commands; format characters turn the direction of what follows, or hide it.
const commands = /[\p{Cc}\p{Cf}]/gu;
const lineBreaks = /\r\n|[\t\n\v\f\r\u0085\u2028\u2029]/g;

/** More than any message of this library needs, in characters. */
const maxCharacters = 16_384;

/**
 * A text as a message may hold it: servers have a say in messages, and messages go to terminals and
 * logs. A line break or a tab becomes a blank, so that no text can pass for a line of its own; a
 * control or format character becomes U+FFFD. What is longer than 16,384 characters is cut.
 */
export function printable(text: string): string {
  const shown = text.length > maxCharacters ? `${text.slice(0, maxCharacters)}…` : text;
  return shown.toWellFormed().replaceAll(lineBreaks, ' ').replaceAll(commands, '\ufffd');
}
