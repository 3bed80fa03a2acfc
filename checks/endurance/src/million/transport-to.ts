import type { Transport } from '@egoi-client/core';

/** The wires, by the ids of their transports. */
export const wireNames = ['soap', 'soap-universal', 'xmlrpc', 'rest'] as const;

/** A call of 50 MB takes a service longer than the default allows. */
const timeoutMs = 600_000;

/** The transport of a wire to a gateway. Loads that wire's package alone, as a program does that uses one. */
export async function transportTo(wire: string, baseUrl: string): Promise<Transport> {
  switch (wire) {
    case 'soap': {
      const { soapTransport } = await import('@egoi-client/transport-soap');
      return soapTransport({ endpoint: `${baseUrl}/v2/soap.php`, timeoutMs });
    }
    case 'soap-universal': {
      const { soapUniversalTransport } = await import('@egoi-client/transport-soap-universal');
      return soapUniversalTransport({ endpoint: `${baseUrl}/v2/soap_any.php`, timeoutMs });
    }
    case 'xmlrpc': {
      const { xmlrpcTransport } = await import('@egoi-client/transport-xmlrpc');
      return xmlrpcTransport({ endpoint: `${baseUrl}/v2/xmlrpc.php`, timeoutMs });
    }
    case 'rest': {
      const { restTransport } = await import('@egoi-client/transport-rest');
      return restTransport({ endpoint: `${baseUrl}/v2/rest.php`, timeoutMs });
    }
    default:
      throw new Error(`there is no wire '${wire}'; these are: ${wireNames.join(', ')}`);
  }
}
