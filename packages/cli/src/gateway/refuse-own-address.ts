import { isLoopbackAddress } from '@egoi-client/http/server';
import { CommandError } from '../command-error.ts';

/** @throws CommandError where the service is the gateway itself, whose calls would go round for ever */
export function refuseOwnAddress(
  endpoint: string,
  { host, port }: { readonly host: string; readonly port: number },
): void {
  const service = new URL(endpoint);
  const servicePort = Number(service.port || (service.protocol === 'https:' ? 443 : 80));
  const name = service.hostname.replace(/^\[(.*)\]$/, '$1');
  const isSameHost = name === host || (isHere(name) && isHere(host));
  if (servicePort !== port || !isSameHost) return;
  throw new CommandError('the gateway would call itself', [
    'Name the service behind it with --endpoint (EGOI_ENDPOINT counts, too), or another --port.',
  ]);
}

function isHere(host: string): boolean {
  return host === '0.0.0.0' || host === '::' || isLoopbackAddress(host);
}
