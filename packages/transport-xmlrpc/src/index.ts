export { type XmlrpcTransportOptions, xmlrpcTransport } from './transport.ts';
