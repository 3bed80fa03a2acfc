import type { Transport } from '@egoi-client/core';
import { transportFromEnvironment } from '@egoi-client/transports';

/**
 * The transport of a wire to a gateway. A call of 50 MB takes a service longer than the default allows.
 *
 * @throws EgoiConfigError for a wire that is none
 */
export function transportTo(wire: string, baseUrl: string): Promise<Transport> {
  const environment = { EGOI_TRANSPORT: wire, EGOI_ENDPOINT: baseUrl };
  return transportFromEnvironment(environment, { timeoutMs: 600_000 });
}
