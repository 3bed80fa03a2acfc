import { EgoiConfigError } from '@egoi-client/core';
import {
  option,
  type OptionSchema,
  type ResolvedOptions,
  resolveOptions,
} from '@egoi-client/core/wire';
import { isNetwork } from './caller-addresses.ts';
import type { ListenOptions, ServerOptions, TlsKeyPair } from './contract.ts';
import { hostNameOf } from './host-name.ts';

/** `ServerOptions` with every default filled in. */
export interface ResolvedServerOptions extends Required<Omit<ServerOptions, 'publicUrl'>> {
  /** Without slashes at its end. */
  readonly publicUrl: string | undefined;
}

/** `ListenOptions` with every default filled in. */
export interface ResolvedListenOptions extends Required<Omit<ListenOptions, 'tls'>> {
  readonly tls: TlsKeyPair | undefined;
}

const mebibyte = 1024 * 1024;

/** The options that depend on others where they are left out. */
type Dependent = 'maxTotalBodyBytes' | 'maxBodyBytesPerAddress' | 'maxConnectionsPerAddress';

/** The limits of every server, to be spread into the shape of its own options. */
export const serverOptions: {
  readonly [Name in keyof ResolvedServerOptions]: OptionSchema<
    ResolvedServerOptions[Name] | (Name extends Dependent ? undefined : never)
  >;
} = {
  timeoutMs: option.timeMs(60_000),
  headersTimeoutMs: option.timeMs(10_000),
  requestTimeoutMs: option.timeMs(60_000),
  closeGraceMs: option.timeMs(10_000),
  idleGraceMs: option.count(0, 0, 86_400_000),
  maxBodyBytes: option.bytes(64 * mebibyte),
  maxTotalBodyBytes: option.bytes().optional(),
  maxBodyBytesPerAddress: option.bytes().optional(),
  minBodyBytesPerSecond: option.count(240, 0, 1_000_000_000),
  bodyGraceMs: option.timeMs(5000),
  maxHeaderBytes: option.bytes(16 * 1024),
  maxConnections: option.count(256, 1, 65_535),
  maxConnectionsPerAddress: option.count(undefined, 1, 65_535).optional(),
  trustedProxies: option
    .custom<readonly string[]>(
      (value) => isListOf(value, isNetwork),
      'must be a list of addresses and networks, such as 10.0.0.0/8',
    )
    .default(() => []),
  publicUrl: option
    .url()
    .refine((address) => !address.includes('?'), { error: 'must not have a query' })
    .optional(),
  allowedHosts: option
    .custom<readonly string[]>(
      (value) => isListOf(value, isHostName),
      'must be a list of host names without ports, IPv6 addresses in brackets',
    )
    .default(() => []),
  allowedOrigins: option
    .custom<readonly string[]>(
      (value) => isListOf(value, isOrigin),
      'must be a list of origins, such as https://app.example:8443',
    )
    .default(() => []),
};

const listenShape = {
  port: option.count(0, 0, 65_535),
  host: option.text().default('127.0.0.1'),
  tls: option.custom<TlsKeyPair>(isKeyPair, 'must hold key and cert, both as PEM text').optional(),
};

/**
 * Fills in the limits that depend on others.
 *
 * @param what names the options in the error: `createGateway`
 * @throws EgoiConfigError for limits that contradict each other
 */
export function resolveServerLimits(
  what: string,
  options: ResolvedOptions<typeof serverOptions>,
): ResolvedServerOptions {
  const { maxBodyBytes, maxConnections, publicUrl } = options;
  const { maxTotalBodyBytes = Math.min(4 * maxBodyBytes, 2_147_483_647) } = options;
  const half = Math.ceil(maxTotalBodyBytes / 2);
  const { maxBodyBytesPerAddress = Math.max(maxBodyBytes, half) } = options;
  const { maxConnectionsPerAddress = Math.ceil(maxConnections / 2) } = options;
  const inOrder = (limits: Readonly<Record<string, number>>) => {
    const [[low, least] = ['', 0], [high, most] = ['', 0]] = Object.entries(limits);
    if (least > most) throw new EgoiConfigError(`${what}: ${high} must not be below ${low}`);
  };
  inOrder({ maxBodyBytes, maxTotalBodyBytes });
  inOrder({ maxBodyBytes, maxBodyBytesPerAddress });
  inOrder({ maxBodyBytesPerAddress, maxTotalBodyBytes });
  inOrder({ maxConnectionsPerAddress, maxConnections });
  return {
    ...options,
    maxTotalBodyBytes,
    maxBodyBytesPerAddress,
    maxConnectionsPerAddress,
    publicUrl: publicUrl?.replace(/\/+$/, ''),
  };
}

/** @throws EgoiConfigError for wrong or unknown options */
export function resolveListenOptions(options: ListenOptions): ResolvedListenOptions {
  const { tls, ...rest } = resolveOptions('listen', listenShape, options);
  return { ...rest, tls };
}

function isListOf(value: unknown, isItem: (text: string) => boolean): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string' && isItem(item));
}

function isHostName(text: string): boolean {
  return hostNameOf(text) !== undefined && !/:\d*$/.test(text);
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text;
}

function isKeyPair(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { key, cert, ...others } = value as Record<string, unknown>;
  return typeof key === 'string' && typeof cert === 'string' && Object.keys(others).length === 0;
}
