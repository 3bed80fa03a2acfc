import { once } from 'node:events';
import { isIP } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import type { TlsFinding } from './finding.ts';

const dayMs = 86_400_000;
const soonDays = 14;

/**
 * Shakes hands with a host without refusing anything, to tell what is there.
 *
 * @param address an https address
 * @param ca PEM text of the certificates to trust
 * @returns `undefined` where there is no handshake; the calls say why
 */
export async function lookAtTls(
  address: string,
  { ca, signal }: { readonly ca: string | undefined; readonly signal: AbortSignal },
): Promise<TlsFinding | undefined> {
  const { hostname, port } = new URL(address);
  const host = hostname.replaceAll(/[[\]]/g, '');
  const socket = connect({
    host,
    port: Number(port === '' ? 443 : port),
    // The point is to look at bad certificates too; nothing is sent over this connection.
    rejectUnauthorized: false,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ...(ca === undefined ? {} : { ca }),
  });
  try {
    await once(socket, 'secureConnect', { signal });
    return findingOf(socket);
  } catch {
    return undefined;
  } finally {
    socket.destroy();
  }
}

function findingOf(socket: TLSSocket): TlsFinding {
  const { valid_to: until, subject } = socket.getPeerCertificate();
  const days = Math.floor((Date.parse(until) - Date.now()) / dayMs);
  const name = [subject.CN].flat().join(', ');
  const problems: string[] = [];
  if (!socket.authorized) {
    problems.push(
      `the certificate is not trusted (${String(socket.authorizationError)}): give the authority's certificate with --ca, if it is your own`,
    );
  }
  if (days < soonDays) {
    problems.push(`the certificate ends in ${days} days: have it renewed`);
  }
  const version = socket.getProtocol()?.replace('TLSv', 'TLS ') ?? 'TLS';
  return { text: `${version}, certificate of ${name} for ${days} more days`, problems };
}
