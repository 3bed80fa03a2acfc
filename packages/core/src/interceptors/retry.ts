import { type Delivery, EgoiError } from '../errors/egoi-error.ts';
import { abortionError, errorContext } from '../contract/call-end.ts';
import { retoldError } from '../errors/retold-error.ts';
import { mayRepeat } from '../contract/may-repeat.ts';
import type { Call, Interceptor, TransportReply, TransportRequest } from '../contract/transport.ts';
import { apiErrorOf } from '../answers/api-answer.ts';
import {
  type ResolvedRetryOptions,
  resolveRetryOptions,
  type RetryOptions,
} from './retry-options.ts';
import { requestsMade } from './requests-made.ts';
import { worseDelivery } from './worse-delivery.ts';

/**
 * Repeats calls that failed, where `mayRepeat` allows it: reads and idempotent calls when the failure
 * may pass, writes only when the service cannot have seen them.
 *
 * A wait lies between `minDelayMs` and a limit that doubles with every try up to `maxDelayMs`, anywhere
 * with the same chance, so that clients that failed together do not come back together. It is never
 * shorter than the other side asked (`retryAfterMs`). The call's signal, which also carries the
 * client's time limit, ends a wait at once.
 *
 * The last error tells of all tries: `attempts` is their number, `requests` those of all of them,
 * `delivery` the worst. The reply tells `attempts` and `requests` in the same way.
 *
 * @throws EgoiConfigError for wrong or unknown options
 * @example
 * new EgoiClient({ apiKey, transport, interceptors: [retry({ maxTries: 6 })] });
 */
export function retry(options: RetryOptions = {}): Interceptor {
  const resolved = resolveRetryOptions(options);
  return (next) => (request) => callUpTo(resolved, next, request);
}

async function callUpTo(
  options: ResolvedRetryOptions,
  next: Call,
  request: TransportRequest,
): Promise<TransportReply> {
  let delivery: Delivery = 'not_sent';
  let requests = 0;
  for (let tries = 1; ; tries += 1) {
    const { reply, error } = await tryOnce(next, { ...request, attempt: tries });
    requests += requestsMade(reply ?? error ?? {});
    // One try knows its own number, or that its transport does not say.
    const all = tries === 1 ? { attempts: tries } : { attempts: tries, requests };
    if (error === undefined) return { ...reply, ...all };
    delivery = worseDelivery(delivery, error.delivery);
    const goesOn = await waitToRepeat(options, request, { error, tries, delivery, requests });
    if (goesOn) continue;
    if (reply !== undefined) return { ...reply, ...all };
    throw toldOfAll(error, { ...all, delivery });
  }
}

/** How one try ended. An answer that is an error of the API is both. */
type Outcome =
  | { readonly reply: TransportReply; readonly error?: undefined }
  | { readonly reply?: TransportReply; readonly error: EgoiError };

async function tryOnce(next: Call, request: TransportRequest): Promise<Outcome> {
  try {
    const reply = await next(request);
    const error = apiErrorOf(reply, request);
    return error === undefined ? { reply } : { reply, error };
  } catch (error) {
    if (error instanceof EgoiError) return { error };
    throw error;
  }
}

interface SoFar {
  readonly error: EgoiError;
  readonly tries: number;
  readonly delivery: Delivery;
  readonly requests: number;
}

/** @returns whether to try again, once it is time */
async function waitToRepeat(
  options: ResolvedRetryOptions,
  request: TransportRequest,
  { error, tries, delivery, requests }: SoFar,
): Promise<boolean> {
  const { signal, spec } = request;
  if (tries >= options.maxTries || signal.aborted || !mayRepeat(error, spec?.effect)) return false;
  const waitMs = waitAfter(error, tries, options);
  if (waitMs === undefined) return false;
  try {
    await options.wait(waitMs, signal);
  } catch {
    // A clock that fails is no reason to repeat a call before its time.
    if (!signal.aborted) return false;
  }
  if (!signal.aborted) return true;
  const context = { ...errorContext(request, ''), transport: error.transport, attempts: tries };
  const ended = abortionError(signal, context, delivery);
  const message = `${ended.message}, while waiting to repeat it after: ${error.message}`;
  throw retoldError(ended, { message, requests });
}

/** @returns milliseconds, or `undefined` when the other side asks for more than is allowed */
function waitAfter(
  error: EgoiError,
  tries: number,
  options: ResolvedRetryOptions,
): number | undefined {
  const { minDelayMs, maxDelayMs, maxRetryAfterMs, random } = options;
  const askedMs = error.retryAfterMs ?? 0;
  if (askedMs > maxRetryAfterMs) return undefined;
  const limitMs = Math.min(maxDelayMs, minDelayMs * 2 ** tries);
  return Math.max(askedMs, Math.round(minDelayMs + random() * (limitMs - minDelayMs)));
}

interface AllTries {
  readonly attempts: number;
  readonly requests?: number;
  readonly delivery: Delivery;
}

function toldOfAll(error: EgoiError, all: AllTries): EgoiError {
  if (error.attempts === all.attempts && error.delivery === all.delivery) {
    return all.requests === undefined ? error : retoldError(error, { requests: all.requests });
  }
  const message =
    error.delivery === all.delivery
      ? error.message
      : `${error.message} (an earlier try may have reached the service)`;
  return retoldError(error, { message, ...all });
}
