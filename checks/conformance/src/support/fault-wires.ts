import type { WireValue } from '@egoi-client/core';
import type { WireAnswer } from '@egoi-client/core/wire';
import { encodeAnswer as encodeSoapAnswer, soapServices } from '@egoi-client/soap-encoding';
import {
  encodeAnswer as encodeRestAnswer,
  type RestFormat,
  restFaultCode,
} from '@egoi-client/transport-rest/codec';
import { bundledWsdl } from '@egoi-client/transport-soap';
import { encodeAnswer as encodeXmlrpcAnswer } from '@egoi-client/transport-xmlrpc/codec';
import { type Wire, wiresBy } from './targets.ts';

/** One column of the matrix: a wire, and the documents that a server of it sends. */
export interface FaultWire extends Wire, Documents {}

interface Documents {
  /** The media type of the documents. */
  readonly mediaType: string;
  /** An answer to a method. */
  answer(method: string, value: WireValue): string;
  /** A fault in the protocol's own form. */
  fault(method: string, text: string): string;
  /** A whole document that is not of the protocol. */
  readonly foreignDocument: string;
  /** What makes two documents of one, put behind it. */
  readonly secondRoot: string;
}

const foreignXml = { foreignDocument: '<?xml version="1.0"?><surprise/>', secondRoot: '<second/>' };

function soapAnswer(namespace: string, method: string, answer: WireAnswer): string {
  return encodeSoapAnswer({ namespace, method, answer });
}

function soapDocuments(namespace: string): Documents {
  return {
    ...foreignXml,
    mediaType: 'text/xml',
    answer: (method, value) => soapAnswer(namespace, method, { value }),
    fault: (method, faultString) =>
      soapAnswer(namespace, method, { fault: { faultCode: 'SOAP-ENV:Server', faultString } }),
  };
}

/** PHP's JSON escapes every letter beyond ASCII, which would leave charsets nothing to do. */
function bareLetters(document: string): string {
  return document.startsWith('{') ? JSON.stringify(JSON.parse(document)) : document;
}

function restDocuments(format: RestFormat): Documents {
  return {
    ...(format === 'xml'
      ? { ...foreignXml, mediaType: 'text/xml' }
      : { foreignDocument: '{"surprise":{}}', secondRoot: '{}', mediaType: 'application/json' }),
    answer: (method, value) => bareLetters(encodeRestAnswer(method, { value }, format)),
    fault: (method, faultString) =>
      encodeRestAnswer(method, { fault: { faultCode: restFaultCode.failed, faultString } }, format),
  };
}

const documents: Readonly<Record<Wire['name'], Documents>> = {
  soap: soapDocuments(soapServices.soap.namespace),
  'soap-universal': soapDocuments(soapServices.soap_any.namespace),
  xmlrpc: {
    ...foreignXml,
    mediaType: 'text/xml',
    answer: (_method, value) => encodeXmlrpcAnswer({ value }),
    fault: (_method, faultString) => encodeXmlrpcAnswer({ fault: { faultCode: '4', faultString } }),
  },
  'rest json': restDocuments('json'),
  'rest xml': restDocuments('xml'),
};

/** The columns of the matrix: every wire, REST in both of its formats. */
export const faultWires: readonly FaultWire[] = wiresBy(bundledWsdl('soap')).map((wire) => ({
  ...wire,
  ...documents[wire.name],
}));
