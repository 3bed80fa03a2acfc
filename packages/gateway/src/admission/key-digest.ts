import { createHash } from 'node:crypto';

/**
 * What a list of keys holds in place of a key: its SHA-256, in 64 hexadecimal digits. A key of the
 * service is 160 random bits, which nobody finds by trying; a slower digest, made for passwords that
 * people choose, would cost every call a tenth of a second and guard nothing more.
 */
export function keyDigest(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
