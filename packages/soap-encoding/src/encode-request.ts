import { EgoiInputError, type TransportRequest } from '@egoi-client/core';
import { type ErrorContext, functionOptions } from '@egoi-client/core/wire';
import { callPieces } from './encode-call.ts';
import { optionsPart } from './soap-call.ts';

/** How a service wants a method to be called. */
export interface SoapOperation {
  /** The method in the service's spelling. */
  readonly name: string;
  readonly namespace: string;
  /** Without its quotes; printable ASCII. */
  readonly soapAction: string;
  /** @default the catalogue's, else ['functionOptions'] */
  readonly parts?: readonly string[];
}

/** What goes over HTTP: SOAP 1.1, section 6. */
export interface SoapRequest {
  readonly headers: Readonly<Record<string, string>>;
  /** Written while it is read, with a `WireFormatError` for values that SOAP cannot carry. */
  readonly body: Iterable<string>;
}

/**
 * Writes a transport's request, with the credentials merged in at this last moment.
 *
 * @throws EgoiInputError for parameters that no part takes, and a soapAction that no header can hold
 */
export function encodeRequest(
  request: TransportRequest,
  operation: SoapOperation,
  context: ErrorContext,
): SoapRequest {
  const { name: method, namespace, soapAction } = operation;
  const parts = operation.parts ?? request.spec?.parts ?? [optionsPart];
  requirePlaces(request, parts, context);
  if (!/^[\x21\x23-\x7e]*$/.test(soapAction)) {
    throw new EgoiInputError([{ path: 'method', problem: 'must be in ASCII' }], context);
  }
  const headers = {
    'Content-Type': 'text/xml; charset=utf-8',
    Accept: 'text/xml',
    SOAPAction: `"${soapAction}"`,
  };
  const options = functionOptions(request);
  return { headers, body: callPieces({ namespace, method, options, parts }) };
}

/**
 * Where only a WSDL knows the parts, what none of them takes would be lost without a word. The client
 * adds `plugin_key` to every call.
 */
function requirePlaces(
  request: TransportRequest,
  parts: readonly string[],
  context: ErrorContext,
): void {
  if (parts.includes(optionsPart) || request.spec?.parts !== undefined) return;
  const homeless = Object.keys(request.params).filter(
    (name) => name !== 'plugin_key' && !parts.includes(name),
  );
  if (homeless.length === 0) return;
  throw new EgoiInputError(
    homeless.map((path) => ({ path, problem: 'is no part of this operation' })),
    context,
  );
}
