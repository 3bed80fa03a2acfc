import type { Transport } from '@egoi-client/core';
import { transportNamed, type WireName } from '@egoi-client/transports';
import type { V3TransportOptions } from '@egoi-client/transport-v3';
import { type ReachOptions, readNamedFile } from './connection-options.ts';
import { refuseV3Options, type V3CommandOptions, v3OptionsOf } from './v3-options.ts';
import { inCommandWords } from './v3-words.ts';

/** What the command line does not say of a transport. */
interface TransportHabits {
  /** Told of what API v3 loses. @default none */
  readonly onLoss?: V3TransportOptions['onLoss'];
  /** What makes callbacks of webhooks of API v3. @default none */
  readonly callbacks?: V3TransportOptions['callbacks'] | undefined;
  /** The option that chose the wire, as an error names it. @default --transport */
  readonly chosenBy?: string;
}

/**
 * The transport of a wire, as the command line wants it.
 *
 * @param endpoint the whole address of the wire
 * @throws CommandError for an option that the wire does not take, in the words of the command line
 */
export async function transportFor(
  wire: WireName,
  endpoint: string,
  options: ReachOptions & V3CommandOptions,
  { onLoss, callbacks, chosenBy = '--transport' }: TransportHabits = {},
): Promise<Transport> {
  const reach = { endpoint, ...reachOf(options) };
  if (wire !== 'v3') {
    refuseV3Options(options, wire, chosenBy);
    return transportNamed(wire, reach);
  }
  try {
    return await transportNamed(wire, { ...reach, ...v3OptionsOf(options), onLoss, callbacks });
  } catch (error) {
    throw inCommandWords(error);
  }
}

/** The part of the options that every transport takes as it is. */
export function reachOf({ ca, proxy, timeout }: ReachOptions) {
  return {
    ca: ca === undefined ? undefined : readNamedFile(ca, 'the certificates of --ca'),
    proxy,
    timeoutMs: timeout,
  };
}
