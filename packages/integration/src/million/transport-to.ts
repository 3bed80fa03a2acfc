import type { Transport } from '@egoi-client/core';
import { restTransport } from '@egoi-client/transport-rest';
import { soapTransport } from '@egoi-client/transport-soap';
import { soapUniversalTransport } from '@egoi-client/transport-soap-universal';
import { xmlrpcTransport } from '@egoi-client/transport-xmlrpc';

/** The wires, by the ids of their transports. */
export const wireNames = ['soap', 'soap-universal', 'xmlrpc', 'rest'] as const;

/** A call of 50 MB takes a service longer than the default allows. */
const timeoutMs = 600_000;

/** The transport of a wire to a gateway. */
export function transportTo(wire: string, baseUrl: string): Transport {
  switch (wire) {
    case 'soap':
      return soapTransport({ endpoint: `${baseUrl}/v2/soap.php`, timeoutMs });
    case 'soap-universal':
      return soapUniversalTransport({ endpoint: `${baseUrl}/v2/soap_any.php`, timeoutMs });
    case 'xmlrpc':
      return xmlrpcTransport({ endpoint: `${baseUrl}/v2/xmlrpc.php`, timeoutMs });
    case 'rest':
      return restTransport({ endpoint: `${baseUrl}/v2/rest.php`, timeoutMs });
    default:
      throw new Error(`there is no wire '${wire}'; these are: ${wireNames.join(', ')}`);
  }
}
