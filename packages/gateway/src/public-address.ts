const hostPattern =
  /^(?:[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?\.?|\[[0-9a-f:.]{2,45}\])(?::[0-9]{1,5})?$/i;

/**
 * The address of the gateway as its client reached it, without a trailing slash.
 *
 * @param host the request's `Host` header
 * @param origin where the request came in
 * @returns `undefined` for a `Host` that is anything but a host and a port: it ends up in a document
 */
export function addressOf(host: string | undefined, origin: string): string | undefined {
  if (host === undefined) return origin;
  if (host.length > 261 || !hostPattern.test(host)) return undefined;
  const address = `${origin.startsWith('https:') ? 'https' : 'http'}://${host}`;
  return URL.canParse(address) ? address : undefined;
}
