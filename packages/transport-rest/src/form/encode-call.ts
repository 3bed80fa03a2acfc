import { type WireCall, WireFormatError } from '@egoi-client/core/wire';
import type { RestFormat } from '../format.ts';
import { formPieces } from './form-pieces.ts';

/**
 * Writes a call as the form that the service reads: `type`, `method`, then
 * `functionOptions[…]`, or a field for each part.
 * Source: reference, REST request (14.3); golden files.
 *
 * @param format what the service is asked to answer with
 * @throws WireFormatError for what `checkCall` finds a problem with: nothing is lost silently but
 * nulls and empty lists and structs, for which a form has no place
 */
export function encodeCall(call: WireCall, format: RestFormat): string {
  const watch = {
    field() {},
    problem() {
      throw new WireFormatError('the call holds what a form cannot carry');
    },
  };
  return [...formPieces(call, format, watch)].join('');
}
