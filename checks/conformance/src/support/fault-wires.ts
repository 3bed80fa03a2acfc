import { isWireObject, type Transport, type WireValue } from '@egoi-client/core';
import type { WireAnswer } from '@egoi-client/core/wire';
import { encodeAnswer as encodeSoapAnswer, soapServices } from '@egoi-client/soap-encoding';
import {
  encodeAnswer as encodeRestAnswer,
  type RestFormat,
  restFaultCode,
} from '@egoi-client/transport-rest/codec';
import type { HttpOptions } from '@egoi-client/http';
import { bundledWsdl } from '@egoi-client/transport-soap';
import { encodeAnswer as encodeXmlrpcAnswer } from '@egoi-client/transport-xmlrpc/codec';
import { transportNamed } from '@egoi-client/transports';
import { type Wire, wiresBy } from './targets.ts';

/** One column of the matrix: a wire, and the documents that a server of it sends. */
export interface FaultWire extends Documents {
  readonly name: Wire['name'] | 'v3';
  readonly makeTransport: (base: string, options?: HttpOptions) => Promise<Transport>;
}

interface Documents {
  /** The media type of the documents. */
  readonly mediaType: string;
  /** An answer to a method. */
  answer(method: string, value: WireValue): string;
  /** A fault in the protocol's own form. */
  fault(method: string, text: string): string;
  /** The status of HTTP with which a fault comes. */
  readonly faultStatus: number;
  /** A whole document that is not of the protocol. */
  readonly foreignDocument: string;
  /** What makes two documents of one, put behind it. */
  readonly secondRoot: string;
}

const foreignJson = { foreignDocument: '{"surprise":{}}', secondRoot: '{}' };
const foreignXml = { foreignDocument: '<?xml version="1.0"?><surprise/>', secondRoot: '<second/>' };

function soapAnswer(namespace: string, method: string, answer: WireAnswer): string {
  return encodeSoapAnswer({ namespace, method, answer });
}

function soapDocuments(namespace: string): Documents {
  return {
    ...foreignXml,
    mediaType: 'text/xml',
    faultStatus: 200,
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
      : { ...foreignJson, mediaType: 'application/json' }),
    faultStatus: 200,
    answer: (method, value) => bareLetters(encodeRestAnswer(method, { value }, format)),
    fault: (method, faultString) =>
      encodeRestAnswer(method, { fault: { faultCode: restFaultCode.failed, faultString } }, format),
  };
}

/** API v3 tells a fault by the status, and answers what the operations behind a method answer. */
const v3Documents: Documents = {
  ...foreignJson,
  mediaType: 'application/json',
  faultStatus: 400,
  answer: (method, value) =>
    JSON.stringify(method === 'addTag' ? tagOf(value) : { total_items: 1, items: [value] }),
  fault: (_method, detail) => JSON.stringify({ title: 'Bad Request', status: 400, detail }),
};

function tagOf(value: WireValue): object {
  const { ID, NAME } = isWireObject(value) ? value : {};
  return { tag_id: ID, name: NAME, color: '#00AEDA' };
}

const documents: Readonly<Record<Wire['name'], Documents>> = {
  soap: soapDocuments(soapServices.soap.namespace),
  'soap-universal': soapDocuments(soapServices.soap_any.namespace),
  xmlrpc: {
    ...foreignXml,
    mediaType: 'text/xml',
    faultStatus: 200,
    answer: (_method, value) => encodeXmlrpcAnswer({ value }),
    fault: (_method, faultString) => encodeXmlrpcAnswer({ fault: { faultCode: '4', faultString } }),
  },
  'rest json': restDocuments('json'),
  'rest xml': restDocuments('xml'),
};

/** The columns of the matrix: every wire, REST in both of its formats. */
export const faultWires: readonly FaultWire[] = [
  ...wiresBy(bundledWsdl('soap')).map((wire) => ({ ...wire, ...documents[wire.name] })),
  {
    name: 'v3',
    makeTransport: (base, options) => transportNamed('v3', { base, ...options }),
    ...v3Documents,
  },
];
