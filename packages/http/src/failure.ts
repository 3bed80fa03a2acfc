import { EgoiConnectionError, type EgoiError, EgoiProtocolError } from '@egoi-client/core';
import { type ErrorContext } from '@egoi-client/core/wire';
import type { Route } from './connections.ts';
import { connectReason } from './failure-reasons.ts';
import { maxAnswerHeadBytes, type RequestProgress } from './node-request.ts';
import { ProxyRefusal } from './proxy-tunnel.ts';

/** How far a request got. */
type HowFar = Pick<RequestProgress, 'connected' | 'answered' | 'reused' | 'failure'>;

/**
 * The error that a failed exchange stands for. The message names hosts, ports and reasons; nothing of
 * the request goes in.
 *
 * @param caught what the request, the body or the reading of the answer failed with
 * @param progress how far the request got
 */
export function exchangeFailure(
  caught: unknown,
  progress: HowFar,
  route: Route,
  context: ErrorContext,
): EgoiError {
  const cause = progress.failure ?? caught;
  const code = codeOf(cause);
  const place = placeOf(route);
  if (code?.startsWith('HPE_') === true) return brokenAnswer(code, cause, place, context);
  if (progress.answered) return cutShort(cause, place, context);
  if (progress.connected) return brokenConnection(code, cause, progress, place, context);
  return noConnection(code, cause, route, context);
}

/** The status line came and the rest did not. */
function cutShort(cause: unknown, place: string, context: ErrorContext): EgoiError {
  return new EgoiProtocolError(`the answer from ${place} was cut short`, {
    ...context,
    retryable: true,
    cause,
  });
}

function brokenAnswer(
  code: string,
  cause: unknown,
  place: string,
  context: ErrorContext,
): EgoiError {
  const message =
    code === 'HPE_HEADER_OVERFLOW'
      ? `the headers of the answer from ${place} are larger than ${maxAnswerHeadBytes} bytes`
      : `what came from ${place} is not a valid HTTP answer (${code}); check the endpoint`;
  return new EgoiProtocolError(message, { ...context, cause });
}

function brokenConnection(
  code: string | undefined,
  cause: unknown,
  progress: HowFar,
  place: string,
  context: ErrorContext,
): EgoiError {
  const which = progress.reused ? 'a connection kept open' : 'the connection';
  const suffix = code === undefined ? '' : ` (${code})`;
  return new EgoiConnectionError(`${which} to ${place} broke before an answer came${suffix}`, {
    ...context,
    delivery: 'unknown',
    cause,
  });
}

function noConnection(
  code: string | undefined,
  cause: unknown,
  route: Route,
  context: ErrorContext,
): EgoiError {
  if (cause instanceof ProxyRefusal) {
    const message = `the proxy ${route.proxy} opened no way to ${route.target}: ${cause.message}`;
    return new EgoiConnectionError(message, {
      ...context,
      delivery: 'not_sent',
      retryable: cause.passing,
      cause,
    });
  }
  const { words, passing } = connectReason(code);
  return new EgoiConnectionError(`no connection to ${placeOf(route)}: ${words}`, {
    ...context,
    delivery: 'not_sent',
    retryable: passing,
    cause,
  });
}

function placeOf({ target, proxy }: Route): string {
  return proxy === undefined ? target : `${target} through the proxy ${proxy}`;
}

function codeOf(error: unknown): string | undefined {
  // Not `instanceof Error`: Node's own errors are of another realm inside a vm context.
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
