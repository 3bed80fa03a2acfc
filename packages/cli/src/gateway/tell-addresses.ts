import type { GatewayServer } from '@egoi-client/gateway';
import { v2WireNames, type WireName } from '@egoi-client/transports/wires';
import { table } from '../output/table.ts';
import type { Session } from '../session.ts';

/** Prints where the gateway is, for programs and people. */
export function tellAddresses(
  { output }: Session,
  { urls }: GatewayServer,
  service: {
    readonly to: WireName;
    readonly endpoint: string;
    /** Of the admin port. */
    readonly admin: string | undefined;
  },
): void {
  const address = new URL('/', urls.rest).href.replace(/\/$/, '');
  output.result({ address, urls, ...service }, () =>
    [
      output.bold(`API v2 on four wires, over ${spoken(service.to)}:`),
      table(v2WireNames.map((wire) => ['', wire, urls[wire]])),
      '',
      `  Service  ${service.endpoint}`,
      ...(service.admin === undefined
        ? []
        : [`  Admin    ${service.admin}/metrics, /healthz, /readyz; egoi tail ${service.admin}`]),
      '',
      'Ctrl-C ends it, once the calls under way have ended.',
    ].join('\n'),
  );
}

function spoken(wire: WireName): string {
  return wire === 'v3' ? 'API v3' : `the wire ${wire}`;
}
