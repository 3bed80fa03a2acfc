import type { Transport } from '@egoi-client/core';
import type { HttpClient } from '@egoi-client/http';

/** The wires that are measured: the four transports, REST in its default format. */
export const wireNames = ['soap', 'soap-universal', 'xmlrpc', 'rest'] as const;

export type WireName = (typeof wireNames)[number];

/** What a wire's server sends, and what its transport is made with. */
export interface Wire {
  readonly contentType: string;
  /** Where the gateway serves it. */
  readonly path: string;
  /** Its package alone is loaded. */
  makeTransport(options: WireOptions): Promise<Transport>;
}

/** What the measurements set; everything else is as a user gets it. */
interface WireOptions {
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
    async makeTransport(options) {
      const { bundledWsdl, soapTransport } = await import('@egoi-client/transport-soap');
      // The bundled description, so that every measured request is a call.
      return soapTransport({ ...roomy, ...options, wsdl: bundledWsdl('soap') });
    },
  },
  'soap-universal': {
    contentType: soapMediaType,
    path: '/v2/soap_any.php',
    async makeTransport(options) {
      const { soapUniversalTransport } = await import('@egoi-client/transport-soap-universal');
      return soapUniversalTransport({ ...roomy, ...options });
    },
  },
  xmlrpc: {
    contentType: 'text/xml',
    path: '/v2/xmlrpc.php',
    async makeTransport(options) {
      const { xmlrpcTransport } = await import('@egoi-client/transport-xmlrpc');
      return xmlrpcTransport({ ...roomy, ...options });
    },
  },
  rest: {
    contentType: 'application/json',
    path: '/v2/rest.php',
    async makeTransport(options) {
      const { restTransport } = await import('@egoi-client/transport-rest');
      return restTransport({ ...roomy, ...options, maxFormFields: 1_000_000 });
    },
  },
};
