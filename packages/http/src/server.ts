export type {
  AdmittedRequest,
  HttpReply,
  HttpRequest,
  HttpServer,
  HttpService,
  ListenOptions,
  RequestHead,
  ServerOptions,
  TlsKeyPair,
} from './server/contract.ts';
export { startServer } from './server/start-server.ts';
export { requestHandler } from './server/request-handler.ts';
export {
  type ResolvedServerOptions,
  resolveServerLimits,
  serverOptions,
} from './server/server-options.ts';
export type { Refusal } from './server/refusal.ts';
export { EventStream } from './server/event-stream.ts';
export { httpReply, plainReply } from './server/http-reply.ts';
export { isLoopbackAddress } from './server/host-name.ts';
export { addressOf } from './server/public-address.ts';
export { targetOf } from './server/request-target.ts';
export { type MediaType, parseMediaType } from './server/media-type.ts';
export {
  type BodyDecoder,
  fieldText,
  formBodyDecoder,
  xmlBodyDecoder,
} from './server/body-text.ts';
export { type Cancellation, CancellationSource } from './server/cancellation.ts';
export { type Deadline, Deadlines } from './server/deadlines.ts';
