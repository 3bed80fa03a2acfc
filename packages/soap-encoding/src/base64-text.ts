const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The text that base64 holds. SOAP::Lite writes every text so that is not ASCII, and PHP's server
 * reads it back. What is no base64, or holds bytes that are not UTF-8, stays as it came: a value on
 * the wire has no bytes.
 */
export function base64Text(encoded: string): string {
  const digits = encoded.replaceAll(/[ \t\r\n]/g, '');
  if (digits.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(digits)) return encoded;
  try {
    return utf8.decode(Buffer.from(digits, 'base64'));
  } catch {
    return encoded;
  }
}
