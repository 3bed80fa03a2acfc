export type {
  FailedCall,
  Gateway,
  GatewayOptions,
  GatewayServer,
  GatewayUrls,
} from './contract.ts';
export { listedAdmission } from './admission/admission.ts';
export type {
  Admission,
  AdmissionOptions,
  AdmittedCall,
  AdmittedLogin,
  ArrivingCall,
  ListedAdmission,
  RefusedCall,
} from './admission/contract.ts';
export { keyDigest } from './admission/key-digest.ts';
export type {
  HttpReply,
  HttpRequest,
  HttpService,
  ListenOptions,
  TlsKeyPair,
} from '@egoi-client/http/server';
export type { CallErrorKind, EndedCall, GatewayWire } from './ended-call.ts';
export type { CallShape, ShapeType } from './record/call-shape.ts';
export { type CallRecorder, recordCalls, type RecordOptions } from './record/record-calls.ts';
export {
  readRecordLine,
  type RecordLine,
  recordHeadLine,
  writeRecordLine,
} from './record/record-line.ts';
export { createGateway } from './gateway.ts';
export {
  createV3Server,
  type ListeningV3Server,
  type V3Account,
  type V3Server,
  type V3ServerOptions,
} from './v3-server.ts';
export type { WebhookReceiver } from './webhook-service.ts';
export type { V3Answer, V3Request } from '@egoi-client/v3-api';
