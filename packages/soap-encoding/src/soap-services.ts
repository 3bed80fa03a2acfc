import type { WsdlService } from './write-wsdl.ts';

/**
 * What the two SOAP services publish of themselves. Namespaces keep `http` whatever way the service is
 * reached. Source: reference, SOAP (14.7); golden files, `service.wsdl`.
 */
export const soapServices = {
  /** Standard SOAP, `soap.php`. */
  soap: {
    service: 'Egoi_Api',
    namespace: 'http://api.e-goi.com/v2/soap.php',
    partType: 'soap-enc:Array',
  },
  /** Universal SOAP, `soap_any.php`. */
  soap_any: {
    service: 'Egoi_Api_Soap',
    namespace: 'http://api.e-goi.com/v2/soap_any.php',
    partType: 'xsd:anyType',
  },
} as const satisfies Record<string, WsdlService>;
