import { defaultRequestLimits, type RequestLimits } from '../values/request-limits.ts';
import type { Transport } from '../contract/transport.ts';

/** What every one of several transports can carry in one request. */
export function strictestLimits(transports: readonly Transport[]): RequestLimits {
  const all = transports.map(({ limits = defaultRequestLimits }) => limits);
  return {
    maxBytes: Math.min(...all.map(({ maxBytes }) => maxBytes)),
    maxFields: Math.min(...all.map(({ maxFields }) => maxFields)),
    maxItems: Math.min(...all.map(({ maxItems = Number.POSITIVE_INFINITY }) => maxItems)),
    isQueued: all.some(({ isQueued = false }) => isQueued),
    sizeOf: (item) => {
      const sizes = all.map((limits) => limits.sizeOf(item));
      return {
        bytes: Math.max(...sizes.map(({ bytes }) => bytes)),
        fields: Math.max(...sizes.map(({ fields }) => fields)),
      };
    },
  };
}
