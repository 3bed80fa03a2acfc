import { setMember, type WireCall, WireFormatError, type WireObject } from '@egoi-client/core';
import type { RestFormat } from '../format.ts';
import { defaultMaxFormFields } from './check-call.ts';
import { decodeFormText } from './form-text.ts';
import { PhpArray, pathOfField } from './php-array.ts';

/** A call as a server finds it in a form. */
export interface RestCall extends WireCall {
  /** What the caller wants to read; XML where the form does not say `type=json` (reference, 14.3). */
  readonly format: RestFormat;
}

/**
 * Reads a form body, or a query string, as PHP does: brackets nest, `a[]` appends, numbers from 0
 * make a list, the last of two equal names counts. Every scalar is text. For a request that has both
 * a query string and a body, join them with `&`, the body last.
 *
 * @param reading.maxFields most fields, where PHP would drop the rest; 1,000 unless told
 * @param reading.partsOf the names of a method's arguments, where it has others than `functionOptions`
 * @returns `method` is `''` where the form names none, `options` is empty where it has none
 * @throws WireFormatError for bytes that are not UTF-8, too many fields, more than 64 levels, or a
 * `functionOptions` that is text
 */
export function decodeCall(
  form: string,
  reading: {
    readonly maxFields?: number;
    readonly partsOf?: (method: string) => readonly string[] | undefined;
  } = {},
): RestCall {
  const fields = readFields(form, reading.maxFields ?? defaultMaxFormFields);
  const type = fields.get('type');
  const named = fields.get('method');
  const method = typeof named === 'string' ? named : '';
  const format = typeof type === 'string' && type.toLowerCase() === 'json' ? 'json' : 'xml';
  const parts = reading.partsOf?.(method);
  if (parts !== undefined) return { method, format, options: partsIn(fields, parts), parts };
  const options = fields.get('functionOptions');
  if (typeof options === 'string' && options !== '') {
    throw new WireFormatError('functionOptions must be named fields, not text');
  }
  return { method, format, options: options instanceof PhpArray ? options.toWireObject() : {} };
}

function partsIn(fields: PhpArray, parts: readonly string[]): WireObject {
  const options: WireObject = {};
  for (const part of parts) {
    const value = fields.get(part);
    if (value !== undefined)
      setMember(options, part, value instanceof PhpArray ? value.toWireObject() : value);
  }
  return options;
}

function readFields(form: string, maxFields: number): PhpArray {
  const fields = new PhpArray();
  let count = 0;
  let start = form.startsWith('?') ? 1 : 0;
  while (start < form.length) {
    const end = form.indexOf('&', start);
    const pair = form.slice(start, end === -1 ? form.length : end);
    start = end === -1 ? form.length : end + 1;
    if (pair === '') continue;
    count += 1;
    if (count > maxFields) throw new WireFormatError(`the form has more than ${maxFields} fields`);
    const equals = pair.indexOf('=');
    const name = decodeFormText(equals === -1 ? pair : pair.slice(0, equals));
    const value = equals === -1 ? '' : decodeFormText(pair.slice(equals + 1));
    const path = pathOfField(name);
    if (path !== undefined) fields.put(path, value);
  }
  return fields;
}
