import { EgoiInputError } from '@egoi-client/core';
import { type ErrorContext, type WireCall } from '@egoi-client/core/wire';
import { textPieces } from '@egoi-client/xml';
import type { RestFormat } from '../format.ts';
import { checkCall } from './check-call.ts';
import { formPieces, headFieldCount } from './form-pieces.ts';

/**
 * Writes a call in pieces while they are read. A call that must not be sent is found on the way; only
 * then it is gone through again, to name all that is wrong with it.
 *
 * @param maxFormFields the server's limit, `type` and `method` counted in
 * @returns pieces of which each reading throws `EgoiInputError` for what `checkCall` finds
 */
export function callPieces(
  call: WireCall,
  format: RestFormat,
  maxFormFields: number,
  context: ErrorContext,
): Iterable<string> {
  return textPieces(() => {
    const refuse = (): never => {
      throw new EgoiInputError(checkCall(call, maxFormFields), context);
    };
    let fields = headFieldCount;
    return formPieces(call, format, {
      field() {
        fields += 1;
        if (fields > maxFormFields) refuse();
      },
      problem: refuse,
    });
  });
}
