import { EgoiConnectionError, EgoiHttpError, retry, type RetryOptions } from '@egoi-client/core';
import { type ScriptStep, scriptedTransport } from '@egoi-client/core/testing';

/** No connection. */
export const refused = (): ScriptStep => ({
  error: new EgoiConnectionError('refused', { delivery: 'not_sent' }),
});
/** A connection that broke after sending. */
export const broken = (): ScriptStep => ({
  error: new EgoiConnectionError('broken', { delivery: 'unknown' }),
});
/** HTTP 503. */
export const busy = (retryAfterMs?: number): ScriptStep => ({
  error: new EgoiHttpError('busy', { status: 503, retryAfterMs }),
});
/** An answer. */
export const good: ScriptStep = { value: [] };

/** A call through `retry` and a script; waits pass at once and are kept. */
export function retrying(steps: readonly ScriptStep[], options: RetryOptions = {}) {
  const waits: number[] = [];
  const transport = scriptedTransport(steps);
  const interceptor = retry({
    random: () => 0.5,
    wait: async (waitMs) => {
      waits.push(waitMs);
    },
    ...options,
  });
  return { waits, transport, call: interceptor((request) => transport.call(request)) };
}
