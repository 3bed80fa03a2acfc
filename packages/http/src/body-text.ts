import { type CharsetDecoder, charsetDecoder, type Strictness } from './charset.ts';

/** How far into a document a byte order mark and an XML declaration are looked for, in bytes. */
const headBytes = 256;

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
  let head: Buffer = Buffer.alloc(0);
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

function declaredCharset(head: Buffer): string | undefined {
  const start = head.toString('latin1', 0, headBytes);
  return /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"'>]+)["']/.exec(start)?.[1];
}
