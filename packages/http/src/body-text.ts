import { isAscii, isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { WireFormatError } from '@egoi-client/core/wire';

/** How far into a document a byte order mark and an XML declaration are looked for, in bytes. */
export const headBytes = 256;

/**
 * Decodes a body piece by piece. Its charset is that of a byte order mark, else that of Content-Type,
 * else that of the XML declaration, else UTF-8.
 *
 * @param charset the one that Content-Type names
 * @throws WireFormatError where the charset is not known or a byte is not of it, with `'refuse'`
 */
export async function* decodeText(
  chunks: AsyncIterable<Buffer>,
  charset: string | undefined,
  strictness: Strictness,
): AsyncGenerator<string> {
  let decoder: CharsetDecoder | undefined;
  let head = noBytes;
  for await (const chunk of chunks) {
    if (decoder !== undefined) {
      yield decoder.decode(chunk);
      continue;
    }
    head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
    if (head.length < headBytes) continue;
    decoder = decoderFor(head, charset, strictness);
    yield decoder.decode(head);
  }
  if (decoder === undefined) {
    decoder = decoderFor(head, charset, strictness);
    yield decoder.decode(head);
  }
  yield decoder.end();
}

/** Decodes a body that is there as a whole, as `decodeText` does. */
export function decodeWhole(
  bytes: Buffer,
  charset: string | undefined,
  strictness: Strictness,
): string {
  const decoder = decoderFor(bytes, charset, strictness);
  return decoder.decode(bytes) + decoder.end();
}

function decoderFor(
  head: Buffer,
  charset: string | undefined,
  strictness: Strictness,
): CharsetDecoder {
  return charsetDecoder(
    markedCharset(head) ?? charset ?? declaredCharset(head) ?? 'utf-8',
    strictness,
  );
}

function markedCharset(head: Buffer): string | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : undefined;
}

/** The charset that the XML declaration at the start of a document names, as it is written there. */
export function declaredCharset({ buffer, byteOffset, length }: Uint8Array): string | undefined {
  const start = Buffer.from(buffer, byteOffset, Math.min(length, headBytes)).toString('latin1');
  return /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"'>]+)["']/.exec(start)?.[1];
}

/** What to do with bytes that a charset does not have, and with a charset that is not known. */
export type Strictness = 'refuse' | 'replace';

/** Turns the bytes of one charset into text, piece by piece. */
interface CharsetDecoder {
  decode(chunk: Buffer): string;
  /** What is left once all bytes are in. */
  end(): string;
}

// The web's standard reads these two as windows-1252, which has other characters from 0x80 to 0x9f.
const latin1Labels: ReadonlySet<string> = new Set([
  'iso-8859-1',
  'iso8859-1',
  'iso_8859-1',
  'latin1',
]);
const asciiLabels: ReadonlySet<string> = new Set(['us-ascii', 'ascii']);

const latin1: CharsetDecoder = { decode: (chunk) => chunk.toString('latin1'), end: () => '' };

const strictAscii: CharsetDecoder = {
  decode(chunk) {
    if (chunk.some((byte) => byte > 0x7f)) throw badBytes('us-ascii');
    return chunk.toString('latin1');
  },
  end: () => '',
};

/** Tells the names of charsets from other words. */
export function isCharset(label: string): boolean {
  if (latin1Labels.has(label.toLowerCase()) || asciiLabels.has(label.toLowerCase())) return true;
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}

const noBytes: Buffer = Buffer.alloc(0);

/**
 * Several times as fast as a `TextDecoder` in pieces, with the same result: all but a character that a
 * piece cuts is decoded in one go.
 */
class StrictUtf8 implements CharsetDecoder {
  /** The bytes of a character that was cut. */
  #cut = noBytes;
  #isStart = true;

  decode(chunk: Buffer): string {
    if (this.#cut.length === 0 && isAscii(chunk)) {
      if (chunk.length > 0) this.#isStart = false;
      return chunk.toString('latin1');
    }
    const bytes = this.#cut.length === 0 ? chunk : Buffer.concat([this.#cut, chunk]);
    const end = bytes.length - cutBytes(bytes);
    this.#cut = bytes.subarray(end);
    return this.#decodeWhole(bytes.subarray(0, end));
  }

  end(): string {
    if (this.#cut.length > 0) throw badBytes('utf-8');
    return '';
  }

  #decodeWhole(bytes: Buffer): string {
    if (bytes.length === 0) return '';
    if (!isUtf8(bytes)) throw badBytes('utf-8');
    const text = bytes.toString('utf8');
    const isMarked = this.#isStart && text.startsWith('\ufeff');
    this.#isStart = false;
    return isMarked ? text.slice(1) : text;
  }
}

/** How many bytes at the end begin a character that is longer. */
function cutBytes(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue;
    const length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    return length > back ? back : 0;
  }
  return 0;
}

/**
 * A decoder for a charset, by its name in HTTP or XML.
 *
 * @throws WireFormatError where the charset is not known, with `'refuse'`; its decoder throws the same
 *   for a byte that is not of the charset
 */
export function charsetDecoder(name: string, strictness: Strictness): CharsetDecoder {
  const label = name.toLowerCase();
  if (latin1Labels.has(label)) return latin1;
  if (asciiLabels.has(label)) return strictness === 'refuse' ? strictAscii : latin1;
  if (strictness === 'refuse' && (label === 'utf-8' || label === 'utf8')) return new StrictUtf8();
  const decoder = textDecoder(label, strictness === 'refuse');
  if (decoder === undefined) {
    if (strictness === 'replace') return latin1;
    const shown = /^[\w.:-]{1,40}$/.test(name) ? ` '${name}'` : '';
    throw new WireFormatError(`its charset${shown} is not known`);
  }
  const orRefuse = (decode: () => string): string => {
    try {
      return decode();
    } catch {
      throw badBytes(decoder.encoding);
    }
  };
  return {
    decode: (chunk) => orRefuse(() => decoder.decode(chunk, { stream: true })),
    end: () => orRefuse(() => decoder.decode()),
  };
}

function textDecoder(label: string, fatal: boolean): TextDecoder | undefined {
  try {
    return new TextDecoder(label, { fatal });
  } catch {
    return undefined;
  }
}

function badBytes(charset: string): WireFormatError {
  return new WireFormatError(`it holds bytes that are not ${charset}`);
}
