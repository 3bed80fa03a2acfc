import { EgoiConfigError, type Transport } from '@egoi-client/core';
import { wireAddress } from './wire-address.ts';
import { isWireName, type WireName, wireNames, type WireOptions, wires } from './wires.ts';

/** What a transport chosen by its name is made with. */
export type NamedTransportOptions<Name extends WireName = WireName> = OrUndefined<
  WireOptions[Name]
> & {
  /**
   * Where the service is, whichever wire is chosen: a host (`http://localhost:8080`), a folder
   * (`http://localhost:8080/egoi/v2/`) or one of its wires. `endpoint`, the whole address of the one
   * wire, goes before it. @default https://api.e-goi.com, and https://api.egoiapp.com of API v3
   */
  readonly base?: string | undefined;
};

/**
 * The transport of a wire by its name. Loads that wire's package and no other, so that a program that
 * chooses per environment starts as fast as one that imports its transport.
 *
 * @param name `soap`, `soap-universal`, `xmlrpc`, `rest` or `v3`
 * @param options those of the wire's transport, and `base`; `undefined` counts as left out
 * @throws EgoiConfigError for a name that is none, and for wrong or unknown options
 * @example
 * const transport = await transportNamed('xmlrpc', { base: 'http://localhost:8080' });
 * const client = new EgoiClient({ apiKey, transport });
 */
export async function transportNamed<Name extends WireName>(
  name: Name,
  options: NamedTransportOptions<Name> = {} as NamedTransportOptions<Name>,
): Promise<Transport> {
  if (!isWireName(name)) throw new EgoiConfigError(`the transport ${oneOf(wireNames)}`);
  requireObject('transportNamed: the options', options);
  const { base, ...given } = options;
  const address = base === undefined ? {} : { endpoint: wireAddress(name, base) };
  const make = await wires[name].load();
  return make({ ...address, ...withoutUndefined(given) });
}

type OrUndefined<Options> = { readonly [Option in keyof Options]: Options[Option] | undefined };

/** What a choice must be, without a word of what it was: it may be anything. */
export function oneOf(words: readonly string[]): string {
  return `must be one of ${words.join(', ')}`;
}

/** @throws EgoiConfigError for anything but an object, as programs without types pass */
export function requireObject(what: string, value: unknown): void {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return;
  throw new EgoiConfigError(`${what} must be an object`);
}

function withoutUndefined(options: object): object {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
