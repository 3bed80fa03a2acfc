import { once } from 'node:events';
import { createGateway } from '@egoi-client/gateway';
import { findAddress, warnOfReaders } from '../connection/connect.ts';
import type { ReachOptions } from '../connection/connection-options.ts';
import { transportFor } from '../connection/transport-for.ts';
import type { V3CommandOptions } from '../connection/v3-options.ts';
import { wireAddress } from '../connection/wires.ts';
import { readKeyPair } from '../serving/key-pair.ts';
import type { ServingOptions } from '../serving/serving-options.ts';
import type { Session } from '../session.ts';
import type { WireName } from '@egoi-client/transports/wires';
import { refuseOwnAddress } from './refuse-own-address.ts';
import { tellAddresses } from './tell-addresses.ts';

/** What `egoi gateway` was given. */
export interface GatewayCommandOptions extends ServingOptions, ReachOptions, V3CommandOptions {
  readonly to: WireName;
}

/** Serves the four wires of API v2 over another until Ctrl-C. */
export async function runGateway(session: Session, options: GatewayCommandOptions): Promise<void> {
  const { to, port, host, allowHost = [], allowOrigin = [], timeout } = options;
  const endpoint = wireAddress(to, findAddress(session, options.endpoint));
  refuseOwnAddress(endpoint, options);
  const tls = readKeyPair(options);
  const transport = await transportFor(to, endpoint, options, { chosenBy: '--to' });
  try {
    const gateway = createGateway(transport, {
      allowedHosts: allowHost,
      allowedOrigins: allowOrigin,
      ...(timeout === undefined ? {} : { timeoutMs: timeout }),
    });
    const server = await gateway.listen({ port, host, ...(tls === undefined ? {} : { tls }) });
    warnOfReaders(session, endpoint);
    tellAddresses(session, server, { to, endpoint });
    if (!session.signal.aborted) await once(session.signal, 'abort');
    session.output.note('\nThe gateway stops.');
    await server.close();
  } finally {
    await transport.close?.();
  }
}
