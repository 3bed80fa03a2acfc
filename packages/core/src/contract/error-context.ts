import { redactorFor } from '../identity/redaction.ts';
import type { TransportRequest } from './transport.ts';
import { EgoiError, type Delivery, type ErrorContext } from '../errors/egoi-error.ts';
import { EgoiAbortError, EgoiTimeoutError } from '../errors/errors.ts';

/** What every error of one call says about itself. */
export function errorContext(request: TransportRequest, transport: string): Required<ErrorContext> {
  return {
    method: request.method,
    transport,
    attempts: request.attempt,
    redact: redactorFor(request.credentials),
  };
}

/**
 * The error to reject with once a call's signal has fired: a time limit stays a time limit,
 * anything else is the caller's wish.
 */
export function abortionError(
  signal: Pick<AbortSignal, 'reason'>,
  context: ErrorContext,
  delivery: Delivery,
): EgoiError {
  const reason: unknown = signal.reason;
  if (reason instanceof EgoiTimeoutError) {
    return new EgoiTimeoutError(reason.message, {
      ...context,
      timeoutMs: reason.timeoutMs,
      delivery,
    });
  }
  const message =
    reason instanceof EgoiAbortError ? reason.message : 'the call was aborted by its caller';
  return new EgoiAbortError(message, { ...context, delivery });
}
