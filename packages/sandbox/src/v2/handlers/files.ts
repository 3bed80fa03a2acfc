import type { EgoiErrorCode } from '@egoi-client/core';
import { type FileKind, fileIn } from '../../account/campaigns/files.ts';
import type { HandlerCall } from '../calls/handler.ts';
import { readText } from '../calls/params.ts';

/**
 * The file in `file`, which comes as base64; `undefined` when there is none.
 *
 * @param missing the code for a list or a struct in its place
 * @throws Refusal with `missing`; BrokenRule as `fileIn` does
 */
export function readFile(
  { params, settings }: HandlerCall,
  kind: FileKind,
  missing: EgoiErrorCode,
): Buffer | undefined {
  return fileIn(readText(params, 'file', missing) ?? '', kind, settings.maxFileBytes);
}
