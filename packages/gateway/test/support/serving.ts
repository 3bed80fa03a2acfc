import type { Transport } from '@egoi-client/core';
import {
  createGateway,
  type GatewayOptions,
  type GatewayServer,
  type ListenOptions,
} from '@egoi-client/gateway';
import { afterEach } from '@jest/globals';

/** Starts gateways that are closed after the test. */
export function startingGateways(): (
  transport: Transport,
  options?: GatewayOptions,
  listen?: ListenOptions,
) => Promise<GatewayServer> {
  const servers: GatewayServer[] = [];
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });
  return async (transport, options, listen) => {
    const server = await createGateway(transport, { closeGraceMs: 100, ...options }).listen(listen);
    servers.push(server);
    return server;
  };
}

/** A transport that always answers the same. */
export function answering(value: string): Transport {
  return { id: 'fixed', call: async () => ({ value, transport: 'fixed', durationMs: 0 }) };
}
