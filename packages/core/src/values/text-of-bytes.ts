import { holdsUncarried } from './carried-text.ts';
import { WireFormatError } from './wire-format-error.ts';

const howBytesAreCarried = 'bytes are carried as a string, encoded';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The text that base64 holds. Clients write texts so that are not ASCII (SOAP::Lite) or that they think
 * of as bytes, and PHP's servers read them back. A value on the wire has no bytes: what is no text would
 * reach the other side as something else.
 *
 * @param encoded with its padding; white space is passed over
 * @throws WireFormatError for what is no base64, bytes that are not UTF-8, and characters that XML cannot carry
 */
export function base64Text(encoded: string): string {
  const digits = encoded.replaceAll(/[ \t\r\n]/g, '');
  if (digits.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(digits)) {
    throw new WireFormatError('a base64 value is not base64');
  }
  return textOf(Buffer.from(digits, 'base64'), 'base64');
}

/** The text that XML Schema's `hexBinary` holds, as with base64. @throws WireFormatError likewise */
export function hexText(encoded: string): string {
  const digits = encoded.trim();
  if (digits.length % 2 !== 0 || !/^[\dA-Fa-f]*$/.test(digits)) {
    throw new WireFormatError('a hexBinary value is not hexadecimal');
  }
  return textOf(Buffer.from(digits, 'hex'), 'hexBinary');
}

function textOf(bytes: Buffer, type: string): string {
  const text = decoded(bytes, type);
  if (!holdsUncarried(text)) return text;
  throw new WireFormatError(`a ${type} value holds a control character; ${howBytesAreCarried}`);
}

function decoded(bytes: Buffer, type: string): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new WireFormatError(
      `a ${type} value holds bytes that are not UTF-8; ${howBytesAreCarried}`,
    );
  }
}
