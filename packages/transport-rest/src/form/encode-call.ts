import { type WireCall, WireFormatError } from '@egoi-client/core';
import type { RestFormat } from '../format.ts';
import { type FormField, formFieldsOf } from './form-fields.ts';
import { encodeFormText } from './form-text.ts';

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
  const { fields, problems } = formFieldsOf(call);
  if (problems.length > 0) throw new WireFormatError('the call holds what a form cannot carry');
  return [...headFields(call.method, format), ...fields]
    .map(({ name, value }) => `${name}=${value}`)
    .join('&');
}

function headFields(method: string, format: RestFormat): FormField[] {
  return [
    { name: 'type', value: format },
    { name: 'method', value: encodeFormText(method.toWellFormed()) },
  ];
}
