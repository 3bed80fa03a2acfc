import { EgoiAbortError, EgoiConnectionError, EgoiError, EgoiFaultError } from '@egoi-client/core';
import type { ErrorContext } from '@egoi-client/core/wire';
import { isBusy } from './account/store/connection.ts';

/** What a call meets once the account is closed. */
export function closedError(context: ErrorContext): EgoiAbortError {
  return new EgoiAbortError('the sandbox was closed', { ...context, delivery: 'not_sent' });
}

/** The error of the client's kind that something which went wrong in the account is. */
export function egoiErrorOf(error: unknown, context: ErrorContext): EgoiError {
  if (error instanceof EgoiError) return error;
  if (isBusy(error)) {
    return new EgoiConnectionError('another process holds the file of the sandbox', {
      ...context,
      delivery: 'not_sent',
      cause: error,
    });
  }
  const problem = error instanceof Error ? `${error.name}: ${error.message}` : typeof error;
  return new EgoiFaultError({ faultCode: 'Server', faultString: `sandbox: ${problem}` }, context);
}
