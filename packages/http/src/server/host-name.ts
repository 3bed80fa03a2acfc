const hostPattern =
  /^(?:[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?\.?|\[[0-9a-f:.]{2,45}\])(?::[0-9]{0,5})?$/i;

/**
 * The name in a `Host` header or an authority, as names are compared: lower case, without port and
 * trailing dot, addresses in their one form.
 *
 * @returns `undefined` for anything but a host and perhaps a port. Source: RFC 9110, 7.2, of whose names only those are taken that are found in the wild
 */
export function hostNameOf(host: string): string | undefined {
  // Nearly all requests to a server name the same host, and to read it takes longer than most checks.
  if (host !== last.host) last = { host, name: readHostName(host) };
  return last.name;
}

let last: { readonly host: string; readonly name: string | undefined } = {
  host: '',
  name: undefined,
};

function readHostName(host: string): string | undefined {
  if (host.length > 261 || !hostPattern.test(host)) return undefined;
  const address = `http://${host}`;
  return URL.canParse(address) ? new URL(address).hostname.replace(/\.$/, '') : undefined;
}

/** Whether a name, as `hostNameOf` gives it, means this machine wherever it is looked up. Source: RFC 6761, 6.3; RFC 1122, 3.2.1.3. */
export function isLoopbackName(name: string): boolean {
  return (
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    name === '[::1]' ||
    /^127\.\d+\.\d+\.\d+$/.test(name) ||
    /^\[::ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4}\]$/.test(name)
  );
}

/** Whether only this machine reaches what listens at an address, or at a name that means it. */
export function isLoopbackAddress(address: string): boolean {
  return isLoopbackName(hostNameOf(address.includes(':') ? `[${address}]` : address) ?? '');
}
