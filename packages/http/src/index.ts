export type {
  EncodedCall,
  HttpAnswer,
  HttpAnswerHead,
  HttpClient,
  HttpExchange,
  HttpOptions,
  WireProtocol,
} from './contract.ts';
export { createHttpClient } from './http-client.ts';
export { sendExchange } from './observed-exchange.ts';
export { textPieces } from './request-body.ts';
export { httpOptions, type ResolvedHttpOptions } from './options.ts';
export { wireLimits } from './wire-limits.ts';
export { isHtmlPage, wireTransport } from './wire-transport.ts';
