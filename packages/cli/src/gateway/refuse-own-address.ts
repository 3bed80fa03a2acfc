import { CommandError } from '../command-error.ts';

const thisMachine = /^(localhost|127(\.\d+){3}|\[?::1?\]?|0\.0\.0\.0)$/;

/** @throws CommandError where the service is the gateway itself, whose calls would go round for ever */
export function refuseOwnAddress(
  endpoint: string,
  { host, port }: { readonly host: string; readonly port: number },
): void {
  const service = new URL(endpoint);
  const servicePort = Number(service.port || (service.protocol === 'https:' ? 443 : 80));
  const isSameHost =
    service.hostname === host || [service.hostname, host].every((name) => thisMachine.test(name));
  if (servicePort !== port || !isSameHost) return;
  throw new CommandError('the gateway would call itself', [
    'Name the service behind it with --endpoint (EGOI_ENDPOINT counts, too), or another --port.',
  ]);
}
