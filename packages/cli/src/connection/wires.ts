import type { Transport } from '@egoi-client/core';
import { CommandError } from '../command-error.ts';

/** The ids of the four transports, as `--transport` takes them. */
export const wireNames = ['soap', 'soap-universal', 'xmlrpc', 'rest'] as const;

export type WireName = (typeof wireNames)[number];

/** What `call`, `import` and `export` speak unless told otherwise: carries every type, reads no WSDL. */
export const defaultWire: WireName = 'soap-universal';

/** Source: reference, 14.1. */
const files: Readonly<Record<WireName, string>> = {
  soap: 'soap.php',
  'soap-universal': 'soap_any.php',
  xmlrpc: 'xmlrpc.php',
  rest: 'rest.php',
};

/** Where the service is. */
export const serviceAddress = 'https://api.e-goi.com';

/** How to reach an endpoint. */
export interface WireOptions {
  /** The whole address. */
  readonly endpoint: string;
  readonly timeoutMs?: number | undefined;
  /** PEM text of certificates to trust. */
  readonly ca?: string | undefined;
  readonly proxy?: string | undefined;
}

/**
 * The address of one wire: an address without a path gets the path that the service has.
 *
 * @param address `http://localhost:8080`, or the whole address of the wire
 * @throws CommandError for anything but a plain http or https address
 */
export function wireAddress(wire: WireName, address: string): string {
  const url = plainAddress(address);
  return url.pathname === '/' && url.search === ''
    ? new URL(`/v2/${files[wire]}`, url).href
    : address;
}

/**
 * The addresses of all four wires of one host.
 *
 * @param address the host's, or that of any of its wires
 * @throws CommandError for anything but a plain http or https address
 */
export function allWireAddresses(address: string): Readonly<Record<WireName, string>> {
  const url = plainAddress(address);
  const base = url.pathname === '/' ? new URL('/v2/', url) : new URL('.', url);
  const addressOf = (wire: WireName) => new URL(files[wire], base).href;
  return {
    soap: addressOf('soap'),
    'soap-universal': addressOf('soap-universal'),
    xmlrpc: addressOf('xmlrpc'),
    rest: addressOf('rest'),
  };
}

function plainAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isPlain =
    url !== undefined && /^https?:$/.test(url.protocol) && url.username + url.password === '';
  if (isPlain) return url;
  throw new CommandError(
    'the endpoint must be an http or https address without user and password',
    ['For example: --endpoint http://localhost:8080'],
  );
}

/** Tells whether what goes to an address can be read on its way. */
export function isReadableOnTheWay(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  const isLoopback = /^(localhost|127(\.\d+){3}|\[::1\])$|\.localhost$/.test(hostname);
  return protocol === 'http:' && !isLoopback;
}

/** Loads one transport and no other: together they would take half a second. */
export async function makeWire(wire: WireName, options: WireOptions): Promise<Transport> {
  const given = Object.fromEntries(
    Object.entries(options).filter(([, value]) => value !== undefined),
  );
  return (await factories[wire]())(given);
}

/** Each loads one transport. */
const factories: Readonly<Record<WireName, () => Promise<(options: object) => Transport>>> = {
  soap: async () => (await import('@egoi-client/transport-soap')).soapTransport,
  'soap-universal': async () =>
    (await import('@egoi-client/transport-soap-universal')).soapUniversalTransport,
  xmlrpc: async () => (await import('@egoi-client/transport-xmlrpc')).xmlrpcTransport,
  rest: async () => (await import('@egoi-client/transport-rest')).restTransport,
};
