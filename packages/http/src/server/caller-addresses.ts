import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';

/**
 * Tells callers apart by their addresses. Those of one IPv6 network of 64 bits are one caller, since
 * whoever has one of them has them all (RFC 4291, 2.5.4).
 */
export class CallerAddresses {
  readonly #proxies = new BlockList();
  readonly #hasProxies: boolean;

  /** @param trustedProxies addresses and networks (`10.0.0.0/8`) whose word on whom they speak for is believed */
  constructor(trustedProxies: readonly string[]) {
    this.#hasProxies = trustedProxies.length > 0;
    for (const proxy of trustedProxies) {
      const [address = '', prefix] = proxy.split('/');
      const family = isIPv6(address) ? 'ipv6' : 'ipv4';
      if (prefix === undefined) this.#proxies.addAddress(address, family);
      else this.#proxies.addSubnet(address, Number(prefix), family);
    }
  }

  /** The caller at the other end of a connection; `undefined` for a proxy, which speaks for many. */
  ofConnection(address: string): string | undefined {
    return this.#isProxy(address) ? undefined : callerAt(address);
  }

  /**
   * The caller of a request that came from a trusted proxy: the last address in `X-Forwarded-For` that
   * is no trusted proxy, as what stands before it anybody may have written; the proxy where none is named.
   */
  ofForwarded(address: string, forwardedFor: string | undefined): string {
    let caller = address;
    for (const entry of (forwardedFor ?? '').split(',').toReversed()) {
      const named = addressIn(entry.trim());
      if (named === undefined) break;
      caller = named;
      if (!this.#isProxy(named)) break;
    }
    return callerAt(caller);
  }

  #isProxy(address: string): boolean {
    return (
      this.#hasProxies &&
      isIP(address) !== 0 &&
      this.#proxies.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
    );
  }
}

/** Whether a text is an address, or a network with the number of its bits. */
export function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return (
    prefix === undefined ||
    (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128))
  );
}

/** Some proxies write the port, too. */
function addressIn(entry: string): string | undefined {
  const [, address = entry] =
    /^(?:\[([^\]]+)\]|(\d+\.\d+\.\d+\.\d+))(?::\d+)?$/.exec(entry)?.filter(Boolean) ?? [];
  return isIP(address) === 0 ? undefined : address;
}

function callerAt(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || isIPv4(address) || !isIPv6(address)) return mapped ?? address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const groups = head === '' ? [] : head.split(':');
  const missing = tail === undefined ? 0 : 8 - groups.length - groupCount(tail);
  const all = [
    ...groups,
    ...Array.from({ length: missing }, () => '0'),
    ...(tail ?? '').split(':'),
  ];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

function groupCount(text: string): number {
  if (text === '') return 0;
  return text.split(':').length + (text.includes('.') ? 1 : 0);
}
