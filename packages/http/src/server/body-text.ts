import { isAscii } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { WireFormatError } from '@egoi-client/core/wire';
import { charsetDecoder, declaredCharset, headBytes } from '../body-text.ts';

type Charset = 'utf-8' | 'iso-8859-1';

const charsets: ReadonlyMap<string, Charset> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['ascii', 'utf-8'],
  ['iso-8859-1', 'iso-8859-1'],
  ['latin1', 'iso-8859-1'],
]);

/** Turns the bytes of a body into text while they arrive. */
export interface BodyDecoder {
  /** The text of the next bytes, which may be cut anywhere. @throws WireFormatError for bytes of another charset */
  decode(bytes: Uint8Array): string;
  /** The text that is left. @throws WireFormatError where the last character is not whole */
  end(): string;
}

/**
 * Decodes an XML body. A byte order mark decides, then the header's charset, then the XML
 * declaration, as RFC 7303 has it: PHP's XML-RPC writer declares ISO-8859-1 and sends no charset.
 *
 * @param charset from the `content-type` header
 * @throws WireFormatError for a charset other than UTF-8 and ISO-8859-1, once the head has come
 */
export function xmlBodyDecoder(charset: string | undefined): BodyDecoder {
  return new MarkedBodyDecoder((head) => findCharset(charset ?? declaredCharset(head)));
}

/**
 * Decodes a form body, with its percent escapes in UTF-8 whatever its charset.
 *
 * @param charset from the `content-type` header
 * @throws WireFormatError as `xmlBodyDecoder`
 */
export function formBodyDecoder(charset: string | undefined): BodyDecoder {
  const found = findCharset(charset);
  const decoder = new MarkedBodyDecoder(() => found);
  return found === 'utf-8' ? decoder : new Latin1EscapesDecoder(decoder);
}

/**
 * The text of a field of a form of parts.
 *
 * @param charset of the part
 * @throws WireFormatError for other charsets than UTF-8 and ISO-8859-1, and for bytes that are not of it
 */
export function fieldText(bytes: Uint8Array, charset: string | undefined): string {
  if (findCharset(charset) === 'iso-8859-1' || isAscii(bytes)) return latin1Text(bytes);
  return orNoUtf8(() => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
}

/** Decodes by the charset that the head of a body gives. */
class MarkedBodyDecoder implements BodyDecoder {
  readonly #charsetOf: (head: Uint8Array) => Charset;
  #head: Uint8Array | undefined = undefined;
  #decoder: BodyDecoder | undefined = undefined;

  constructor(charsetOf: (head: Uint8Array) => Charset) {
    this.#charsetOf = charsetOf;
  }

  decode(bytes: Uint8Array): string {
    if (this.#decoder !== undefined) return this.#decoder.decode(bytes);
    const head = this.#head === undefined ? bytes : Buffer.concat([this.#head, bytes]);
    this.#head = head;
    return head.length < headBytes ? '' : this.#decodeHead(head);
  }

  end(): string {
    const rest = this.#decoder === undefined ? this.#decodeHead(this.#head ?? noBytes) : '';
    return rest + (this.#decoder?.end() ?? '');
  }

  #decodeHead(head: Uint8Array): string {
    const isMarked = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
    const charset = isMarked ? 'utf-8' : this.#charsetOf(head);
    this.#decoder = charset === 'utf-8' ? utf8Decoder() : latin1Decoder;
    this.#head = undefined;
    return this.#decoder.decode(head);
  }
}

const noBytes = new Uint8Array();

function utf8Decoder(): BodyDecoder {
  const decoder = charsetDecoder('utf-8', 'refuse');
  return {
    decode: (bytes) => orNoUtf8(() => decoder.decode(asBuffer(bytes))),
    end: () => orNoUtf8(() => decoder.end()),
  };
}

function orNoUtf8(decode: () => string): string {
  try {
    return decode();
  } catch {
    throw new WireFormatError('the body is not UTF-8');
  }
}

const latin1Decoder: BodyDecoder = { decode: latin1Text, end: () => '' };

/** WHATWG's decoder reads iso-8859-1 as windows-1252, whose characters are others. */
function latin1Text(bytes: Uint8Array): string {
  return asBuffer(bytes).toString('latin1');
}

function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** Writes escapes of ISO-8859-1 as those of UTF-8. */
class Latin1EscapesDecoder implements BodyDecoder {
  readonly #decoder: BodyDecoder;
  /** An escape that the bytes so far break off in. */
  #broken = '';

  constructor(decoder: BodyDecoder) {
    this.#decoder = decoder;
  }

  decode(bytes: Uint8Array): string {
    const text = this.#broken + this.#decoder.decode(bytes);
    const escape = text.lastIndexOf('%');
    const end = escape === -1 || escape < text.length - 2 ? text.length : escape;
    this.#broken = text.slice(end);
    return utf8Escapes(text.slice(0, end));
  }

  end(): string {
    return utf8Escapes(this.#broken + this.#decoder.end());
  }
}

function utf8Escapes(text: string): string {
  return text.replaceAll(/%([89a-f][0-9a-f])/gi, (_escape, hex: string) =>
    encodeURIComponent(String.fromCharCode(Number.parseInt(hex, 16))),
  );
}

function findCharset(name: string | undefined): Charset {
  const charset = charsets.get(name?.toLowerCase() ?? 'utf-8');
  if (charset === undefined) throw new WireFormatError('the charset must be UTF-8 or ISO-8859-1');
  return charset;
}
