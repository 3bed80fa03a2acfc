import type { Transport } from '@egoi-client/core';
import type { RestTransportOptions } from '@egoi-client/transport-rest';
import type { SoapTransportOptions } from '@egoi-client/transport-soap';
import type { SoapUniversalTransportOptions } from '@egoi-client/transport-soap-universal';
import type { V3TransportOptions } from '@egoi-client/transport-v3';
import type { XmlrpcTransportOptions } from '@egoi-client/transport-xmlrpc';

/** What the transport of each wire takes. */
export interface WireOptions {
  readonly soap: SoapTransportOptions;
  readonly 'soap-universal': SoapUniversalTransportOptions;
  readonly xmlrpc: XmlrpcTransportOptions;
  readonly rest: RestTransportOptions;
  readonly v3: V3TransportOptions;
}

/** The name of a wire: what `id` of its transport says. */
export type WireName = keyof WireOptions;

/** The name of a wire of API v2. */
export type V2WireName = Exclude<WireName, 'v3'>;

interface Wire<Options> {
  /** Its path on a host that serves both APIs. Source: reference, 14.1. */
  readonly path: string;
  /** Loads its package, and no other. */
  readonly load: () => Promise<(options: Options) => Transport>;
}

/** The wires: a new one is one line here. */
export const wires: { readonly [Name in WireName]: Wire<WireOptions[Name]> } = {
  soap: {
    path: '/v2/soap.php',
    load: async () => (await import('@egoi-client/transport-soap')).soapTransport,
  },
  'soap-universal': {
    path: '/v2/soap_any.php',
    load: async () =>
      (await import('@egoi-client/transport-soap-universal')).soapUniversalTransport,
  },
  xmlrpc: {
    path: '/v2/xmlrpc.php',
    load: async () => (await import('@egoi-client/transport-xmlrpc')).xmlrpcTransport,
  },
  rest: {
    path: '/v2/rest.php',
    load: async () => (await import('@egoi-client/transport-rest')).restTransport,
  },
  v3: {
    path: '/v3',
    load: async () => (await import('@egoi-client/transport-v3')).v3Transport,
  },
};

/** The names of all wires, in the order in which they are listed. */
export const wireNames: readonly WireName[] = Object.keys(wires) as WireName[];

/** The names of the wires of API v2. */
export const v2WireNames: readonly V2WireName[] = wireNames.filter((name) => name !== 'v3');

/** The wire where nobody names one: it carries every type and reads no WSDL. */
export const defaultWire: WireName = 'soap-universal';

/** Tells whether a wire has this name. */
export function isWireName(name: string): name is WireName {
  return Object.hasOwn(wires, name);
}
