import { findMethod, type WireFault } from '@egoi-client/core';
import { callDecoder, encodeAnswer, type SoapVersion } from '@egoi-client/soap-encoding';
import { DocumentReader } from './document-reader.ts';
import type { HttpReply } from './contract.ts';
import { httpReply, xmlReply } from './http-reply.ts';
import { type Refusal, type ServedProtocol, statusOf, xmlMediaTypes } from './served-protocol.ts';

/**
 * SOAP on the server's side, answered in the version of the call. Faults come with HTTP 500, also those
 * that blame the client; a call in another namespace than the endpoint's is taken, as PHP's server takes
 * it. Source: golden files, `unknown-method` and `fault`; SOAP 1.1, 6.2; for 1.2 what PHP's server does.
 *
 * @param namespace of the answers
 */
export function soapProtocol(namespace: string): ServedProtocol {
  const refuseIn = (version: SoapVersion) => (refusal: Refusal) => {
    // An answer with a fault names no method.
    const answer = { fault: faultFor(refusal) };
    const document = encodeAnswer({ namespace, method: '', answer, version });
    return soapReply(statusOf(refusal) ?? 500, document, version);
  };
  return {
    mediaTypes: xmlMediaTypes,
    callMethods: ['POST'],
    reader: ({ mediaType }) =>
      new DocumentReader(
        mediaType.charset,
        callDecoder(declaredParts),
        ({ method, options, version }) => ({
          method,
          options,
          answer: (value) =>
            soapReply(
              200,
              encodeAnswer({ namespace, method, answer: { value }, version }),
              version,
            ),
          refuse: refuseIn(version),
        }),
      ),
    refuse: refuseIn('1.1'),
  };
}

/** SOAP 1.2 has a media type of its own. */
function soapReply(status: number, document: string, version: SoapVersion): HttpReply {
  if (version === '1.1') return xmlReply(status, document);
  return httpReply(status, 'application/soap+xml; charset=utf-8', document);
}

function declaredParts(method: string): readonly string[] {
  return findMethod(method)?.parts ?? ['functionOptions'];
}

function faultFor(refusal: Refusal): WireFault {
  switch (refusal.reason) {
    case 'unknown-method':
      return {
        faultCode: 'SOAP-ENV:Server',
        faultString: `Function '${refusal.method}' doesn't exist`,
      };
    case 'bad-request':
      return { faultCode: 'SOAP-ENV:Client', faultString: `Bad Request: ${refusal.text}` };
    case 'fault':
      return { ...refusal.fault, faultCode: soapFaultCode(refusal.fault.faultCode) };
    default:
      return { faultCode: 'SOAP-ENV:Server', faultString: refusal.text };
  }
}

/** Numbers of other protocols are no names; Zend's server says `Receiver` then (golden file `fault`). */
function soapFaultCode(code: string): string {
  return /^(?:[A-Za-z_][\w.-]*:)?[A-Za-z_][\w.-]*$/.test(code) ? code : 'Receiver';
}
