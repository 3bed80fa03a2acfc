import { CommandError } from '../command-error.ts';

/** More than any call carries. */
const maxTextBytes = 64 * 1024 * 1024;

/**
 * The text of a file, without the byte order mark that it may begin with.
 *
 * @param name of the file or of what reads it, as an error says it
 * @throws CommandError where it is no UTF-8, with the place of the first byte that is none
 */
export function decodedText(bytes: Buffer, name: string): string {
  const text = bytes.toString('utf8');
  const replacement = '\ufffd';
  const written = Buffer.from(replacement);
  for (let at = text.indexOf(replacement); at !== -1; at = text.indexOf(replacement, at + 1)) {
    // Up to the first wrong byte the text has as many bytes as the file.
    const offset = Buffer.byteLength(text.slice(0, at));
    if (!bytes.subarray(offset, offset + written.length).equals(written)) {
      throw new CommandError(`${name}: byte ${offset + 1} is not UTF-8`, [
        'Convert it first: iconv -f windows-1252 -t utf-8',
      ]);
    }
  }
  return text.replace(/^\ufeff/, '');
}

/** @throws CommandError for more than a text may have */
export function refuseLongText(bytes: number, name: string): void {
  if (bytes <= maxTextBytes) return;
  throw new CommandError(`${name}: more than ${maxTextBytes / 1024 / 1024} MB are not read`, [
    'Contacts come in any number with: egoi import',
  ]);
}
