import { type WireValue } from '@egoi-client/core';
import { type RequestLimits, type RequestSize, serviceMaxBytes } from '@egoi-client/core/wire';

/** Kept free for the envelope, the credentials and the method's other parameters, in bytes. */
const envelopeBytes = 64 * 1024;

/** Kept free for `type`, `method`, the credentials and the method's other parameters. */
const envelopeFields = 16;

/** What a wire knows of the size of its calls. */
export interface WireSizes {
  /** The transport's own limit of a body. */
  readonly maxRequestBytes: number;
  /** The most form fields of a whole call. @default Infinity */
  readonly maxFields?: number;
  /** The most items of one call. @default as many as fit */
  readonly maxItems?: number;
  /** Whether imports are worked off after their answer. @default false */
  readonly isQueued?: boolean;
  /** The most that an item of a list can take up in a body. */
  readonly sizeOf: (item: WireValue) => RequestSize;
}

/**
 * How much of a call is left for the items of its list: the transport's limits, and never more than
 * the service takes, less 64 KiB and 16 fields for all that is not an item, or half of a limit that is
 * smaller than twice that.
 */
export function wireLimits({
  maxRequestBytes,
  maxFields = Number.POSITIVE_INFINITY,
  ...more
}: WireSizes): RequestLimits {
  return {
    ...more,
    maxBytes: without(envelopeBytes, Math.min(maxRequestBytes, serviceMaxBytes)),
    maxFields: without(envelopeFields, maxFields),
  };
}

function without(reserve: number, limit: number): number {
  return limit - Math.min(reserve, Math.floor(limit / 2));
}
