import { WireFormatError, type WireAnswer } from '@egoi-client/core';
import { readBody } from './read-body.ts';

/**
 * Reads an answer of SOAP 1.1 or 1.2: the part `return`, or the only one there is; none is null.
 *
 * @param method the method that was called; without it any answer will do. Case does not count, as
 *   PHP answers in the spelling of its own method
 * @throws WireFormatError for anything but an answer, and for the answer of another method
 */
export function decodeAnswer(text: string, method?: string): WireAnswer {
  const body = readBody(text);
  if ('fault' in body) return body;
  const { name, parts } = body;
  if (method !== undefined && name.local.toLowerCase() !== `${method}Response`.toLowerCase()) {
    throw new WireFormatError('the answer belongs to another method');
  }
  const part = parts.find((candidate) => candidate.name === 'return') ?? parts[0];
  return { value: part === undefined ? null : part.value };
}
