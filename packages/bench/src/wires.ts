import type { Transport, WireAnswer } from '@egoi-client/core';
import { encodeAnswer as encodeSoap, soapServices } from '@egoi-client/soap-encoding';
import { restTransport } from '@egoi-client/transport-rest';
import { encodeAnswer as encodeRest } from '@egoi-client/transport-rest/codec';
import { bundledWsdl, soapTransport } from '@egoi-client/transport-soap';
import { soapUniversalTransport } from '@egoi-client/transport-soap-universal';
import { xmlrpcTransport } from '@egoi-client/transport-xmlrpc';
import { encodeAnswer as encodeXmlrpc } from '@egoi-client/transport-xmlrpc/codec';
import type { HttpClient } from '@egoi-client/http';

/** The wires that are measured: the four transports, REST in its default format. */
export const wireNames = ['soap', 'soap-universal', 'xmlrpc', 'rest'] as const;

export type WireName = (typeof wireNames)[number];

/** What a wire's server sends, and what its transport is made with. */
export interface Wire {
  readonly contentType: string;
  /** Where the gateway serves it. */
  readonly path: string;
  /** An answer as the gateway writes it. */
  encodeAnswer(method: string, answer: WireAnswer): string;
  makeTransport(options: WireOptions): Transport;
}

/** What the measurements set; everything else is as a user gets it. */
export interface WireOptions {
  readonly endpoint: string;
  readonly maxConnections?: number;
  readonly http?: HttpClient;
}

/** Room for answers of 200,000 contacts, which are beyond the default limits of size and time. */
const roomy = { maxResponseBytes: 2_000_000_000, timeoutMs: 600_000 };

const soapMediaType = 'text/xml; charset=utf-8';

/** Each wire by its name. */
export const wires: Readonly<Record<WireName, Wire>> = {
  soap: {
    contentType: soapMediaType,
    path: '/v2/soap.php',
    encodeAnswer: (method, answer) =>
      encodeSoap({ namespace: soapServices.soap.namespace, method, answer }),
    // The bundled description, so that every measured request is a call.
    makeTransport: (options) => soapTransport({ ...roomy, ...options, wsdl: bundledWsdl('soap') }),
  },
  'soap-universal': {
    contentType: soapMediaType,
    path: '/v2/soap_any.php',
    encodeAnswer: (method, answer) =>
      encodeSoap({ namespace: soapServices.soap_any.namespace, method, answer }),
    makeTransport: (options) => soapUniversalTransport({ ...roomy, ...options }),
  },
  xmlrpc: {
    contentType: 'text/xml',
    path: '/v2/xmlrpc.php',
    encodeAnswer: (_method, answer) => encodeXmlrpc(answer),
    makeTransport: (options) => xmlrpcTransport({ ...roomy, ...options }),
  },
  rest: {
    contentType: 'application/json',
    path: '/v2/rest.php',
    encodeAnswer: (method, answer) => encodeRest(method, answer, 'json'),
    makeTransport: (options) => restTransport({ ...roomy, ...options, maxFormFields: 1_000_000 }),
  },
};
