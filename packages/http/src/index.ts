export type {
  EncodedCall,
  HttpAnswer,
  HttpClient,
  HttpExchange,
  HttpOptions,
  WireProtocol,
} from './contract.ts';
export { wireTransport } from './wire-transport.ts';
