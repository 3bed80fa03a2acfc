export type { RestFormat } from './format.ts';
export { restTransport } from './rest-transport.ts';
export type { RestTransportOptions } from './rest-transport-options.ts';
