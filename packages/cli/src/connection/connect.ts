import { EgoiClient, type Interceptor, retry } from '@egoi-client/core';
import {
  defaultWire,
  isWireName,
  transportNamed,
  type WireName,
  wireNames,
} from '@egoi-client/transports';
import { CommandError } from '../command-error.ts';
import type { Session } from '../session.ts';
import { findApiKey } from './api-key.ts';
import { readConfig } from './config-file.ts';
import { type ConnectionOptions, readNamedFile } from './connection-options.ts';
import { isReadableOnTheWay, serviceAddress, wireAddress } from './wires.ts';

/** Where a command goes, once the command line, the environment and the config file are weighed. */
export interface Destination {
  readonly transport: WireName;
  /** As it was given: of a host, or of one of its wires. */
  readonly address: string;
}

/**
 * The command line goes before EGOI_ENDPOINT and EGOI_TRANSPORT, they before the config file, that
 * before the service.
 *
 * @throws CommandError where EGOI_TRANSPORT names no wire
 */
export function findDestination(session: Session, options: ConnectionOptions): Destination {
  const config = readConfig(session.env);
  const fromEnv = session.env['EGOI_ENDPOINT'];
  const address = options.endpoint ?? (fromEnv === '' ? undefined : fromEnv) ?? config.endpoint;
  return {
    transport: options.transport ?? wireIn(session.env) ?? config.transport ?? defaultWire,
    address: address ?? serviceAddress,
  };
}

function wireIn({ EGOI_TRANSPORT: name }: Session['env']): WireName | undefined {
  if (name === undefined || name === '') return undefined;
  if (isWireName(name)) return name;
  throw new CommandError(`EGOI_TRANSPORT must be one of ${wireNames.join(', ')}`);
}

/** What a command may say of its own about the calls. */
export interface ClientHabits {
  /** Steps around every call, inside those that repeat it. */
  readonly interceptors?: readonly Interceptor[];
}

/**
 * Makes the client of a command, which closes it, and tells the key that it was made with.
 *
 * @throws CommandError for a wrong address, or where there is no key
 */
export async function connect(
  session: Session,
  options: ConnectionOptions,
  { interceptors = [] }: ClientHabits = {},
): Promise<{ readonly client: EgoiClient; readonly apiKey: string }> {
  const { transport: wire, address } = findDestination(session, options);
  const endpoint = wireAddress(wire, address);
  const apiKey = await findApiKey(session);
  warnOfReaders(session, endpoint);
  const transport = await transportNamed(wire, { endpoint, ...reachOf(options) });
  const repeats = options.retry === undefined || options.retry === 0 ? [] : [options.retry];
  const client = new EgoiClient({
    apiKey,
    transport,
    interceptors: [...repeats.map((times) => retry({ maxTries: times + 1 })), ...interceptors],
    ...(options.timeout === undefined ? {} : { timeoutMs: options.timeout }),
  });
  return { client, apiKey };
}

/** The part of the options that every transport takes as it is. */
export function reachOf({ ca, proxy, timeout }: ConnectionOptions) {
  return {
    ca: ca === undefined ? undefined : readNamedFile(ca, 'the certificates of --ca'),
    proxy,
    timeoutMs: timeout,
  };
}

/** Says it where the key travels open. */
export function warnOfReaders({ output }: Session, endpoint: string): void {
  if (!isReadableOnTheWay(endpoint)) return;
  output.warn('egoi: warning: http is not encrypted; your key can be read on its way. Use https.');
}
