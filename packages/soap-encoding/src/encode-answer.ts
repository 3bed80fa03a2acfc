import type { WireAnswer } from '@egoi-client/core';
import { elementName, escapeText } from './escape.ts';
import { closeEnvelope, openEnvelope, writeFaultEnvelope } from './write-envelope.ts';
import { soapWriter } from './write-value.ts';

/** An answer as SOAP carries it. */
export interface SoapAnswer {
  /** The namespace of the call. */
  readonly namespace: string;
  /** The method that was called. */
  readonly method: string;
  readonly answer: WireAnswer;
}

/**
 * Writes an answer as a SOAP 1.1 envelope: the value in the part `return` of `<method>Response`, or
 * a fault without detail. Source: golden files, `response.http`.
 *
 * @returns the document, with its XML declaration
 * @throws WireFormatError for a method that is no XML name, and values that no wire carries
 */
export function encodeAnswer({ namespace, method, answer }: SoapAnswer): string {
  if ('fault' in answer) {
    const { faultCode, faultString } = answer.fault;
    return writeFaultEnvelope(
      `<faultcode>${escapeText(faultCode)}</faultcode><faultstring>${escapeText(faultString)}</faultstring>`,
    );
  }
  const name = `ns1:${elementName(method)}Response`;
  const value = soapWriter.text(answer.value, 'return');
  return `${openEnvelope(namespace)}<${name}>${value}</${name}>${closeEnvelope}`;
}
