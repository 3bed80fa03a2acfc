import { findMethod, type WireFault } from '@egoi-client/core';
import { decodeCall, encodeAnswer } from '@egoi-client/soap-encoding';
import { xmlText } from './body-text.ts';
import type { HttpReply } from './contract.ts';
import { xmlReply } from './http-reply.ts';
import { type Refusal, type ServedProtocol, statusOf, xmlMediaTypes } from './served-protocol.ts';

/**
 * SOAP 1.1 on the server's side. Faults come with HTTP 500, also those that blame the client; a call
 * in another namespace than the endpoint's is taken, as PHP's server takes it. Source: golden files,
 * `unknown-method` and `fault`; SOAP 1.1, 6.2.
 *
 * @param namespace of the answers
 */
export function soapProtocol(namespace: string): ServedProtocol {
  const refuse = (refusal: Refusal): HttpReply => {
    const fault = faultFor(refusal);
    // An answer with a fault names no method.
    return xmlReply(
      statusOf(refusal) ?? 500,
      encodeAnswer({ namespace, method: '', answer: { fault } }),
    );
  };
  return {
    mediaTypes: xmlMediaTypes,
    callMethods: ['POST'],
    read({ body, mediaType }) {
      const { method, options } = decodeCall(xmlText(body, mediaType.charset), declaredParts);
      return {
        method,
        options,
        answer: (value) => xmlReply(200, encodeAnswer({ namespace, method, answer: { value } })),
        refuse,
      };
    },
    refuse,
  };
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
