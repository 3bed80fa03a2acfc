import { EgoiClient, EgoiError, type Interceptor, type Loss, retry } from '@egoi-client/core';
import { defaultWire, isWireName, type WireName, wireNames } from '@egoi-client/transports';
import { CommandError } from '../command-error.ts';
import type { Session } from '../session.ts';
import { findApiKey } from './api-key.ts';
import type { ConnectionOptions } from './connection-options.ts';
import { didYouMean, nearest } from '@egoi-client/core/wire';
import { adviseOn } from '../output/further-advice.ts';
import { shown } from '../output/shown.ts';
import { endOfV2, looksEnded } from './end-of-v2.ts';
import { tellSetting } from '../verbose.ts';
import { type ChosenProfile, findProfile, variableBefore } from './find-profile.ts';
import type { Profile } from './profiles.ts';
import { shownCalls } from './shown-calls.ts';
import { transportFor } from './transport-for.ts';
import type { V3CommandOptions } from './v3-options.ts';
import { LossNotes } from './v3-words.ts';
import { type Address, isReadableOnTheWay, serviceAddress, wireAddress } from './wires.ts';

/** Where a command goes, once the command line, the environment and the profile are weighed. */
export interface Destination {
  readonly transport: WireName;
  readonly address: Address;
  readonly profile: ChosenProfile;
}

/**
 * The command line goes before EGOI_ENDPOINT and EGOI_TRANSPORT, they before the profile, that before the
 * service; a profile that --profile names goes before the variables.
 *
 * @throws CommandError where EGOI_TRANSPORT names no wire, or there is no such profile
 */
export function findDestination(session: Session, options: ConnectionOptions): Destination {
  const { endpoint, transport } = options;
  const profile = findProfile(session, options.profile);
  const wire = findWire(session, transport, profile);
  tellSetting(session, `wire: ${wire.name} (${wire.source})`);
  return { transport: wire.name, address: findAddress(session, endpoint, profile), profile };
}

function findWire(
  session: Session,
  given: WireName | undefined,
  profile: ChosenProfile,
): { readonly name: WireName; readonly source: string } {
  if (given !== undefined) return { name: given, source: '--transport' };
  const fromEnv = wireIn(variableBefore(profile, session, 'EGOI_TRANSPORT'));
  const { transport: kept, path } = profile;
  if (fromEnv !== undefined) return { name: fromEnv, source: 'EGOI_TRANSPORT' };
  if (kept !== undefined) return { name: kept, source: path };
  return { name: defaultWire, source: 'unless told otherwise' };
}

/** The address of `findDestination`, for commands that have their own way to choose a wire. */
export function findAddress(
  session: Session,
  given: string | undefined,
  profile: ChosenProfile,
): Address {
  const address = chosenAddress(session, given, profile);
  const isChosen = given !== undefined || address.text !== serviceAddress;
  const source = isChosen ? address.source : 'unless told otherwise';
  tellSetting(session, `address: ${withoutSecrets(address.text)} (${source})`);
  return address;
}

/** It is refused later where it holds a login or a query, which nobody is to read. */
function withoutSecrets(address: string): string {
  return /[@?]/.test(address) ? 'not shown, as it may hold a secret' : address;
}

function chosenAddress(
  session: Session,
  given: string | undefined,
  profile: ChosenProfile,
): Address {
  if (given !== undefined) return { text: given, source: '--endpoint' };
  const fromEnv = variableBefore(profile, session, 'EGOI_ENDPOINT');
  if (fromEnv !== undefined) return { text: fromEnv, source: 'EGOI_ENDPOINT' };
  if (profile.endpoint === undefined) return { text: serviceAddress, source: '--endpoint' };
  return { text: profile.endpoint, source: `${profile.path}: "endpoint"` };
}

function wireIn(name: string | undefined): WireName | undefined {
  if (name === undefined) return undefined;
  if (isWireName(name)) return name;
  throw new CommandError(
    `EGOI_TRANSPORT: ${shown(name)} is no wire${didYouMean(name, wireNames)}`,
    [
      `It must be one of ${wireNames.join(', ')}: export EGOI_TRANSPORT=${nearest(name, wireNames)[0] ?? defaultWire}`,
    ],
  );
}

/** The options with what the profile knows of the account and API v3 alone heeds. */
export function withPhonePrefix<Options extends V3CommandOptions>(
  options: Options,
  wire: WireName,
  { phonePrefix }: Profile,
): Options {
  const isKept = wire === 'v3' && options.phonePrefix === undefined && phonePrefix !== undefined;
  return isKept ? { ...options, phonePrefix } : options;
}

/** What a command may say of its own about the calls. */
export interface ClientHabits {
  /** Steps around every call, inside those that repeat it. */
  readonly interceptors?: readonly Interceptor[];
  /** Which losses are told. @default all */
  readonly tells?: (loss: Loss) => boolean;
}

/** The client of a command. */
interface Connection {
  readonly client: EgoiClient;
  readonly apiKey: string;
  /** Closes the client, and tells what its calls lost. */
  readonly close: () => Promise<void>;
}

/**
 * Makes the client of a command, which closes the connection, and tells the key that it was made with.
 *
 * @throws CommandError for a wrong address or option, or where there is no key
 */
export async function connect(
  session: Session,
  options: ConnectionOptions,
  { interceptors = [], tells = () => true }: ClientHabits = {},
): Promise<Connection> {
  const { transport: wire, address, profile } = findDestination(session, options);
  const endpoint = wireAddress(wire, address);
  const losses = new LossNotes(tells);
  const own = withPhonePrefix(options, wire, profile);
  const transport = await transportFor(wire, endpoint, own, { onLoss: losses.note });
  const apiKey = await findApiKey(session, profile);
  warnOfReaders(session, endpoint);
  const repeats = options.retry === undefined || options.retry === 0 ? [] : [options.retry];
  const client = new EgoiClient({
    apiKey,
    transport,
    interceptors: [
      tellsOfTheEnd(wire, endpoint),
      ...repeats.map((times) => retry({ maxTries: times + 1 })),
      ...interceptors,
      ...shownCalls(session),
    ],
    ...(options.timeout === undefined ? {} : { timeoutMs: options.timeout }),
  });
  return {
    client,
    apiKey,
    close: async () => {
      await client.close();
      losses.tell(session.output);
    },
  };
}

/** Keeps beside an error that API v2 may have ended, where it looks like that. */
function tellsOfTheEnd(wire: WireName, endpoint: string): Interceptor {
  return (next) => async (request) => {
    try {
      return await next(request);
    } catch (error) {
      if (error instanceof EgoiError && looksEnded(error, wire, endpoint)) adviseOn(error, endOfV2);
      throw error;
    }
  };
}

/** Says it where the key travels open. */
export function warnOfReaders({ output }: Session, endpoint: string): void {
  if (!isReadableOnTheWay(endpoint)) return;
  output.warn('egoi: warning: http is not encrypted; your key can be read on its way. Use https.');
}
