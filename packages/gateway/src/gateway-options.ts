import { EgoiConfigError, type Transport } from '@egoi-client/core';
import { isTransport, option, resolveOptions } from '@egoi-client/core/wire';
import type { GatewayOptions, ListenOptions } from './contract.ts';
import { isNetwork } from './server/caller-addresses.ts';
import { hostNameOf } from './server/host-name.ts';

/** Options with every default filled in. */
export interface ResolvedGatewayOptions
  extends Required<Omit<GatewayOptions, 'publicUrl' | 'onError'>> {
  readonly publicUrl: string | undefined;
  readonly onError: NonNullable<GatewayOptions['onError']>;
}

export interface ResolvedListenOptions extends Required<Omit<ListenOptions, 'tls'>> {
  readonly tls: { readonly key: string; readonly cert: string } | undefined;
}

const mebibyte = 1024 * 1024;

const gatewayShape = {
  timeoutMs: option.timeMs(60_000),
  headersTimeoutMs: option.timeMs(10_000),
  requestTimeoutMs: option.timeMs(60_000),
  closeGraceMs: option.timeMs(10_000),
  maxBodyBytes: option.bytes(64 * mebibyte),
  maxTotalBodyBytes: option.bytes().optional(),
  maxBodyBytesPerAddress: option.bytes().optional(),
  minBodyBytesPerSecond: option.count(240, 0, 1_000_000_000),
  bodyGraceMs: option.timeMs(5000),
  maxFormFields: option.count(1000, 1, 1_000_000),
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
  onError: option
    .custom<ResolvedGatewayOptions['onError']>(isFunction, 'must be a function')
    .default(() => () => undefined),
};

const listenShape = {
  port: option.count(0, 0, 65_535),
  host: option.text().default('127.0.0.1'),
  tls: option
    .custom<{ readonly key: string; readonly cert: string }>(
      isKeyPair,
      'must hold key and cert, both as PEM text',
    )
    .optional(),
};

const transportShape = {
  transport: option.custom<Transport>(
    isTransport,
    'must be a transport, such as sandboxTransport()',
  ),
};

/** @throws EgoiConfigError for wrong or unknown options, or something that is no transport */
export function resolveGatewayOptions(
  transport: Transport,
  options: GatewayOptions,
): ResolvedGatewayOptions {
  resolveOptions('createGateway', transportShape, { transport });
  const { publicUrl, ...rest } = resolveOptions('createGateway', gatewayShape, options);
  const { maxBodyBytes, maxConnections } = rest;
  const { maxTotalBodyBytes = Math.min(4 * maxBodyBytes, 2_147_483_647) } = rest;
  const half = Math.ceil(maxTotalBodyBytes / 2);
  const { maxBodyBytesPerAddress = Math.max(maxBodyBytes, half) } = rest;
  const { maxConnectionsPerAddress = Math.ceil(maxConnections / 2) } = rest;
  inOrder({ maxBodyBytes, maxTotalBodyBytes });
  inOrder({ maxBodyBytes, maxBodyBytesPerAddress });
  inOrder({ maxBodyBytesPerAddress, maxTotalBodyBytes });
  inOrder({ maxConnectionsPerAddress, maxConnections });
  return {
    ...rest,
    maxTotalBodyBytes,
    maxBodyBytesPerAddress,
    maxConnectionsPerAddress,
    publicUrl: publicUrl?.replace(/\/+$/, ''),
  };
}

/** @throws EgoiConfigError where the first of two limits is above the second */
function inOrder(limits: Readonly<Record<string, number>>): void {
  const [[low, least] = ['', 0], [high, most] = ['', 0]] = Object.entries(limits);
  if (least <= most) return;
  throw new EgoiConfigError(`createGateway: ${high} must not be below ${low}`);
}

/** @throws EgoiConfigError for wrong or unknown options */
export function resolveListenOptions(options: ListenOptions): ResolvedListenOptions {
  const { tls, ...rest } = resolveOptions('listen', listenShape, options);
  return { ...rest, tls };
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function';
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
