import { type Credentials, Secret } from '../identity/secret.ts';
import { EgoiConfigError } from '../errors/errors.ts';
import { option, resolveOptions } from '../options/options.ts';
import { type Interceptor, isTransport, type Transport } from '../contract/transport.ts';

interface CommonOptions {
  /** What carries the calls: `soapTransport()`, `xmlrpcTransport()`, `sandboxTransport()`, … */
  readonly transport: Transport;
  /** Steps around every call; the first is the outermost. @default none */
  readonly interceptors?: readonly Interceptor[];
  /** Time limit of a whole call with all its tries, in milliseconds, 1 to 86,400,000. @default 120000 */
  readonly timeoutMs?: number;
  /** Sent as `plugin_key` with every call: names the integration to the service. @default none */
  readonly pluginKey?: string;
}

/** How to make a client: with the account's API key, or with a user's login. */
export type EgoiClientOptions = CommonOptions &
  (
    | { readonly apiKey: string; readonly username?: never; readonly password?: never }
    | { readonly apiKey?: never; readonly username: string; readonly password: string }
  );

export interface ResolvedEgoiClientOptions {
  readonly credentials: Credentials;
  readonly transport: Transport;
  readonly interceptors: readonly Interceptor[];
  readonly timeoutMs: number;
  readonly pluginKey?: string | undefined;
}

const shape = {
  apiKey: option.text().optional(),
  username: option.text().optional(),
  password: option.text().optional(),
  pluginKey: option.text().optional(),
  timeoutMs: option.timeMs(120_000),
  transport: option.custom<Transport>(isTransport, 'must be a transport, such as soapTransport()'),
  interceptors: option
    .custom<readonly Interceptor[]>(isFunctionList, 'must be a list of interceptors')
    .default([]),
};

function isFunctionList(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'function');
}

/** @throws EgoiConfigError for wrong or unknown options, or credentials that are not one pair */
export function resolveClientOptions(options: EgoiClientOptions): ResolvedEgoiClientOptions {
  const { apiKey, username, password, ...rest } = resolveOptions('EgoiClient', shape, options);
  return { ...rest, credentials: credentialsFrom(apiKey, username, password) };
}

function credentialsFrom(
  apiKey: string | undefined,
  username: string | undefined,
  password: string | undefined,
): Credentials {
  if (apiKey !== undefined) {
    if (username !== undefined || password !== undefined) {
      throw new EgoiConfigError('EgoiClient: give apiKey, or username and password, not both');
    }
    return { apiKey: new Secret(apiKey) };
  }
  if (username === undefined || password === undefined) {
    throw new EgoiConfigError('EgoiClient: apiKey is missing; give it, or username and password');
  }
  return { username, password: new Secret(password) };
}
