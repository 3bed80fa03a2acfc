import {
  EgoiAbortError,
  EgoiConnectionError,
  EgoiHttpError,
  EgoiProtocolError,
  EgoiTimeoutError,
  EgoiUnsupportedError,
} from '@egoi-client/core';
import { type ErrorContext } from '@egoi-client/core/wire';

/**
 * The error of one call for which the WSDL could not be read. All who waited for it share one
 * failure, and each call has its own method, attempt and secret; none of the calls was sent.
 */
export function notSent(failure: unknown, context: ErrorContext): unknown {
  const details = { ...context, delivery: 'not_sent' } as const;
  if (failure instanceof EgoiHttpError) {
    const { message, status, retryAfterMs } = failure;
    return new EgoiHttpError(message, { ...details, status, retryAfterMs });
  }
  if (failure instanceof EgoiTimeoutError) {
    return new EgoiTimeoutError(wsdl(failure), { ...details, timeoutMs: failure.timeoutMs });
  }
  if (failure instanceof EgoiConnectionError) {
    const { retryable, cause } = failure;
    return new EgoiConnectionError(wsdl(failure), { ...details, retryable, cause });
  }
  if (failure instanceof EgoiProtocolError) {
    const { message, retryable, cause } = failure;
    return new EgoiProtocolError(message, { ...details, retryable, cause });
  }
  if (failure instanceof EgoiUnsupportedError) {
    return new EgoiUnsupportedError(failure.message, context);
  }
  if (failure instanceof EgoiAbortError) return new EgoiAbortError(failure.message, details);
  return failure;
}

function wsdl({ message }: Error): string {
  return `the WSDL could not be read: ${message}`;
}
