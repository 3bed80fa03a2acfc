import { findMethod, type WireFault, type WireValue } from '@egoi-client/core';
import { callDecoder, encodeAnswer } from '@egoi-client/transport-xmlrpc/codec';
import { DocumentReader } from './document-reader.ts';
import type { HttpReply } from './contract.ts';
import { xmlReply } from './http-reply.ts';
import { type Refusal, type ServedProtocol, statusOf, xmlMediaTypes } from './served-protocol.ts';

/** XML-RPC on the server's side. Faults come with HTTP 200, as the specification wants it. */
export const xmlrpcProtocol: ServedProtocol = {
  mediaTypes: xmlMediaTypes,
  callMethods: ['POST'],
  reader: ({ mediaType }) =>
    new DocumentReader(mediaType.charset, callDecoder(declaredParts), ({ method, options }) => ({
      method,
      options,
      answer,
      refuse,
    })),
  refuse,
};

function declaredParts(method: string): readonly string[] | undefined {
  return findMethod(method)?.parts;
}

function answer(value: WireValue): HttpReply {
  return xmlReply(200, encodeAnswer({ value }));
}

function refuse(refusal: Refusal): HttpReply {
  return xmlReply(statusOf(refusal) ?? 200, encodeAnswer({ fault: faultFor(refusal) }));
}

/** Source of 620: golden file `unknown-method`; of 630 and 404: reference, inferred server toolkit (14.5). */
function faultFor(refusal: Refusal): WireFault {
  switch (refusal.reason) {
    case 'unknown-method':
      return { faultCode: '620', faultString: `Method "${refusal.method}" does not exist` };
    case 'bad-request':
      return { faultCode: '630', faultString: `Unable to read request: ${refusal.text}` };
    case 'fault':
      return { ...refusal.fault, faultCode: xmlrpcFaultCode(refusal.fault.faultCode) };
    default:
      return { faultCode: unknownError, faultString: refusal.text };
  }
}

const unknownError = '404';

/** The specification has whole numbers only; words of other protocols are an unknown error. */
function xmlrpcFaultCode(code: string): string {
  return /^(?:0|-?[1-9]\d{0,8})$/.test(code) ? code : unknownError;
}
