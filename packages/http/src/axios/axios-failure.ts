import {
  EgoiAbortError,
  EgoiConnectionError,
  type EgoiError,
  EgoiProtocolError,
  EgoiTimeoutError,
} from '@egoi-client/core';
import type { ErrorContext } from '@egoi-client/core/wire';
import type { AxiosError } from 'axios';
import { exchangeFailure } from '../failure.ts';
import { isDistrusted } from '../failure-reasons.ts';
import { type AxiosAttempt, isAxiosError } from './axios-attempt.ts';

/**
 * The error that a failed request through an axios instance stands for. Nothing of axios's own error
 * goes in but its code: the rest is the request, and with it the key.
 *
 * @param target `host:port`
 */
export function axiosFailure(
  caught: unknown,
  attempt: AxiosAttempt,
  target: string,
  context: ErrorContext,
): EgoiError {
  if (isTooLarge(caught)) {
    const problem = `the answer from ${target} cannot be read: it is larger than maxResponseBytes`;
    return new EgoiProtocolError(problem, context);
  }
  if (attempt.isReading) return requestFailure(undefined, true, attempt, target, context);
  if (!attempt.owns(caught)) return programFailure(caught, attempt, target, context);
  const delivery = attempt.dispatches > 0 ? 'unknown' : 'not_sent';
  if (isTimeout(caught)) {
    const timeoutMs = caught.config.timeout ?? 0;
    const limit = `no answer within ${timeoutMs} ms (the timeout of the axios instance)`;
    return new EgoiTimeoutError(limit, { ...context, timeoutMs, delivery });
  }
  if (caught.code === 'ERR_CANCELED') {
    const ended = 'the call was cancelled in the axios instance';
    return new EgoiAbortError(ended, { ...context, delivery });
  }
  return requestFailure(caught.code, !isUnsent(caught, attempt), attempt, target, context);
}

function requestFailure(
  code: string | undefined,
  connected: boolean,
  { answered }: AxiosAttempt,
  target: string,
  context: ErrorContext,
): EgoiError {
  const howFar = { connected, answered, reused: false, failure: undefined };
  return exchangeFailure(bare(code), howFar, { target, proxy: undefined }, context);
}

/** What interceptors, adapters and agents of the program threw by themselves. */
function programFailure(
  caught: unknown,
  { dispatches, answered }: AxiosAttempt,
  target: string,
  context: ErrorContext,
): EgoiError {
  const cause = isAxiosError(caught) ? bare(caught.code) : caught;
  if (answered) {
    const message = `an answer from ${target} came, and the axios instance failed with it`;
    return new EgoiProtocolError(message, { ...context, cause });
  }
  if (dispatches > 0) {
    const message = `the axios instance failed while it sent to ${target}`;
    return new EgoiConnectionError(message, { ...context, delivery: 'unknown', cause });
  }
  return new EgoiConnectionError(`the axios instance failed before it sent to ${target}`, {
    ...context,
    delivery: 'not_sent',
    retryable: false,
    cause,
  });
}

/** The one thing of axios's error that an error of ours may show. */
function bare(code: string | undefined): Error {
  const error = new Error('the request of axios failed');
  return code === undefined ? error : Object.assign(error, { code });
}

function isTooLarge(caught: unknown): boolean {
  return isAxiosError(caught) && caught.message.startsWith('maxContentLength size of ');
}

/** Axios's own limit; a connection that the system gave up has no such words. */
function isTimeout({ code, message }: AxiosError): boolean {
  return code === 'ECONNABORTED' || (code === 'ETIMEDOUT' && /^timeout\b/.test(message));
}

/**
 * Whether no byte can have gone out: it was sent once, by nobody's redirect, and what failed is the
 * making of its connection.
 */
function isUnsent({ cause, config }: AxiosError, { dispatches, answered }: AxiosAttempt): boolean {
  if (dispatches > 1 || answered || config?.maxRedirects !== 0) return false;
  return dispatches === 0 || isConnecting(cause);
}

function isConnecting(cause: unknown): boolean {
  if (typeof cause !== 'object' || cause === null) return false;
  // Several addresses were tried.
  if ('errors' in cause && Array.isArray(cause.errors) && cause.errors.length > 0) {
    return cause.errors.every(isConnecting);
  }
  const syscall: unknown = Reflect.get(cause, 'syscall');
  const code: unknown = Reflect.get(cause, 'code');
  return syscall === 'connect' || syscall === 'getaddrinfo' || isDistrusted(code);
}
