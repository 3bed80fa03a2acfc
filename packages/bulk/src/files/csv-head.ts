import type { ContactFile } from './contact-file.ts';

/** What may part the names of a header, the likeliest first. */
const delimiters = [',', ';', '\t', '|'];

/** The beginning of a CSV text, up to the end of its header at least. */
export interface CsvHead {
  readonly text: string;
  readonly delimiter: string;
}

/**
 * Reads up to the header: the first line that holds more than blanks and delimiters. A line such as
 * `sep=;` before it, by which spreadsheets are told the delimiter, is made an empty one, so that the
 * lines keep their numbers.
 *
 * @returns `undefined` where there is no header
 */
export async function readHead(
  pieces: AsyncGenerator<string, void>,
  { delimiter, maxRowBytes }: ContactFile,
): Promise<CsvHead | undefined> {
  let text = '';
  let start = 0;
  let told: string | undefined;
  for (;;) {
    const line = await lineAt(start);
    const content = text.slice(start, line.end);
    const separator =
      told === undefined ? /^\s*"?sep=(.)"?[;,\s]*$/is.exec(content)?.[1] : undefined;
    if (separator !== undefined && separator !== '"') {
      told = separator;
      text = text.slice(0, start) + text.slice(line.end);
      start += line.next - line.end;
    } else if (/[^\s;,|"]/.test(content)) {
      return { text, delimiter: delimiter ?? told ?? delimiterOf(content) };
    } else if (line.next === line.end) return undefined;
    else start = line.next;
  }

  /** Where the line ends that begins at a place, and where the next one begins; both the same at the end. */
  async function lineAt(from: number): Promise<{ readonly end: number; readonly next: number }> {
    const lineEnd = /\r\n|[\r\n]/g;
    for (;;) {
      lineEnd.lastIndex = from;
      const found = lineEnd.exec(text);
      // A CR may be followed by its LF in the next piece.
      const isWhole = found !== null && (found[0] !== '\r' || lineEnd.lastIndex < text.length);
      if (isWhole) return { end: found.index, next: lineEnd.lastIndex };
      if (text.length - from > maxRowBytes) return { end: text.length, next: text.length };
      const { value, done } = await pieces.next();
      if (done !== true) text += value;
      else if (found === null) return { end: text.length, next: text.length };
      else return { end: found.index, next: lineEnd.lastIndex };
    }
  }
}

/** The character that parts the names of a header: the one that stands there most often outside of quotes. */
function delimiterOf(header: string): string {
  const bare = header.replaceAll(/"(?:[^"]|"")*"/g, '');
  const counts = delimiters.map((delimiter) => bare.split(delimiter).length - 1);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}
