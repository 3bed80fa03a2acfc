import type { Transport } from '@egoi-client/core';
import { requestHandler, startServer } from '@egoi-client/http/server';
import type { Gateway, GatewayOptions } from './contract.ts';
import { createDispatcher } from './dispatcher.ts';
import { endpointUrls } from './endpoints.ts';
import { resolveGatewayOptions } from './gateway-options.ts';

/**
 * Serves a transport over SOAP, universal SOAP, XML-RPC and REST, at the paths that the service has.
 * The mirror of the client: wire, codec, transport, codec, wire.
 *
 * @param transport answers the calls; stays open when the gateway closes
 * @throws EgoiConfigError for wrong or unknown options, or something that is no transport
 *
 * @example
 * const gateway = createGateway(sandboxTransport());
 * const server = await gateway.listen({ port: 8080 });
 */
export function createGateway(transport: Transport, options: GatewayOptions = {}): Gateway {
  const resolved = resolveGatewayOptions(transport, options);
  const dispatcher = createDispatcher(transport, resolved);
  return {
    handle: requestHandler(dispatcher, resolved),
    async listen(listenOptions) {
      const server = await startServer(dispatcher, resolved, listenOptions);
      return {
        port: server.port,
        urls: endpointUrls(server.origin),
        close: () => server.close(),
      };
    },
  };
}
