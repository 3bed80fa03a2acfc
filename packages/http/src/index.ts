export type {
  EncodedCall,
  HttpAnswer,
  HttpAnswerHead,
  HttpClient,
  HttpExchange,
  HttpOptions,
  WireProtocol,
} from './contract.ts';
export { isHtmlPage } from './wire-transport.ts';
export { createHttpClient } from './http-client.ts';
export { httpOptions, type ResolvedHttpOptions } from './options.ts';
export { wireLimits } from './wire-limits.ts';
export { wireTransport } from './wire-transport.ts';
