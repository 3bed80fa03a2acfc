import { soapServices, type WsdlService } from '@egoi-client/soap-encoding';
import type { GatewayUrls } from './contract.ts';
import type { GatewayWire } from './ended-call.ts';
import { restProtocol } from './rest-protocol.ts';
import type { ServedProtocol } from './served-protocol.ts';
import { soapProtocol } from './soap-protocol.ts';
import { xmlrpcProtocol } from './xmlrpc-protocol.ts';

/** One address of the gateway and what is spoken there. */
export interface Endpoint {
  readonly wire: GatewayWire;
  readonly path: string;
  readonly protocol: ServedProtocol;
  /** What the WSDL says of the service, where there is one. */
  readonly wsdl?: WsdlService;
}

/** Source: reference, 14.1. */
const paths = {
  soap: '/v2/soap.php',
  'soap-universal': '/v2/soap_any.php',
  xmlrpc: '/v2/xmlrpc.php',
  rest: '/v2/rest.php',
} as const;

/**
 * The four endpoints by their paths, which are matched exactly.
 *
 * @param maxFormFields most fields of a REST call
 */
export function makeEndpoints(maxFormFields: number): ReadonlyMap<string, Endpoint> {
  const { soap, soap_any: universal } = soapServices;
  const endpoints: Endpoint[] = [
    {
      wire: 'soap',
      path: paths.soap,
      protocol: soapProtocol(soap.namespace),
      wsdl: soap,
    },
    {
      wire: 'soap-universal',
      path: paths['soap-universal'],
      protocol: soapProtocol(universal.namespace),
      wsdl: universal,
    },
    { wire: 'xmlrpc', path: paths.xmlrpc, protocol: xmlrpcProtocol },
    { wire: 'rest', path: paths.rest, protocol: restProtocol(maxFormFields) },
  ];
  return new Map(endpoints.map((endpoint) => [endpoint.path, endpoint]));
}

/** The addresses of all endpoints below an origin. */
export function endpointUrls(origin: string): GatewayUrls {
  return {
    soap: origin + paths.soap,
    'soap-universal': origin + paths['soap-universal'],
    xmlrpc: origin + paths.xmlrpc,
    rest: origin + paths.rest,
  };
}
