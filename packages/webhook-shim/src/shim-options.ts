import { isIP } from 'node:net';
import { option, resolveOptions } from '@egoi-client/core/wire';
import type { ShimEvent } from './shim-events.ts';

/** Where a shim is reached, what it keeps, and how it delivers. */
export interface WebhookShimOptions {
  /** The address under which API v3 reaches the server that the shim is part of, such as `https://egoi.example.com`. */
  readonly publicUrl: string;
  /** File of the outbox, a database, made where it is missing; a lock lies beside it. Nobody but its owner may read it. */
  readonly file: string;
  /** Most callbacks that wait, 1 to 100,000,000; further webhooks are answered 503. @default 100000 */
  readonly maxPending?: number;
  /** Most bytes of callbacks that wait. @default 268435456 (256 MiB) */
  readonly maxPendingBytes?: number;
  /** Most callbacks that were given up and are kept, 1 to 10,000,000; the oldest make room. @default 10000 */
  readonly maxDeadLetters?: number;
  /** Largest body of a webhook, in bytes, 1 to 16,777,216. @default 65536 (64 KiB) */
  readonly maxBodyBytes?: number;
  /** Time limit of one try to deliver, in milliseconds, 1 to 86,400,000. @default 10000 */
  readonly timeoutMs?: number;
  /** Pause after the first failure of a receiver, in milliseconds, 1 to 86,400,000; it doubles with each further one, and half of it is chance. @default 1000 */
  readonly firstPauseMs?: number;
  /** Longest of these pauses, in milliseconds. @default 300000 (5 minutes) */
  readonly longestPauseMs?: number;
  /** How old a callback may be when it is tried, in milliseconds, 1 to 2,592,000,000; one that would be older is given up. @default 86400000 (a day) */
  readonly giveUpAfterMs?: number;
  /**
   * Host names, addresses and networks (`10.0.0.0/8`) that callbacks may go to although they are none of
   * the public internet. @default none
   */
  readonly allowedReceivers?: readonly string[];
  /** Told, for a log, of what comes and goes. What it throws is ignored. @default nobody */
  readonly onEvent?: (event: ShimEvent) => void;
}

const maxPauseMs = 86_400_000;

const shape = {
  publicUrl: option
    .url()
    .refine((url) => new URL(url).search === '', { error: 'must have no query' }),
  file: option.text(),
  maxPending: option.count(100_000, 1, 100_000_000),
  maxPendingBytes: option.bytes(256 * 1024 * 1024),
  maxDeadLetters: option.count(10_000, 1, 10_000_000),
  maxBodyBytes: option.count(65_536, 1, 16 * 1024 * 1024),
  timeoutMs: option.timeMs(10_000),
  firstPauseMs: option.timeMs(1000),
  longestPauseMs: option.count(300_000, 1, maxPauseMs),
  giveUpAfterMs: option.count(86_400_000, 1, 30 * 86_400_000),
  allowedReceivers: option
    .custom<readonly string[]>(
      (value) => Array.isArray(value) && value.every(isReceiver),
      'must be a list of host names, addresses and networks, such as 10.0.0.0/8',
    )
    .default(() => []),
  onEvent: option.callback<(event: ShimEvent) => void>(() => undefined),
};

/** @throws EgoiConfigError for wrong or unknown options */
export function resolveShimOptions(options: WebhookShimOptions) {
  return resolveOptions('webhookShim', shape, options);
}

function isReceiver(entry: unknown): boolean {
  if (typeof entry !== 'string') return false;
  const [address = '', bits, ...rest] = entry.split('/');
  const family = isIP(address);
  if (family === 0) return /^[\w.-]{1,253}$/.test(entry) && !/^[\d.]+$/.test(entry);
  const most = family === 6 ? 128 : 32;
  return (
    rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
  );
}
