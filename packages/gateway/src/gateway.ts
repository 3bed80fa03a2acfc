import type { Transport } from '@egoi-client/core';
import { cancellationBy } from './cancellation.ts';
import type { Gateway, GatewayOptions } from './contract.ts';
import { createDispatcher } from './dispatcher.ts';
import { resolveGatewayOptions, resolveListenOptions } from './gateway-options.ts';
import { startServer } from './http-server.ts';

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
    async handle(request) {
      const admitted = dispatcher.admit(request);
      if ('reply' in admitted) return admitted.reply;
      const cancellation = cancellationBy(request.signal);
      try {
        return await dispatcher.answer(admitted, request.body, cancellation);
      } finally {
        cancellation.release();
      }
    },
    listen: async (listenOptions = {}) =>
      startServer(dispatcher, resolved, resolveListenOptions(listenOptions)),
  };
}
