import { BrokenRule } from '../broken-rule.ts';

/** The kinds of files that campaigns hold, each told by its first bytes. */
const signatures = {
  pdf: (bytes: Buffer) => bytes.subarray(0, 5).toString('latin1') === '%PDF-',
  zip: (bytes: Buffer) => bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004',
  audio: (bytes: Buffer) => isMp3(bytes) || isWav(bytes),
};

export type FileKind = keyof typeof signatures;

/** With an ID3 tag in front, or from its first frame on: eleven bits are set. */
function isMp3(bytes: Buffer): boolean {
  if (bytes.subarray(0, 3).toString('latin1') === 'ID3') return true;
  return bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0;
}

function isWav(bytes: Buffer): boolean {
  const text = bytes.subarray(0, 12).toString('latin1');
  return text.startsWith('RIFF') && text.endsWith('WAVE') && text.length === 12;
}

/**
 * The file that a text in base64 holds; `undefined` for an empty one.
 *
 * @throws BrokenRule for one that is too large, and for what is no base64 or no file of the kind
 */
export function fileIn(base64: string, kind: FileKind, maxBytes: number): Buffer | undefined {
  const text = base64.replace(/\s+/g, '');
  if (text === '') return undefined;
  const bytes = Math.floor((text.replace(/=+$/, '').length * 3) / 4);
  if (bytes > maxBytes) throw new BrokenRule({ reason: 'tooLarge', what: 'file' });
  const file = isBase64(text) ? Buffer.from(text, 'base64') : Buffer.alloc(0);
  if (!signatures[kind](file)) throw new BrokenRule({ reason: 'invalid', what: 'file' });
  return file;
}

function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(text);
}
