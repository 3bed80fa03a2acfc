const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text that `hexBinary` holds. What holds none, or no text, stays as it came, as with base64. */
export function hexText(encoded: string): string {
  const digits = encoded.trim();
  if (!/^(?:[\dA-Fa-f]{2})*$/.test(digits)) return encoded;
  try {
    return utf8.decode(Buffer.from(digits, 'hex'));
  } catch {
    return encoded;
  }
}
