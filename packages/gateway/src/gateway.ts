import type { Transport } from '@egoi-client/core';
import {
  type HttpService,
  isLoopbackAddress,
  type ListenOptions,
  requestHandler,
  startServer,
} from '@egoi-client/http/server';
import type { Gateway, GatewayOptions } from './contract.ts';
import { createDispatcher } from './dispatcher.ts';
import { endpointUrls } from './endpoints.ts';
import { type ResolvedGatewayOptions, resolveGatewayOptions } from './gateway-options.ts';
import { isForV3, type V3Account, v3Service, v3Url } from './v3-server.ts';
import { besideWebhooks } from './webhook-service.ts';

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
  const { v3, middleware, webhooks } = resolved;
  const dispatcher = createDispatcher(transport, resolved);
  const apis = v3 === undefined ? dispatcher : besideV3(dispatcher, v3, resolved);
  const service = middleware(webhooks === undefined ? apis : besideWebhooks(apis, webhooks));
  return {
    handle: requestHandler(service, resolved),
    async listen(listenOptions) {
      const server = await startServer(
        service,
        limitsAt(listenOptions ?? {}, resolved),
        listenOptions,
      );
      return {
        port: server.port,
        urls: endpointUrls(server.origin),
        v3Url: v3 === undefined ? undefined : v3Url(server.origin),
        renewTls: (tls) => server.renewTls(tls),
        close: () => server.close(),
      };
    },
  };
}

/** At an address of this machine alone a server answers to names that it knows, and those who send webhooks have another for it. */
function limitsAt(
  { host = '127.0.0.1' }: ListenOptions,
  options: ResolvedGatewayOptions,
): ResolvedGatewayOptions {
  const { webhooks, allowedHosts } = options;
  const isClosed = isLoopbackAddress(host) || allowedHosts.length > 0;
  if (webhooks === undefined || !isClosed) return options;
  return { ...options, allowedHosts: [...allowedHosts, new URL(webhooks.address).hostname] };
}

/** Serves the four endpoints and, beside them, an account by API v3. */
function besideV3(
  endpoints: HttpService,
  account: V3Account,
  options: ResolvedGatewayOptions,
): HttpService {
  const v3 = v3Service(account, options, (error) => endpoints.onDefect(error));
  return {
    admit: (head) => (isForV3(head) ? v3 : endpoints).admit(head),
    refuse(refusal, head) {
      const isV3 = head !== undefined && isForV3(head);
      return (isV3 ? v3 : endpoints).refuse(refusal, head);
    },
    onDefect: (error) => v3.onDefect(error),
  };
}
