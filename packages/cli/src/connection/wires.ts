import { EgoiConfigError } from '@egoi-client/core';
import { wireAddress as addressOfWire, type WireName, wireNames } from '@egoi-client/transports';
import { CommandError } from '../command-error.ts';

/** Where the service is. */
export const serviceAddress = 'https://api.e-goi.com';

/**
 * The address of one wire, when somebody names its host, its folder or any wire.
 *
 * @throws CommandError for anything but a plain http or https address
 */
export function wireAddress(wire: WireName, address: string): string {
  try {
    return addressOfWire(wire, address);
  } catch (error) {
    if (!(error instanceof EgoiConfigError)) throw error;
    throw new CommandError(
      'the endpoint must be an http or https address without user and password',
      ['For example: --endpoint http://localhost:8080'],
    );
  }
}

/**
 * The addresses of all wires of one host.
 *
 * @throws CommandError for anything but a plain http or https address
 */
export function allWireAddresses(address: string): Readonly<Record<WireName, string>> {
  const addresses = wireNames.map((wire) => [wire, wireAddress(wire, address)] as const);
  return Object.fromEntries(addresses) as Record<WireName, string>;
}

/** Tells whether what goes to an address can be read on its way. */
export function isReadableOnTheWay(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  const isLoopback = /^(localhost|127(\.\d+){3}|\[::1\])$|\.localhost$/.test(hostname);
  return protocol === 'http:' && !isLoopback;
}
