import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Networks that are nobody's on the internet, or everybody's. Source: IANA, special-purpose address registries. */
const specialNetworks: readonly (readonly [network: string, bits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
  ['::', 96],
  // Those that hold an address of version 4: 64:ff9b::/96, its local sister, 6to4 and Teredo.
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2002::', 16],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['3fff::', 20],
  ['5f00::', 16],
  ['100::', 64],
  ['fc00::', 7],
  ['fe80::', 9],
  ['ff00::', 8],
];

const special = new BlockList();
for (const [network, bits] of specialNetworks) {
  special.addSubnet(network, bits, isIP(network) === 6 ? 'ipv6' : 'ipv4');
}

/** The address of a receiver is none that may be called. */
export class ForbiddenReceiver extends Error {
  override readonly name = 'ForbiddenReceiver';
}

/** Who may be posted to. */
export interface ReceiverGuard {
  /** Whether an address may be registered: of a name its IP addresses are looked at when it is called. */
  mayRegister(url: string): boolean;
  /** The lookup of a connection; it refuses a name of which an address may not be called. */
  readonly lookup: LookupFunction;
}

/**
 * Old programs name the addresses that are posted to, and whoever has a key may be one of them: what is
 * inside the own network is not called for them, unless it is allowed.
 *
 * @param allowed host names, addresses and networks (`10.0.0.0/8`) that may be called all the same
 */
export function receiverGuard(allowed: readonly string[]): ReceiverGuard {
  const networks = new BlockList();
  const names = new Set<string>();
  for (const entry of allowed) {
    const [address = '', bits] = entry.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (isIP(address) === 0) names.add(entry.toLowerCase());
    else if (bits === undefined) networks.addAddress(address, family);
    else networks.addSubnet(address, Number(bits), family);
  }
  const mayCall = (ip: string) => {
    const family = isIP(ip) === 6 ? 'ipv6' : 'ipv4';
    return networks.check(ip, family) || !special.check(ip, family);
  };
  return {
    mayRegister(url) {
      if (!URL.canParse(url) || url.length > maxUrlLength) return false;
      const { protocol, hostname, username, password } = new URL(url);
      if (protocol !== 'http:' && protocol !== 'https:') return false;
      if (username !== '' || password !== '') return false;
      const ip = hostname.replace(/^\[|\]$/g, '');
      return isIP(ip) === 0 || mayCall(ip);
    },
    lookup(hostname, options, callback) {
      lookup(hostname, { ...options, all: true }, (error, addresses) => {
        const [first] = addresses ?? [];
        if (error !== null || first === undefined) {
          callback(error ?? new ForbiddenReceiver('no address'), '');
        } else if (
          !names.has(hostname.toLowerCase()) &&
          !addresses.every(({ address }) => mayCall(address))
        ) {
          callback(new ForbiddenReceiver('an address that may not be called'), '');
        } else if (options.all === true) callback(null, addresses);
        else callback(null, first.address, first.family);
      });
    },
  };
}

/** Longer addresses no server takes. */
const maxUrlLength = 2000;
