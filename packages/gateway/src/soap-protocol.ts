import { allMethods, findMethod, type MethodSpec } from '@egoi-client/core';
import { type WireFault } from '@egoi-client/core/wire';
import { type HttpReply, httpReply, type MediaType } from '@egoi-client/http/server';
import { callDecoder, encodeAnswer, type SoapVersion } from '@egoi-client/soap-encoding';
import { DocumentReader } from './document-reader.ts';
import { xmlMediaTypes } from './media-types.ts';
import { type Refusal, type ServedProtocol, statusOf } from './served-protocol.ts';
import { xmlReply } from './xml-reply.ts';

/** That of SOAP 1.2, with which 1.1 comes from lax clients, too. */
const soap12MediaType = 'application/soap+xml';

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
        ({ method: called, options, version }) => {
          const method = specOf(called)?.name ?? called;
          return {
            method,
            options,
            answer: (value) => {
              const document = encodeAnswer({ namespace, method, answer: { value }, version });
              return soapReply(200, document, version);
            },
            refuse: refuseIn(version),
          };
        },
      ),
    refuse: (refusal, { mediaType }) => refuseIn(versionSaid(mediaType))(refusal),
  };
}

/** What the head says of a call that has not been read. */
function versionSaid({ essence }: MediaType): SoapVersion {
  return essence === soap12MediaType ? '1.2' : '1.1';
}

function soapReply(status: number, document: string, version: SoapVersion): HttpReply {
  if (version === '1.1') return xmlReply(status, document);
  return httpReply(status, `${soap12MediaType}; charset=utf-8`, document);
}

function declaredParts(method: string): readonly string[] {
  return specOf(method)?.parts ?? ['functionOptions'];
}

const byLowerCase: ReadonlyMap<string, MethodSpec> = new Map(
  allMethods().map((spec) => [spec.name.toLowerCase(), spec]),
);

/** PHP's server finds a method in any letter case, since functions have none in PHP. */
function specOf(method: string): MethodSpec | undefined {
  return findMethod(method) ?? byLowerCase.get(method.toLowerCase());
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
