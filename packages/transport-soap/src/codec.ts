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

/** The namespace of calls and answers of standard SOAP. Source: golden file `service.wsdl`. */
export const namespace: string = soapServices.soap.namespace;
