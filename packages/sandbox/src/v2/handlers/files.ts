import type { EgoiErrorCode } from '@egoi-client/core';
import { BrokenRule } from '../../account/broken-rule.ts';
import { checkFileKind, checkFileSize, type FileKind } from '../../account/campaigns/files.ts';
import type { HandlerCall } from '../calls/handler.ts';
import { readText } from '../calls/params.ts';

/**
 * The file in `file`, which comes as base64; `undefined` when there is none.
 *
 * @param missing the code for a list or a struct in its place
 * @throws Refusal with `missing`; BrokenRule for one that is too large, and for what is no base64 or no file of the kind
 */
export function readFile(
  { params, settings }: HandlerCall,
  kind: FileKind,
  missing: EgoiErrorCode,
): Buffer | undefined {
  const text = readText(params, 'file', missing)?.replace(/\s+/g, '') ?? '';
  if (text === '') return undefined;
  checkFileSize(Math.floor((text.replace(/=+$/, '').length * 3) / 4), settings.maxFileBytes);
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) {
    throw new BrokenRule({ reason: 'invalid', what: 'file' });
  }
  const file = Buffer.from(text, 'base64');
  checkFileKind(file, kind);
  return file;
}
