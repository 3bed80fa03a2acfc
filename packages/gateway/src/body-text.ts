import { isAscii } from 'node:buffer';
import { WireFormatError } from '@egoi-client/core';

type Charset = 'utf-8' | 'iso-8859-1';

const utf8 = new TextDecoder('utf-8', { fatal: true });

const charsets: ReadonlyMap<string, Charset> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['ascii', 'utf-8'],
  ['iso-8859-1', 'iso-8859-1'],
  ['latin1', 'iso-8859-1'],
]);

/**
 * The text of an XML body. A byte order mark decides, then the header's charset, then the XML
 * declaration, as RFC 7303 has it: PHP's XML-RPC writer declares ISO-8859-1 and sends no charset.
 *
 * @param charset from the `content-type` header
 * @throws WireFormatError for a charset other than UTF-8 and ISO-8859-1, and for bytes that are not of it
 */
export function xmlText(body: Uint8Array, charset: string | undefined): string {
  return decode(body, findCharset(charset ?? declaredCharset(body)));
}

/**
 * The text of a form body, with its percent escapes in UTF-8 whatever its charset.
 *
 * @param charset from the `content-type` header
 * @throws WireFormatError as `xmlText`
 */
export function formText(body: Uint8Array, charset: string | undefined): string {
  const found = findCharset(charset);
  const text = decode(body, found);
  if (found === 'utf-8') return text;
  return text.replaceAll(/%([89a-f][0-9a-f])/gi, (_escape, hex: string) =>
    encodeURIComponent(String.fromCharCode(Number.parseInt(hex, 16))),
  );
}

function findCharset(name: string | undefined): Charset {
  const charset = charsets.get(name ?? 'utf-8');
  if (charset === undefined) throw new WireFormatError('the charset must be UTF-8 or ISO-8859-1');
  return charset;
}

function declaredCharset(body: Uint8Array): string | undefined {
  const start = latin1Text(body.subarray(0, 200));
  const declaration = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(start);
  return declaration?.[1]?.toLowerCase();
}

function decode(body: Uint8Array, charset: Charset): string {
  const marked = body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf;
  if (charset === 'iso-8859-1' && !marked) return latin1Text(body);
  try {
    return isAscii(body) ? latin1Text(body) : utf8.decode(body);
  } catch {
    throw new WireFormatError('the body is not UTF-8');
  }
}

/** WHATWG's decoder reads iso-8859-1 as windows-1252, whose characters are others. */
function latin1Text(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
