import { brandClass } from '../identity/brand.ts';
import { printable } from './printable.ts';

/** Which of the twelve things went wrong; one class each. */
export type EgoiErrorKind =
  | 'api'
  | 'input'
  | 'config'
  | 'connection'
  | 'timeout'
  | 'http'
  | 'fault'
  | 'protocol'
  | 'quota'
  | 'unsupported'
  | 'partial'
  | 'aborted';

/**
 * How far the call got. `not_sent`: the service cannot have seen it. `unknown`: it may have run.
 * `answered`: the service, or something in front of it, answered.
 */
export type Delivery = 'not_sent' | 'unknown' | 'answered';

/** What a service says of the requests that an account has left, whoever makes them. */
export interface ServiceBudget {
  /** Requests left, a whole number from 0. */
  readonly remaining: number;
  /** Milliseconds until the service counts from the start again. */
  readonly resetMs: number;
}

/** Where an error happened, and how to keep the caller's secret out of it. */
export interface ErrorContext {
  readonly method?: string | undefined;
  readonly transport?: string | undefined;
  /** Tries made so far, this one included. */
  readonly attempts?: number | undefined;
  /** HTTP requests that the call took so far. */
  readonly requests?: number | undefined;
  /** What the service said last of the account's limit. */
  readonly budget?: ServiceBudget | undefined;
  /** Applied to every text that goes into the error. */
  readonly redact?: ((text: string) => string) | undefined;
}

export interface ErrorDetails extends ErrorContext {
  readonly delivery: Delivery;
  /** Whether the same call may succeed later. Whether it may be *repeated* also depends on its effect. */
  readonly retryable?: boolean | undefined;
  /** How long the other side asked to wait. */
  readonly retryAfterMs?: number | undefined;
  /** The error underneath; only its name, code and redacted message are kept. */
  readonly cause?: unknown;
}

/** The base of everything this library throws. Its message is one line without control characters. */
export abstract class EgoiError extends Error {
  static {
    brandClass(this, 'EgoiError');
  }

  abstract readonly kind: EgoiErrorKind;
  /** The API method, in its own spelling. */
  readonly method: string | undefined;
  /** The `id` of the transport that was asked. */
  readonly transport: string | undefined;
  readonly delivery: Delivery;
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;
  readonly attempts: number;
  /** HTTP requests that the call took, with all tries; `undefined` where there was one try and its transport does not say. */
  readonly requests: number | undefined;
  /** What the service said last of the account's limit; `undefined` where it said nothing. */
  readonly budget: ServiceBudget | undefined;

  constructor(message: string, details: ErrorDetails) {
    const redact = details.redact ?? unchanged;
    const { cause } = details;
    super(
      printable(redact(message)),
      cause === undefined ? undefined : { cause: rebuiltCause(cause, redact) },
    );
    this.method = details.method === undefined ? undefined : redact(details.method);
    this.transport = details.transport;
    this.delivery = details.delivery;
    this.retryable = details.retryable ?? false;
    this.retryAfterMs = isWait(details.retryAfterMs) ? details.retryAfterMs : undefined;
    this.attempts = details.attempts ?? 1;
    this.requests = details.requests;
    this.budget = details.budget;
  }

  /** Plain data for a log; leaves the cause and the stack out. */
  toJSON(): Record<string, unknown> {
    const { name, message, kind, method, transport, delivery } = this;
    const { retryable, retryAfterMs, attempts, requests } = this;
    return {
      name,
      kind,
      message,
      method,
      transport,
      delivery,
      retryable,
      retryAfterMs,
      attempts,
      ...(requests === undefined ? {} : { requests }),
      ...this.ownFields(),
    };
  }

  /** What a subclass adds to `toJSON`. */
  protected ownFields(): Record<string, unknown> {
    return {};
  }
}

/** Others compute what to wait, and a timer takes what is no number for no time at all. */
function isWait(waitMs: number | undefined): boolean {
  return waitMs !== undefined && Number.isFinite(waitMs) && waitMs >= 0;
}

function unchanged(text: string): string {
  return text;
}

/**
 * Errors of HTTP and SOAP libraries carry the request, and with it the key: they are never kept. Told
 * by their members, since those of another realm are no instances of this one's `Error`.
 */
export function rebuiltCause(cause: unknown, redact: (text: string) => string): Error {
  const text = (name: 'name' | 'message' | 'code'): string | undefined => {
    const member: unknown =
      typeof cause === 'object' && cause !== null ? Reflect.get(cause, name) : undefined;
    return typeof member === 'string' ? printable(redact(member)) : undefined;
  };
  const rebuilt: Error & { code?: string } = new Error(text('message') ?? typeof cause);
  rebuilt.name = text('name') ?? 'Error';
  rebuilt.stack = `${rebuilt.name}: ${rebuilt.message}`;
  const code = text('code');
  if (code !== undefined) rebuilt.code = code;
  return rebuilt;
}
