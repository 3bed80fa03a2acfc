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

/** @throws BrokenRule for a file of another kind */
export function checkFileKind(file: Buffer, kind: FileKind): void {
  if (!signatures[kind](file)) throw new BrokenRule({ reason: 'invalid', what: 'file' });
}

/** @param bytes its size @throws BrokenRule for a file that is too large */
export function checkFileSize(bytes: number, maxBytes: number): void {
  if (bytes > maxBytes) throw new BrokenRule({ reason: 'tooLarge', what: 'file' });
}
