import { readFileSync } from 'node:fs';
import { EgoiConfigError, type Transport } from '@egoi-client/core';
import { option, type OptionSchema } from '@egoi-client/core/wire';
import { httpOptions } from '@egoi-client/http';
import {
  type NamedTransportOptions,
  oneOf,
  requireObject,
  transportNamed,
} from './transport-named.ts';
import { defaultWire, isWireName, wireNames } from './wires.ts';

/** The variables that are read. */
export interface TransportEnvironment {
  /** The wire: `soap`, `soap-universal`, `xmlrpc`, `rest` or `v3`. @default soap-universal */
  readonly EGOI_TRANSPORT?: string | undefined;
  /** Where the service is: a host, a folder or one of its wires. @default https://api.e-goi.com, and https://api.egoiapp.com of API v3 */
  readonly EGOI_ENDPOINT?: string | undefined;
  /** Time limit of one try, in milliseconds, 1 to 86,400,000. @default 60000 */
  readonly EGOI_TIMEOUT_MS?: string | undefined;
  /** A file with the certificates to trust, as PEM, in place of the built-in ones. @default none */
  readonly EGOI_CA_FILE?: string | undefined;
  /** Address of an HTTP proxy, `http://host:port`, or `environment`, for what `HTTPS_PROXY` and its like say. @default none */
  readonly EGOI_PROXY?: string | undefined;
}

/**
 * The transport that the environment asks for. Empty variables count as unset.
 *
 * @param environment where the variables are read. @default process.env
 * @param options what the environment does not say; a variable that is set goes before its option
 * @throws EgoiConfigError naming the variable whose value is wrong, and what is allowed
 * @example
 * const transport = await transportFromEnvironment();
 * const client = new EgoiClient({ apiKey: process.env['EGOI_API_KEY'] ?? '', transport });
 */
export async function transportFromEnvironment(
  environment: TransportEnvironment = process.env,
  options: NamedTransportOptions = {},
): Promise<Transport> {
  requireObject('transportFromEnvironment: the environment', environment);
  requireObject('transportFromEnvironment: the options', options);
  const name = environment.EGOI_TRANSPORT || defaultWire;
  if (!isWireName(name)) throw new EgoiConfigError(`EGOI_TRANSPORT ${oneOf(wireNames)}`);
  const set = Object.entries(readers).flatMap(([variable, { sets, read, wanted }]) => {
    const text = environment[variable as keyof typeof readers];
    if (text === undefined || text === '') return [];
    const value = read(text);
    if (value === undefined) throw new EgoiConfigError(`${variable} must be ${wanted}`);
    return [[sets, value] as const];
  });
  return await transportNamed(name, { ...options, ...Object.fromEntries(set) });
}

/** How the text of a variable becomes an option; `undefined` for what it must not be. */
interface VariableReader {
  readonly sets: string;
  readonly read: (text: string) => unknown;
  readonly wanted: string;
}

const readers: Readonly<
  Record<Exclude<keyof TransportEnvironment, 'EGOI_TRANSPORT'>, VariableReader>
> = {
  EGOI_ENDPOINT: {
    sets: 'base',
    read: (text) => accepted(option.url(), text),
    wanted: 'an http or https address without user and password, such as https://api.e-goi.com',
  },
  EGOI_TIMEOUT_MS: {
    sets: 'timeoutMs',
    read: (text) => accepted(httpOptions.timeoutMs, /^\d+$/.test(text) ? Number(text) : text),
    wanted: 'a whole number of milliseconds from 1 to 86,400,000',
  },
  EGOI_CA_FILE: {
    sets: 'ca',
    read: (path) => accepted(httpOptions.ca, textOf(path)),
    wanted: 'the path of a readable file with at least one certificate as PEM',
  },
  EGOI_PROXY: {
    sets: 'proxy',
    read: (text) => accepted(httpOptions.proxy, text),
    wanted: 'the address of an HTTP proxy, as http://host:port, or environment',
  },
};

function accepted(schema: OptionSchema<unknown>, value: unknown): unknown {
  return schema.safeParse(value).success ? value : undefined;
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
