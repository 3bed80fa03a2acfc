import { type EgoiError, EgoiQuotaError, type TransportRequest } from '@egoi-client/core';
import { abortionError, errorContext } from '@egoi-client/core/wire';
import { awayRetryMs, BudgetAwayError } from './call-budget.ts';
import type { QuotaWait } from './quota-wait.ts';

/** No transport was asked. */
function contextOf(request: TransportRequest) {
  return { ...errorContext(request, ''), transport: undefined };
}

/** The error of a call whose signal has fired while the budget had it. */
export function abortedBeforeSending(request: TransportRequest): EgoiError {
  return abortionError(request.signal, contextOf(request), 'not_sent');
}

/**
 * The error of a call for which none is left.
 *
 * @param most calls an hour that its client may use
 */
export function spentError(
  reason: QuotaWait['reason'],
  most: number,
  retryAfterMs: number,
  request: TransportRequest,
): EgoiQuotaError {
  const why = {
    spent: 'the hourly budget of calls is spent',
    reserved: `the ${most} calls an hour that this client may use are spent, the rest is reserved`,
    refused: 'the service says that the hourly limit of calls is reached',
    away: 'Redis is away and no call is left without it',
  }[reason];
  const seconds = Math.ceil(retryAfterMs / 1000);
  const context = { ...contextOf(request), retryAfterMs };
  return new EgoiQuotaError(`${why}; the next is free in ${seconds} s`, context);
}

/**
 * A budget that cannot be asked as a call's error; anything else as it is.
 *
 * @param request the call, if there is one
 */
export function asQuotaError(error: unknown, request?: TransportRequest): unknown {
  if (!(error instanceof BudgetAwayError)) return error;
  const message = `the budget of calls is in Redis, which could not be asked: ${error.message}`;
  const context = request === undefined ? {} : contextOf(request);
  return new EgoiQuotaError(message, { ...context, retryAfterMs: awayRetryMs });
}
