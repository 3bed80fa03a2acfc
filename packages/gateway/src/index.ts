export type {
  FailedCall,
  Gateway,
  GatewayOptions,
  GatewayServer,
  GatewayUrls,
  HttpReply,
  HttpRequest,
  ListenOptions,
} from './contract.ts';
export { createGateway } from './gateway.ts';
