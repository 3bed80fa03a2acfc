import type { Transport } from '@egoi-client/core';
import type { HttpClient } from '@egoi-client/http';
import { transportNamed, type V2WireName } from '@egoi-client/transports';

export { type V2WireName, v2WireNames } from '@egoi-client/transports';

/** What a wire's server sends, and where the gateway serves it. */
interface Wire {
  readonly contentType: string;
  readonly path: string;
}

const soapMediaType = 'text/xml; charset=utf-8';

/** Each wire by its name. */
export const wires: Readonly<Record<V2WireName, Wire>> = {
  soap: { contentType: soapMediaType, path: '/v2/soap.php' },
  'soap-universal': { contentType: soapMediaType, path: '/v2/soap_any.php' },
  xmlrpc: { contentType: 'text/xml', path: '/v2/xmlrpc.php' },
  rest: { contentType: 'application/json', path: '/v2/rest.php' },
};

/** What the measurements set; everything else is as a user gets it. */
interface MeasuredOptions {
  readonly endpoint: string;
  readonly maxConnections?: number;
  readonly http?: HttpClient;
}

/** Room for answers of 200,000 contacts, which are beyond the default limits of size and time. */
const roomy = { maxResponseBytes: 2_000_000_000, timeoutMs: 600_000 };

/** A wire's transport for measurements; its package alone is loaded. */
export async function measuredTransport(
  wire: V2WireName,
  options: MeasuredOptions,
): Promise<Transport> {
  const given = { ...roomy, ...options };
  switch (wire) {
    case 'soap': {
      const { bundledWsdl } = await import('@egoi-client/transport-soap');
      // The bundled description, so that every measured request is a call.
      return transportNamed(wire, { ...given, wsdl: bundledWsdl('soap') });
    }
    case 'rest':
      return transportNamed(wire, { ...given, maxFormFields: 1_000_000 });
    default:
      return transportNamed(wire, given);
  }
}
