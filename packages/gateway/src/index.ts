export type {
  FailedCall,
  Gateway,
  GatewayOptions,
  GatewayServer,
  GatewayUrls,
} from './contract.ts';
export type { HttpReply, HttpRequest, ListenOptions } from '@egoi-client/http/server';
export { createGateway } from './gateway.ts';
