import { EgoiConfigError } from '@egoi-client/core';
import type { ContactFile } from './contact-file.ts';

/** How many bytes tell how a text is encoded. */
export const tellingBytes = 4096;

/** The marks at the beginning of a text. Those of UTF-32 begin like those of UTF-16: they are looked for first. */
const marks: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-32', [0xff, 0xfe, 0, 0]],
  ['utf-32', [0, 0, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** What ZIP, and with it the workbooks of today, older workbooks and gzip begin with. */
const packages = ['504b0304', 'd0cf11e0', '1f8b08'].map((hex) => Buffer.from(hex, 'hex'));

/** Of each four bytes, which are zero where the text is of letters of ASCII, as most headers are. */
const zeros: readonly (readonly [encoding: string, places: string])[] = [
  ['utf-32', 'x000'],
  ['utf-32', '000x'],
  ['utf-16le', 'x0x0'],
  ['utf-16be', '0x0x'],
];

/**
 * The encoding of a file: that of its mark, whatever was said, since no text of another encoding begins
 * so; otherwise the one that was said.
 *
 * @param head the first `tellingBytes`, or all there are
 * @throws EgoiConfigError for UTF-32, for a workbook, and for UTF-16 without a mark where nobody said so
 */
export function encodingOf(
  head: Buffer,
  { path, encoding, spelling }: Pick<ContactFile, 'path' | 'encoding' | 'spelling'>,
): string {
  const marked = marks.find(([, mark]) => mark.every((byte, index) => head[index] === byte))?.[0];
  if (marked === 'utf-32') throw unreadable(path, 'is UTF-32; save it as UTF-8');
  if (marked !== undefined) return marked;
  if (packages.some((signature) => head.subarray(0, signature.length).equals(signature))) {
    throw unreadable(path, 'is a workbook or an archive; save the sheet as CSV');
  }
  if (encoding !== 'utf-8') return encoding;
  const pattern = [...head.subarray(0, 4)].map((byte) => (byte === 0 ? '0' : 'x')).join('');
  const unmarked = zeros.find(([, places]) => places === pattern)?.[0];
  if (unmarked === 'utf-32') throw unreadable(path, 'looks like UTF-32; save it as UTF-8');
  if (unmarked !== undefined) {
    const said = spelling('encoding', unmarked);
    throw unreadable(path, `looks like UTF-16 without its mark; if it is, say so: ${said}`);
  }
  return encoding;
}

function unreadable(path: string, problem: string): EgoiConfigError {
  return new EgoiConfigError(`'${path}' ${problem}`);
}
