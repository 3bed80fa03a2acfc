import { soapServices } from '@egoi-client/soap-encoding';

export {
  type DecodedCall,
  decodeAnswer,
  decodeCall,
  encodeAnswer,
  encodeCall,
  type SoapAnswer,
  type SoapCall,
} from '@egoi-client/soap-encoding';

/** The namespace of calls and answers of universal SOAP. Source: reference, SOAP (14.7). */
export const namespace: string = soapServices.soap_any.namespace;
