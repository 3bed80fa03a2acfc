import type { WireAnswer } from '@egoi-client/core/wire';
import { elementName } from './escape.ts';
import { namespaces } from './namespaces.ts';
import type { SoapVersion } from './soap-call.ts';
import { closeEnvelope, openEnvelope } from './write-envelope.ts';
import { writeFault } from './write-fault.ts';
import { soapWriters } from './write-value.ts';

/** An answer as SOAP carries it. */
export interface SoapAnswer {
  /** The namespace of the call. */
  readonly namespace: string;
  /** The method that was called. */
  readonly method: string;
  readonly answer: WireAnswer;
  /** That of the call. @default '1.1' */
  readonly version?: SoapVersion;
}

/**
 * Writes an answer as an envelope: the value in the part `return` of `<method>Response`, or a fault
 * without detail. Source: golden files, `response.http`; for SOAP 1.2 what PHP's server answers.
 *
 * @returns the document, with its XML declaration
 * @throws WireFormatError for a method that is no XML name, and values that no wire carries
 */
export function encodeAnswer({ namespace, method, answer, version = '1.1' }: SoapAnswer): string {
  if ('fault' in answer) return writeFault(answer.fault, version);
  const name = `ns1:${elementName(method)}Response`;
  const value = soapWriters[version].text(answer.value, 'return');
  const content =
    version === '1.1'
      ? `<${name}>${value}`
      : `<${name} env:encodingStyle="${namespaces.encoding12}"><rpc:result>return</rpc:result>${value}`;
  return `${openEnvelope(namespace, version)}${content}</${name}>${closeEnvelope[version]}`;
}
