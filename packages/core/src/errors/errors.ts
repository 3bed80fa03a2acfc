import { brandClass } from '../identity/brand.ts';
import { type Delivery, EgoiError, type ErrorContext, type ErrorDetails } from './egoi-error.ts';

/** One field that was refused before anything was sent. */
export interface InputProblem {
  /** Where, as a path from the parameters: `subscribers[3].email`. */
  readonly path: string;
  /** What is wrong with it and what is expected. Never holds the value. */
  readonly problem: string;
}

/** Refused before sending. Lists every wrong field. */
export class EgoiInputError extends EgoiError {
  static {
    brandClass(this, 'EgoiInputError');
  }

  readonly kind = 'input';
  readonly problems: readonly InputProblem[];

  constructor(problems: readonly InputProblem[], context: ErrorContext) {
    const redact = context.redact ?? ((text: string) => text);
    const clean = problems.map(({ path, problem }) => ({
      path: redact(path),
      problem: redact(problem),
    }));
    const lines = clean.map(({ path, problem }) => `${path}: ${problem}`).join('; ');
    super(`${context.method ?? 'the call'} was not sent: ${lines}`, {
      ...context,
      delivery: 'not_sent',
    });
    this.problems = clean;
  }

  protected override ownFields(): Record<string, unknown> {
    return { problems: this.problems };
  }
}

/** Wrong options. Thrown by constructors and factories. */
export class EgoiConfigError extends EgoiError {
  static {
    brandClass(this, 'EgoiConfigError');
  }

  readonly kind = 'config';

  constructor(message: string, context: ErrorContext & { readonly cause?: unknown } = {}) {
    super(message, { ...context, delivery: 'not_sent' });
  }
}

/** No connection (`not_sent`: refused, DNS, TLS) or one that broke (`unknown`). Worth a retry. */
export class EgoiConnectionError extends EgoiError {
  static {
    brandClass(this, 'EgoiConnectionError');
  }

  readonly kind = 'connection';

  constructor(message: string, details: ErrorDetails) {
    super(message, { retryable: true, ...details });
  }
}

/** A time limit passed. */
export class EgoiTimeoutError extends EgoiError {
  static {
    brandClass(this, 'EgoiTimeoutError');
  }

  readonly kind = 'timeout';
  readonly timeoutMs: number;

  constructor(
    message: string,
    details: ErrorContext & { readonly timeoutMs: number; readonly delivery?: Delivery },
  ) {
    super(message, { retryable: true, delivery: 'unknown', ...details });
    this.timeoutMs = details.timeoutMs;
  }

  protected override ownFields(): Record<string, unknown> {
    return { timeoutMs: this.timeoutMs };
  }
}

const retryableStatuses: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

/** An HTTP answer that is not the API's: a proxy's page, a redirect, a 502. */
export class EgoiHttpError extends EgoiError {
  static {
    brandClass(this, 'EgoiHttpError');
  }

  readonly kind = 'http';
  readonly status: number;

  constructor(
    message: string,
    details: ErrorContext & {
      readonly status: number;
      readonly retryAfterMs?: number | undefined;
      /** @default 'answered' */
      readonly delivery?: Delivery;
    },
  ) {
    super(message, {
      retryable: retryableStatuses.has(details.status),
      delivery: 'answered',
      ...details,
    });
    this.status = details.status;
  }

  protected override ownFields(): Record<string, unknown> {
    return { status: this.status };
  }
}

/** The server refused or broke in its protocol's own way: SOAP Fault, XML-RPC fault, REST `failed`. */
export class EgoiFaultError extends EgoiError {
  static {
    brandClass(this, 'EgoiFaultError');
  }

  readonly kind = 'fault';
  readonly faultCode: string;
  readonly faultString: string;

  constructor(
    fault: { readonly faultCode: string; readonly faultString: string },
    context: ErrorContext,
  ) {
    const redact = context.redact ?? ((text: string) => text);
    const faultString = redact(fault.faultString);
    super(`the server answered with a fault: ${faultString}`, { ...context, delivery: 'answered' });
    this.faultCode = redact(fault.faultCode);
    this.faultString = faultString;
  }

  protected override ownFields(): Record<string, unknown> {
    return { faultCode: this.faultCode, faultString: this.faultString };
  }
}

/** An answer that cannot be read: malformed, truncated, too large, with entity tricks. */
export class EgoiProtocolError extends EgoiError {
  static {
    brandClass(this, 'EgoiProtocolError');
  }

  readonly kind = 'protocol';

  constructor(
    message: string,
    details: ErrorContext & {
      readonly delivery?: Delivery;
      readonly retryable?: boolean;
      readonly cause?: unknown;
    },
  ) {
    super(message, { delivery: 'answered', ...details });
  }
}

/** The hourly budget of calls is spent. */
export class EgoiQuotaError extends EgoiError {
  static {
    brandClass(this, 'EgoiQuotaError');
  }

  readonly kind = 'quota';

  constructor(message: string, details: ErrorContext & { readonly retryAfterMs: number }) {
    super(message, { retryable: true, ...details, delivery: 'not_sent' });
  }
}

/** This transport cannot do this method. */
export class EgoiUnsupportedError extends EgoiError {
  static {
    brandClass(this, 'EgoiUnsupportedError');
  }

  readonly kind = 'unsupported';
  /** Name of the loss that nobody had allowed; `undefined` where nothing would have allowed it. */
  readonly unallowedLoss: string | undefined;

  constructor(
    message: string,
    context: ErrorContext,
    { unallowedLoss }: { readonly unallowedLoss?: string } = {},
  ) {
    super(message, { ...context, delivery: 'not_sent' });
    this.unallowedLoss = unallowedLoss;
  }

  protected override ownFields(): Record<string, unknown> {
    const { unallowedLoss } = this;
    return unallowedLoss === undefined ? {} : { unallowedLoss };
  }
}

/**
 * Some of a call was done and the rest was not: a call that takes several requests was cut between two of
 * them. It must not be made again as a whole, and nothing in this library does so.
 */
export class EgoiPartialError extends EgoiError {
  static {
    brandClass(this, 'EgoiPartialError');
  }

  readonly kind = 'partial';
  /** What was done, in order, in words. */
  readonly done: readonly string[];
  /** What may have been done: its answer was lost, or was a failure of the service. In words. */
  readonly unknown: readonly string[];
  /** What was not done, in words. */
  readonly missing: readonly string[];
  /** What the call would have answered so far. Left out of `toJSON`, since it may hold data of contacts. */
  readonly answer: unknown;

  constructor(
    facts: {
      readonly done: readonly string[];
      /** @default nothing */
      readonly unknown?: readonly string[];
      readonly missing: readonly string[];
      readonly answer: unknown;
    },
    details: ErrorContext & {
      readonly retryAfterMs?: number | undefined;
      readonly cause?: unknown;
    },
  ) {
    const { redact = (text: string) => text } = details;
    const done = facts.done.map(redact);
    const unknown = (facts.unknown ?? []).map(redact);
    const missing = facts.missing.map(redact);
    super(partialMessage(done, unknown, missing), {
      ...details,
      delivery: 'answered',
      retryable: false,
    });
    this.done = done;
    this.unknown = unknown;
    this.missing = missing;
    this.answer = facts.answer;
  }

  protected override ownFields(): Record<string, unknown> {
    return { done: this.done, unknown: this.unknown, missing: this.missing };
  }
}

function partialMessage(
  done: readonly string[],
  unknown: readonly string[],
  missing: readonly string[],
): string {
  const states = [
    ...(unknown.length === 0 ? [] : [`not known to be done: ${unknown.join(', ')}`]),
    ...(missing.length === 0 ? [] : [`not done: ${missing.join(', ')}`]),
  ];
  const advice = [
    ...(unknown.length === 0 ? [] : ['look whether what is not known was done']),
    ...(missing.length === 0 ? [] : ['do what is missing']),
  ].join(', and ');
  const wish = `${advice.charAt(0).toUpperCase()}${advice.slice(1)}`;
  return `partly done: ${done.join(', ')}; ${states.join('; ')}. ${wish}; the whole call again would do the first part twice`;
}

/** Ended by the caller's signal, or by `close()`. */
export class EgoiAbortError extends EgoiError {
  static {
    brandClass(this, 'EgoiAbortError');
  }

  readonly kind = 'aborted';

  constructor(message: string, details: ErrorContext & { readonly delivery?: Delivery } = {}) {
    super(message, { delivery: 'unknown', ...details });
  }
}
