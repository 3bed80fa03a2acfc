import { linkSignals } from '../contract/call-end.ts';
import { resolveOptions, timeLimit } from '../options/options.ts';
import type { Interceptor } from '../contract/transport.ts';

/**
 * Limits the time of each try, so that `retry`, which stands before it, still has time for another
 * under the client's own limit. A try that takes longer rejects with `EgoiTimeoutError`; its
 * `delivery` is what the transport says.
 *
 * @param timeoutMs milliseconds, 1 to 86,400,000; less than the client's `timeoutMs`
 * @throws EgoiConfigError for another value
 */
export function attemptTimeout(timeoutMs: number): Interceptor {
  resolveOptions('attemptTimeout', { timeoutMs: timeLimit }, { timeoutMs });
  return (next) => async (request) => {
    const link = linkSignals([request.signal], { timeoutMs, what: 'one try' });
    try {
      return await next({ ...request, signal: link.signal });
    } finally {
      link.dispose();
    }
  };
}
