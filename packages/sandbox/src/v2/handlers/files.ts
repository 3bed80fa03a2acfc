import type { EgoiErrorCode, WireObject } from '@egoi-client/core';
import { readText } from '../calls/params.ts';
import { Refusal } from '../calls/refusal.ts';

/** The kinds of files that travel inside calls, each told by its first bytes. */
const signatures = {
  pdf: (bytes: Buffer) => bytes.subarray(0, 5).toString('latin1') === '%PDF-',
  zip: (bytes: Buffer) => bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004',
  audio: (bytes: Buffer) => isMp3(bytes) || isWav(bytes),
};

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
 * The file in `file`, as base64 without line breaks; `''` when there is none.
 *
 * @param missing the code for a list or a struct in its place
 * @param maxBytes of the decoded file
 * @throws Refusal `FILE_TOO_LARGE`, `INVALID_FILE` for what is no base64 or no file of the kind
 */
export function readFile(
  params: WireObject,
  kind: keyof typeof signatures,
  missing: EgoiErrorCode,
  maxBytes: number,
): string {
  const text = readText(params, 'file', missing)?.replace(/\s+/g, '') ?? '';
  if (text === '') return '';
  if (Math.floor((text.replace(/=+$/, '').length * 3) / 4) > maxBytes) {
    throw new Refusal('FILE_TOO_LARGE');
  }
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) {
    throw new Refusal('INVALID_FILE');
  }
  // The first bytes are enough, so that only they are decoded.
  if (!signatures[kind](Buffer.from(text.slice(0, 64), 'base64')))
    throw new Refusal('INVALID_FILE');
  return text;
}
