import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** The address of a callback is none that the sandbox may call. */
export class ForbiddenAddress extends Error {
  override readonly name = 'ForbiddenAddress';
}

/** Tells whether a host is written as an IP address, and one beyond this machine. */
export function isForeignIp(host: string): boolean {
  const ip = host.replace(/^\[|\]$/g, '');
  return isIP(ip) !== 0 && !isLoopback(ip);
}

/**
 * Resolves a name only when all its addresses are this machine's own. It is the connection's own
 * lookup, so that a name cannot resolve to something else afterwards.
 */
export const loopbackLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error !== null || first === undefined) {
      callback(error ?? new ForbiddenAddress('no address'), '');
    } else if (!addresses.every(({ address }) => isLoopback(address))) {
      callback(new ForbiddenAddress('not a loopback address'), '');
    } else if (options.all === true) {
      callback(null, addresses);
    } else {
      callback(null, first.address, first.family);
    }
  });
};

function isLoopback(ip: string): boolean {
  return loopback.check(ip, isIP(ip) === 6 ? 'ipv6' : 'ipv4');
}
