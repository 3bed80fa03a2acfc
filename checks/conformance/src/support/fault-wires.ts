import type { Transport, WireValue } from '@egoi-client/core';
import type { WireAnswer } from '@egoi-client/core/wire';
import type { HttpOptions } from '@egoi-client/http';
import { encodeAnswer as encodeSoapAnswer, soapServices } from '@egoi-client/soap-encoding';
import { restTransport } from '@egoi-client/transport-rest';
import {
  encodeAnswer as encodeRestAnswer,
  type RestFormat,
  restFaultCode,
} from '@egoi-client/transport-rest/codec';
import { bundledWsdl, soapTransport } from '@egoi-client/transport-soap';
import { soapUniversalTransport } from '@egoi-client/transport-soap-universal';
import { xmlrpcTransport } from '@egoi-client/transport-xmlrpc';
import { encodeAnswer as encodeXmlrpcAnswer } from '@egoi-client/transport-xmlrpc/codec';

/** One column of the matrix: a wire, and the documents that a server of it sends. */
export interface FaultWire {
  readonly name: string;
  /** The media type of the documents. */
  readonly mediaType: string;
  makeTransport(base: string, options: HttpOptions): Transport;
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
const wsdl = bundledWsdl('soap');

function soapAnswer(namespace: string, method: string, answer: WireAnswer): string {
  return encodeSoapAnswer({ namespace, method, answer });
}

function soapDocuments(namespace: string): Omit<FaultWire, 'name' | 'makeTransport'> {
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

function restWire(format: RestFormat): FaultWire {
  return {
    ...(format === 'xml'
      ? { ...foreignXml, mediaType: 'text/xml' }
      : { foreignDocument: '{"surprise":{}}', secondRoot: '{}', mediaType: 'application/json' }),
    name: `rest ${format}`,
    makeTransport: (base, options) =>
      restTransport({ endpoint: `${base}/v2/rest.php`, format, ...options }),
    answer: (method, value) => bareLetters(encodeRestAnswer(method, { value }, format)),
    fault: (method, faultString) =>
      encodeRestAnswer(method, { fault: { faultCode: restFaultCode.failed, faultString } }, format),
  };
}

/** The columns of the matrix: the four wires, REST in both of its formats. */
export const faultWires: readonly FaultWire[] = [
  {
    ...soapDocuments(soapServices.soap.namespace),
    name: 'soap',
    makeTransport: (base, options) =>
      soapTransport({ endpoint: `${base}/v2/soap.php`, wsdl, ...options }),
  },
  {
    ...soapDocuments(soapServices.soap_any.namespace),
    name: 'soap-universal',
    makeTransport: (base, options) =>
      soapUniversalTransport({ endpoint: `${base}/v2/soap_any.php`, ...options }),
  },
  {
    ...foreignXml,
    name: 'xmlrpc',
    mediaType: 'text/xml',
    makeTransport: (base, options) =>
      xmlrpcTransport({ endpoint: `${base}/v2/xmlrpc.php`, ...options }),
    answer: (_method, value) => encodeXmlrpcAnswer({ value }),
    fault: (_method, faultString) => encodeXmlrpcAnswer({ fault: { faultCode: '4', faultString } }),
  },
  restWire('json'),
  restWire('xml'),
];
