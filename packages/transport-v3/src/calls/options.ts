import { option, resolveOptions } from '@egoi-client/core/wire';
import type { Loss } from '@egoi-client/core';
import { type HttpOptions, httpOptions, type ResolvedHttpOptions } from '@egoi-client/http';

/** What a list is told with by getLists, at the cost of one more request for each list and word. */
export type ListDetail = 'counts' | 'fields';

/** Whose loss it is. */
export interface LossyCall {
  readonly method: string;
  readonly callId: string;
}

/** What editApiCallback asked for, for whoever makes callbacks of webhooks. */
export interface RelayedCallback {
  /** Tells accounts apart; nothing of a key. */
  readonly account: string;
  readonly listID: number;
  /** Where the caller wants its callbacks. */
  readonly callbackUrl: string;
  /** Numbers of the events that it wants, 1 to 16. */
  readonly events: readonly number[];
}

/** Takes webhooks of API v3 and posts them on as callbacks of API v2, such as `webhookShim()`. */
export interface CallbackRelay {
  /** The address below which all its webhooks post. */
  readonly address: string;
  /**
   * The address for the webhook of a callback, kept before this resolves; the same each time.
   * `undefined` where the callback's own address is none that may be called.
   */
  addressFor(callback: RelayedCallback): Promise<string | undefined>;
}

/** How API v3 is reached, and what is made of what it cannot do. */
export interface V3TransportOptions extends HttpOptions {
  /** Address in front of the paths of API v3, such as `http://localhost:8080/v3`. @default https://api.egoiapp.com */
  readonly endpoint?: string;
  /**
   * What becomes of a call of which API v3 cannot carry all: it goes on and tells what was lost, or is
   * refused with `EgoiUnsupportedError` before anything is sent. Losses that change who is contacted,
   * whether mail goes out or what is kept are refused either way. @default report
   */
  readonly losses?: 'report' | 'refuse';
  /** Losses that are fine, as `method.name`: `['addSubscriber.validate_email']`. @default none */
  readonly allowLosses?: readonly string[];
  /** Told of each loss of a call that was answered. What it throws is ignored. @default nobody */
  readonly onLoss?: (loss: Loss, call: LossyCall) => void;
  /**
   * When addSubscriberBulk answers: once the import is accepted, or once it has left the queue. With
   * tags it always waits, since they are attached when the contacts are there. @default accept
   */
  readonly imports?: 'accept' | 'wait';
  /** How long to wait between looks at the queue, and at the report of getFormsSubmissions, in milliseconds, 1 to 86,400,000. @default 2000 */
  readonly importPollMs?: number;
  /**
   * Where the service posts what came of each import, as JSON: how many contacts were `imported`,
   * `updated`, `ignored` and `invalid`. No answer of API v3 says so. @default nowhere
   */
  readonly importCallbackUrl?: string;
  /**
   * How a call ends of which part was done: with `EgoiPartialError`, or with its answer and a loss for
   * each thing that was not done. @default fail
   */
  readonly whenPartly?: 'fail' | 'report';
  /**
   * Tries of each request that follows the write which decides a call, 1 to 20, where a repeat does no
   * harm: the call as a whole is not repeated any more. @default 3
   */
  readonly stepTries?: number;
  /** Wait before the second of these tries, in milliseconds, 1 to 86,400,000; it doubles before each further one. @default 500 */
  readonly stepDelayMs?: number;
  /**
   * What addSubscriber and editSubscriber answer: what the call itself gave, or the whole record, for
   * one more request. @default given
   */
  readonly contactAnswers?: 'given' | 'record';
  /** What getLists tells of each list beside its names, for one more request each. @default none */
  readonly listDetails?: readonly ListDetail[];
  /** Digits of the prefix that telephone numbers without one get: `351`. @default none: they are refused, and 351 in imports, as by API v2 */
  readonly phonePrefix?: string;
  /** The user that getUserData tells of, by number; needed where the account has several. @default none */
  readonly userId?: number;
  /**
   * The action that startAutobot begins an automation with, by the automation's number: `{ 7: 21 }`.
   * @default the only action that follows no other
   */
  readonly automationActions?: Readonly<Record<number, number>>;
  /** The sender of the campaigns that createCampaignVoice makes, by number. @default the account's only sender of calls */
  readonly voiceSenderId?: number;
  /**
   * Where the webhooks that editApiCallback makes post to, so that callers go on getting callbacks of API
   * v2: `webhookShim()` of `@egoi-client/webhook-shim`. @default the callers' own addresses, which get JSON then
   */
  readonly callbacks?: CallbackRelay;
  /** Items of a page of API v3, 1 to 1,000. Where the service refuses it, pages of 100 are asked for. @default 1000 */
  readonly pageSize?: number;
}

export interface ResolvedV3TransportOptions extends ResolvedHttpOptions {
  readonly endpoint: string;
  readonly losses: 'report' | 'refuse';
  readonly allowLosses: readonly string[];
  readonly onLoss: (loss: Loss, call: LossyCall) => void;
  readonly imports: 'accept' | 'wait';
  readonly importPollMs: number;
  readonly importCallbackUrl: string | undefined;
  readonly whenPartly: 'fail' | 'report';
  readonly stepTries: number;
  readonly stepDelayMs: number;
  readonly contactAnswers: 'given' | 'record';
  readonly listDetails: readonly ListDetail[];
  readonly phonePrefix: string | undefined;
  readonly userId: number | undefined;
  readonly automationActions: Readonly<Record<number, number>>;
  readonly voiceSenderId: number | undefined;
  readonly callbacks: CallbackRelay | undefined;
  readonly pageSize: number;
}

const listDetails: readonly unknown[] = ['counts', 'fields'] satisfies readonly ListDetail[];

const shape = {
  ...httpOptions,
  // The service takes no more in a body of API v3.
  maxRequestBytes: option.bytes(20 * 1024 * 1024),
  endpoint: option
    .url()
    .refine((url) => new URL(url).search === '', { error: 'must have no query' })
    .default('https://api.egoiapp.com'),
  losses: option.word(['report', 'refuse'], 'report'),
  allowLosses: option
    .custom<readonly string[]>(isTextList, 'must be a list of losses, as method.name')
    .default(() => []),
  onLoss: option.callback<(loss: Loss, call: LossyCall) => void>(() => undefined),
  imports: option.word(['accept', 'wait'], 'accept'),
  importPollMs: option.timeMs(2000),
  importCallbackUrl: option.url().optional(),
  whenPartly: option.word(['fail', 'report'], 'fail'),
  stepTries: option.count(3, 1, 20),
  stepDelayMs: option.timeMs(500),
  contactAnswers: option.word(['given', 'record'], 'given'),
  listDetails: option
    .custom<readonly ListDetail[]>(
      (value) => Array.isArray(value) && value.every((detail) => listDetails.includes(detail)),
      'must be a list of counts and fields',
    )
    .default(() => []),
  phonePrefix: option
    .custom<string>(
      (value) => typeof value === 'string' && /^[1-9]\d{0,2}$/.test(value),
      'must be the digits of a country, 1 to 3 of them, without a +',
    )
    .optional(),
  userId: option.count(undefined, 1, Number.MAX_SAFE_INTEGER).optional(),
  automationActions: option
    .custom<Readonly<Record<number, number>>>(
      isActionTable,
      'must have numbers of automations with numbers of actions',
    )
    .default(() => ({})),
  voiceSenderId: option.count(undefined, 1, Number.MAX_SAFE_INTEGER).optional(),
  callbacks: option
    .custom<CallbackRelay>(
      (value) => typeof (value as Partial<CallbackRelay> | null)?.addressFor === 'function',
      'must take webhooks, as webhookShim() does',
    )
    .optional(),
  pageSize: option.count(1000, 1, 1000),
};

function isActionTable(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(
    ([automation, action]) =>
      /^[1-9]\d*$/.test(automation) && Number.isSafeInteger(action) && Number(action) >= 1,
  );
}

function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** @throws EgoiConfigError for wrong or unknown options */
export function resolveV3TransportOptions(options: V3TransportOptions): ResolvedV3TransportOptions {
  const resolved = resolveOptions('v3Transport', shape, options);
  return { ...resolved, endpoint: resolved.endpoint.replace(/\/+$/, '') };
}
