import { hostNameOf } from './host-name.ts';

/**
 * The address of a server as its client reached it, without a trailing slash.
 *
 * @param host the request's `Host` header
 * @param origin where the request came in
 * @returns `undefined` for a `Host` that is anything but a host and a port: it ends up in a document
 */
export function addressOf(host: string | undefined, origin: string): string | undefined {
  if (host === undefined) return origin;
  if (hostNameOf(host) === undefined) return undefined;
  return `${origin.startsWith('https:') ? 'https' : 'http'}://${host}`;
}
