import { EgoiConfigError } from '@egoi-client/core';
import { wireAddress as addressOfWire, type WireName, wireNames } from '@egoi-client/transports';
import { CommandError } from '../command-error.ts';
import { shown } from '../output/shown.ts';

/** Where the service is. */
export const serviceAddress = 'https://api.e-goi.com';

/** An address as somebody gave it: of a host, or of one of its wires. */
export interface Address {
  readonly text: string;
  /** What gave it, as an error says it: `--endpoint`, `EGOI_ENDPOINT`. */
  readonly source: string;
}

/**
 * The address of one wire, when somebody names its host, its folder or any wire.
 *
 * @throws CommandError for anything but a plain http or https address
 */
export function wireAddress(wire: WireName, { text, source }: Address): string {
  try {
    return addressOfWire(wire, text);
  } catch (error) {
    if (!(error instanceof EgoiConfigError)) throw error;
    throw addressRefused(text, source);
  }
}

/** Names what gave the address, shows it without what may be a login, and says what to type. */
function addressRefused(text: string, source: string): CommandError {
  const isBare = /^[\w.-]+(:\d+)?(\/.*)?$/.test(text) && URL.canParse(`http://${text}`);
  const address = `http://${isBare ? text : 'localhost:8080'}`;
  const typed = source.startsWith('EGOI_')
    ? `export ${source}=${address}`
    : source.startsWith('--')
      ? `${source} ${address}`
      : `"endpoint": "${address}"`;
  return new CommandError(`${source}: ${shown(text)} is no address of a service`, [
    'It must be an http or https address without user, password and query.',
    `${isBare ? 'Did you mean' : 'For example'}: ${typed}`,
  ]);
}

/**
 * The addresses of all wires of one host.
 *
 * @throws CommandError for anything but a plain http or https address
 */
export function allWireAddresses(address: Address): Readonly<Record<WireName, string>> {
  const addresses = wireNames.map((wire) => [wire, wireAddress(wire, address)] as const);
  return Object.fromEntries(addresses) as Record<WireName, string>;
}

/** Tells whether what goes to an address can be read on its way. */
export function isReadableOnTheWay(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  const isLoopback = /^(localhost|127(\.\d+){3}|\[::1\])$|\.localhost$/.test(hostname);
  return protocol === 'http:' && !isLoopback;
}
