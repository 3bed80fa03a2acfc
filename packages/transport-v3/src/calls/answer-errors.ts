import {
  type EgoiError,
  EgoiFaultError,
  EgoiHttpError,
  EgoiProtocolError,
  EgoiQuotaError,
  type ServiceBudget,
} from '@egoi-client/core';
import type { ErrorContext } from '@egoi-client/core/wire';
import { type HttpAnswer, isHtmlPage } from '@egoi-client/http';
import type { Problem } from '@egoi-client/v3-api';
import type { Refusal } from './refusal.ts';

const budgets = ['x-account', 'x-ratelimit'] as const;

/** The headers in which the service tells of its limits of requests. */
export const quotaHeaders: readonly string[] = budgets.flatMap((name) => [
  `${name}-remaining`,
  `${name}-reset`,
]);

/** What to wait where the service refuses for its limits and says no time, in milliseconds. */
const usualWaitMs = 60_000;

const longestWaitMs = 86_400_000;

/** Longest text of a problem that goes into an error, in characters. */
const longestDetail = 300;

/** The error for an answer that may pass: limits of requests, and a service that cannot serve for now. `undefined` for any other. */
export function failureOf(
  { status, title }: Problem,
  answer: HttpAnswer,
  context: ErrorContext,
): EgoiError | undefined {
  if (status === 429) {
    const retryAfterMs = answer.retryAfterMs ?? resetMs(answer) ?? usualWaitMs;
    return new EgoiQuotaError('API v3 takes no more requests for now', {
      ...context,
      retryAfterMs,
    });
  }
  if (status === 408 || status > 500) {
    const { retryAfterMs } = answer;
    const message = `API v3 cannot serve the call for now: ${shortened(title, context)} (HTTP ${status})`;
    return new EgoiHttpError(message, { ...context, status, retryAfterMs });
  }
  return undefined;
}

/** What the service says of the requests that the whole account has left; `undefined` where it says nothing. */
export function budgetIn({ headers = {} }: HttpAnswer): ServiceBudget | undefined {
  const remaining = headers['x-account-remaining'];
  const reset = headers['x-account-reset'];
  if (!isCount(remaining) || !isCount(reset)) return undefined;
  return { remaining: Number(remaining), resetMs: Math.min(Number(reset) * 1000, longestWaitMs) };
}

function isCount(text: string | undefined): text is string {
  return text !== undefined && /^\d{1,9}$/.test(text);
}

/** When the limits that are used up begin anew; the latest of them. */
function resetMs({ headers = {} }: HttpAnswer): number | undefined {
  const waits = budgets.flatMap((name) => {
    const seconds = headers[`${name}-reset`];
    const isUsedUp = (headers[`${name}-remaining`] ?? '0') === '0';
    return isUsedUp && isCount(seconds) ? [Number(seconds) * 1000] : [];
  });
  return waits.length === 0 ? undefined : Math.min(Math.max(...waits), longestWaitMs);
}

/** The error for an answer that is none of the API. */
export function foreignAnswer(
  { status, text, retryAfterMs }: HttpAnswer,
  reason: string,
  context: ErrorContext,
): EgoiError {
  const about = { ...context, status, retryAfterMs };
  if (status >= 300 && status < 400) {
    const message = `the server answered with a redirect (HTTP ${status}), which is not followed; check the option endpoint`;
    return new EgoiHttpError(message, about);
  }
  if (status < 200 || status >= 300) {
    return new EgoiHttpError(`the answer is not that of API v3 (HTTP ${status})`, about);
  }
  if (isHtmlPage(text)) {
    const message = `an HTML page came in place of the answer of API v3 (HTTP ${status}); check the option endpoint and what stands in front of it`;
    return new EgoiHttpError(message, about);
  }
  return new EgoiProtocolError(`the answer cannot be read: ${reason}`, context);
}

/** The error for a refusal that no code of API v2 means. */
export function faultOf({ code, problem }: Refusal, context: ErrorContext): EgoiError {
  const words = problem?.detail === '' ? problem.title : problem?.detail;
  const faultString = shortened(words ?? code ?? 'refused', context);
  return new EgoiFaultError({ faultCode: String(problem?.status ?? code), faultString }, context);
}

/** Cut only once the key is out of it: the part of a key that is left over would not be known for one. */
function shortened(text: string, { redact = (whole) => whole }: ErrorContext): string {
  return redact(text).slice(0, longestDetail);
}

/** The error for answers to one call that are more together than one answer may be. */
export function tooMuchAnswered(maxBytes: number, context: ErrorContext): EgoiProtocolError {
  const message = `the answers to the requests of the call have more than maxResponseBytes, ${maxBytes}, together; ask for less at a time, by start and limit where the method has them`;
  return new EgoiProtocolError(message, context);
}
