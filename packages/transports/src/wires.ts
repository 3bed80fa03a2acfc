import type { Transport } from '@egoi-client/core';
import type { RestTransportOptions } from '@egoi-client/transport-rest';
import type { SoapTransportOptions } from '@egoi-client/transport-soap';
import type { SoapUniversalTransportOptions } from '@egoi-client/transport-soap-universal';
import type { XmlrpcTransportOptions } from '@egoi-client/transport-xmlrpc';

/** What the transport of each wire takes. */
export interface WireOptions {
  readonly soap: SoapTransportOptions;
  readonly 'soap-universal': SoapUniversalTransportOptions;
  readonly xmlrpc: XmlrpcTransportOptions;
  readonly rest: RestTransportOptions;
}

/** The name of a wire: what `id` of its transport says. */
export type WireName = keyof WireOptions;

interface Wire<Options> {
  /** The file that serves it. Source: reference, 14.1. */
  readonly file: string;
  /** Loads its package, and no other. */
  readonly load: () => Promise<(options: Options) => Transport>;
}

/** The wires: a new one is one line here. */
export const wires: { readonly [Name in WireName]: Wire<WireOptions[Name]> } = {
  soap: {
    file: 'soap.php',
    load: async () => (await import('@egoi-client/transport-soap')).soapTransport,
  },
  'soap-universal': {
    file: 'soap_any.php',
    load: async () =>
      (await import('@egoi-client/transport-soap-universal')).soapUniversalTransport,
  },
  xmlrpc: {
    file: 'xmlrpc.php',
    load: async () => (await import('@egoi-client/transport-xmlrpc')).xmlrpcTransport,
  },
  rest: {
    file: 'rest.php',
    load: async () => (await import('@egoi-client/transport-rest')).restTransport,
  },
};

/** The names of all wires, in the order in which they are listed. */
export const wireNames: readonly WireName[] = Object.keys(wires) as WireName[];

/** The wire where nobody names one: it carries every type and reads no WSDL. */
export const defaultWire: WireName = 'soap-universal';

/** Tells whether a wire has this name. */
export function isWireName(name: string): name is WireName {
  return Object.hasOwn(wires, name);
}
