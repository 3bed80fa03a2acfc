import { EgoiConfigError } from '@egoi-client/core';
import { option, resolveOptions, type Wait, waitByTimer } from '@egoi-client/core/wire';
import type { CallbackReach } from './account/callbacks/post.ts';
import type {
  SandboxAutobot,
  SandboxContactRules,
  SandboxForm,
} from './account/work/account-settings.ts';
import { isAutobots, isContactRules, isForms } from './option-checks.ts';

/** The key that opens the sandbox unless another is set. 40 hexadecimal characters, as the service's keys have. */
export const sandboxApiKey = '5a4db0c5e901f11ad7c0ffee2b5e55edba5eba11';

/** What a random reference is for. */
export type ReferenceKind = 'subscriber' | 'campaign';

/** How to set up an embedded account. */
export interface SandboxOptions {
  /** The key that may do everything. @default sandboxApiKey */
  readonly apiKey?: string;
  /** A second key that may read only; a write with it answers `NO_ACCESS`. @default none */
  readonly readOnlyApiKey?: string;
  /** Login of the account's user. @default 'user@example.com' */
  readonly username?: string;
  /** Password of that user. @default 'sandbox' */
  readonly password?: string;
  /** Path of the file that keeps the account. @default none: the account lives in memory until `close()` */
  readonly file?: string;
  /** The clock, asked once for each call; its time is written in UTC. @default the real time */
  readonly now?: () => Date;
  /** Where random references start, 0 to 4,294,967,295; kept by a file once it exists. @default 1 */
  readonly seed?: number;
  /** Gives the references of new things in place of `seed`: 10 characters of 0-9 and a-f for a subscriber, 32 for a campaign, never twice the same. @default from `seed` */
  readonly ids?: (kind: ReferenceKind) => string;
  /** Contacts in a list that a new account starts with, 0 (no list) to 1,000,000. @default 0 */
  readonly contacts?: number;
  /** Most lists, 1 to 1,000,000. @default 1000 */
  readonly maxLists?: number;
  /** Most contacts in all lists that are not removed, 1 to 100,000,000. @default 1000000 */
  readonly maxSubscribers?: number;
  /** Largest import of addSubscriberBulk: names and values of the contacts in bytes of UTF-8. @default 52428800 (50 MiB) */
  readonly maxImportBytes?: number;
  /** Most characters of an SMS, 1 to 10,000. @default 160 */
  readonly maxSmsLength?: number;
  /** Largest file inside a call, in bytes once decoded. @default 8388608 (8 MiB) */
  readonly maxFileBytes?: number;
  /** Calls that the account takes in any 60 minutes of `now`, 0 to 1,000,000; the service takes 150. @default 0: as many as come */
  readonly callsPerHour?: number;
  /** Fields that the contacts of every list must have, or may not share. @default none but the service's own */
  readonly contactRules?: SandboxContactRules;
  /** Forms that lists get when they are created; the first of a list is its default. @default none */
  readonly forms?: readonly SandboxForm[];
  /** Automations that a new account has, numbered from 1. @default none */
  readonly autobots?: readonly SandboxAutobot[];
  /** Where the POSTs of editApiCallback, webhooks and `callback_url` may go: nowhere, to this machine, or to any address that a caller names. @default 'loopback' */
  readonly callbacks?: CallbackReach;
  /** Time limit of one such POST, in milliseconds. @default 5000 */
  readonly callbackTimeoutMs?: number;
  /** What work that API v3 queues waits before its turn, in milliseconds of `now`, 0 to 86,400,000. @default 200 */
  readonly queueDelayMs?: number;
  /** Requests by API v3 that one program may make in a minute, 1 to 1,000,000,000; the service publishes no number. @default 6000 */
  readonly v3RequestsPerMinute?: number;
  /** Requests by API v3 that all programs together may make in an hour, 1 to 1,000,000,000. @default 100000 */
  readonly v3RequestsPerHour?: number;
  /** Lets the delays of `fail` and `failV3` and the pauses between tries of a callback pass: ends after so many milliseconds, or when the signal fires. @default a timer */
  readonly wait?: Wait;
}

/** Options with their defaults filled in. */
export interface ResolvedSandboxOptions {
  readonly apiKey: string;
  readonly readOnlyApiKey?: string | undefined;
  readonly username: string;
  readonly password: string;
  readonly file?: string | undefined;
  readonly now: () => Date;
  readonly seed: number;
  readonly ids?: ((kind: ReferenceKind) => string) | undefined;
  readonly contacts: number;
  readonly maxLists: number;
  readonly maxSubscribers: number;
  readonly maxImportBytes: number;
  readonly maxSmsLength: number;
  readonly maxFileBytes: number;
  readonly callsPerHour: number;
  readonly contactRules: SandboxContactRules;
  readonly forms: readonly SandboxForm[];
  readonly autobots: readonly SandboxAutobot[];
  readonly callbacks: CallbackReach;
  readonly callbackTimeoutMs: number;
  readonly queueDelayMs: number;
  readonly v3RequestsPerMinute: number;
  readonly v3RequestsPerHour: number;
  readonly wait: Wait;
}

const shape = {
  apiKey: option.text().default(sandboxApiKey),
  readOnlyApiKey: option.text().optional(),
  username: option.text().default('user@example.com'),
  password: option.text().default('sandbox'),
  file: option.text().optional(),
  now: option.callback<() => Date>(() => new Date()),
  seed: option.count(1, 0, 4_294_967_295),
  ids: option.custom<(kind: ReferenceKind) => string>(isFunction, 'must be a function').optional(),
  contacts: option.count(0, 0, 1_000_000),
  maxLists: option.count(1000, 1, 1_000_000),
  maxSubscribers: option.count(1_000_000, 1, 100_000_000),
  maxImportBytes: option.bytes(52_428_800),
  maxSmsLength: option.count(160, 1, 10_000),
  maxFileBytes: option.bytes(8_388_608),
  callsPerHour: option.count(0, 0, 1_000_000),
  contactRules: option
    .custom<SandboxContactRules>(
      isContactRules,
      "must be { required, unique }, lists of fields of a contact; 'extra' in unique is every extra field",
    )
    .default({}),
  forms: option
    .custom<readonly SandboxForm[]>(isForms, 'must be a list of { title, list }')
    .default([]),
  autobots: option
    .custom<readonly SandboxAutobot[]>(isAutobots, 'must be a list of { name, list, status }')
    .default([]),
  callbacks: option.word(['off', 'loopback', 'any'], 'loopback'),
  callbackTimeoutMs: option.timeMs(5000),
  queueDelayMs: option.count(200, 0, 86_400_000),
  v3RequestsPerMinute: option.count(6000, 1, 1_000_000_000),
  v3RequestsPerHour: option.count(100_000, 1, 1_000_000_000),
  wait: option.callback<Wait>(waitByTimer),
};

function isFunction(value: unknown): boolean {
  return typeof value === 'function';
}

/** @throws EgoiConfigError for wrong or unknown options, equal keys, or more contacts than `maxSubscribers` */
export function resolveSandboxOptions(options: SandboxOptions): ResolvedSandboxOptions {
  const resolved: ResolvedSandboxOptions = resolveOptions('sandboxTransport', shape, options);
  if (resolved.apiKey === resolved.readOnlyApiKey) {
    throw new EgoiConfigError('sandboxTransport: apiKey and readOnlyApiKey must differ');
  }
  if (resolved.contacts > resolved.maxSubscribers) {
    throw new EgoiConfigError('sandboxTransport: contacts must be at most maxSubscribers');
  }
  return resolved;
}
