import { findMethod, type WireFault, WireFormatError } from '@egoi-client/core';
import {
  decodeCall,
  encodeAnswer,
  noMethodFault,
  type RestFormat,
  restFaultCode,
  unknownMethodFault,
} from '@egoi-client/transport-rest/codec';
import { formText } from './body-text.ts';
import type { HttpReply } from './contract.ts';
import { httpReply, xmlReply } from './http-reply.ts';
import { type Refusal, type ServedProtocol, statusOf } from './served-protocol.ts';

/**
 * REST on the server's side. A refusal has the status that the service's framework sets, 404 for a
 * method that is not there and 400 for a call that failed (reference, 14.5), not the captured 200,
 * which came from the script in front of the framework: a client that looks at the status alone must
 * not take a refusal for a success. Where the gateway itself is at fault it says 500.
 *
 * @param maxFields most fields of query and body together
 */
export function restProtocol(maxFields: number): ServedProtocol {
  return {
    mediaTypes: ['application/x-www-form-urlencoded'],
    callMethods: ['GET', 'POST'],
    read({ query, body, mediaType }) {
      // As in PHP, a field of the body counts more than one of the query.
      const form = [query, formText(body, mediaType.charset)]
        .filter((part) => part !== '')
        .join('&');
      try {
        const { method, options, format } = decodeCall(form, {
          maxFields,
          partsOf: (name) => findMethod(name)?.parts,
        });
        return {
          method,
          options,
          answer: (value) => formatReply(200, encodeAnswer(method, { value }, format), format),
          refuse: (refusal) => refuse(refusal, method, format),
        };
      } catch (error) {
        if (!(error instanceof WireFormatError)) throw error;
        const refusal = { reason: 'bad-request', text: error.message } as const;
        return { refused: refuse(refusal, '', wantedFormat(form)) };
      }
    },
    refuse: (refusal, query) => refuse(refusal, '', wantedFormat(query)),
  };
}

function refuse(refusal: Refusal, method: string, format: RestFormat): HttpReply {
  const { status, fault } = answerFor(refusal, method);
  const name = refusal.reason === 'unknown-method' ? refusal.method : method;
  return formatReply(status, encodeAnswer(name, { fault }, format), format);
}

function answerFor(
  refusal: Refusal,
  method: string,
): { readonly status: number; readonly fault: WireFault } {
  switch (refusal.reason) {
    case 'unknown-method': {
      const fault = refusal.method === '' ? noMethodFault() : unknownMethodFault(refusal.method);
      return { status: 404, fault };
    }
    case 'bad-request':
      return { status: statusOf(refusal) ?? 400, fault: failed(refusal.text, method) };
    case 'fault':
      return { status: 400, fault: refusal.fault };
    default:
      return { status: statusOf(refusal) ?? 500, fault: failed(refusal.text, method) };
  }
}

/** Where no method is known the framework answers under `rest`. */
function failed(faultString: string, method: string): WireFault {
  const faultCode = method === '' ? restFaultCode.noMethod : restFaultCode.failed;
  return { faultCode, faultString };
}

/** For a call that cannot be read: JSON unless it asks for XML, since no client was seen to. */
function wantedFormat(form: string): RestFormat {
  return /(?:^|&)type=xml(?:&|$)/i.test(form) ? 'xml' : 'json';
}

/** Source of the content types: reference, 14.4 and 14.5. */
function formatReply(status: number, document: string, format: RestFormat): HttpReply {
  return format === 'json'
    ? httpReply(status, 'application/json', document)
    : xmlReply(status, document);
}
