export { type ConnectedTransport, describeTransport } from './describe-transport.ts';
