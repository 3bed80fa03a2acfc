export {
  type SoapUniversalTransportOptions,
  soapUniversalTransport,
} from './soap-universal-transport.ts';
