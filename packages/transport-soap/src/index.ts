export { type BundledService, bundledWsdl } from './bundled-wsdl.ts';
export { soapTransport } from './soap-transport.ts';
export type { SoapTransportOptions } from './soap-transport-options.ts';
