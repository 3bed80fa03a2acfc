import { type Delivery, EgoiError, type ErrorContext } from '../errors/egoi-error.ts';
import { EgoiAbortError, EgoiProtocolError, EgoiTimeoutError } from '../errors/errors.ts';
import { redactorFor } from '../identity/secret.ts';
import type { Transport, TransportReply, TransportRequest } from './transport.ts';

/** How long a transport may take to end a call of its own accord once the signal has fired. */
const abortGraceMs = 250;

/** Holds a transport to its contract: it settles when the signal fires, and rejects with `EgoiError` only. */
export async function callTransport(
  transport: Transport,
  request: TransportRequest,
): Promise<TransportReply> {
  const { signal } = request;
  const { id } = transport;
  if (signal.aborted) throw abortionError(signal, errorContext(request, id), 'not_sent');
  let grace: NodeJS.Timeout | undefined;
  let unfollow: (() => void) | undefined;
  try {
    return await new Promise<TransportReply>((resolve, reject) => {
      const giveUp = (): void =>
        reject(abortionError(signal, errorContext(request, id), 'unknown'));
      unfollow = followSignal(signal, () => {
        // The transport's own error knows how far the call got, so it has the first word.
        grace = setTimeout(giveUp, abortGraceMs);
      });
      transport.call(request).then(resolve, reject);
    });
  } catch (error) {
    if (error instanceof EgoiError) throw error;
    throw new EgoiProtocolError(`transport '${id}' failed in a way that it must not`, {
      ...errorContext(request, id),
      delivery: 'unknown',
      cause: error,
    });
  } finally {
    unfollow?.();
    clearTimeout(grace);
  }
}

/** What every error of one call says about itself. */
export function errorContext(
  request: TransportRequest,
  transport: string,
): Required<Omit<ErrorContext, 'requests' | 'budget'>> {
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

/** A signal made of others and a time limit, with the clean-up that frees them. */
export interface LinkedSignal {
  readonly signal: AbortSignal;
  /** Fires it by hand. */
  fire(reason: unknown): void;
  /** Removes the listeners from the sources and stops the clock. Must be called when the work is done. */
  dispose(): void;
}

/**
 * Fires when the first of its sources fires or when the time is up. Leaves no listener behind after
 * `dispose`, which a long-lived caller's signal would otherwise collect.
 *
 * @param sources signals to follow; `undefined` ones are skipped
 * @param limit the time limit in milliseconds and its name in the error's message
 */
export function linkSignals(
  sources: readonly (AbortSignal | undefined)[],
  limit?: { readonly timeoutMs: number; readonly what: string },
): LinkedSignal {
  const controller = new AbortController();
  const cleanUps: (() => void)[] = [];
  const dispose = () => {
    for (const cleanUp of cleanUps.splice(0)) cleanUp();
  };
  const callbacks = new Set<() => void>();
  followings.set(controller.signal, { callbacks });
  const fire = (reason: unknown) => {
    controller.abort(reason);
    dispose();
    for (const callback of callbacks) callback();
    callbacks.clear();
  };
  for (const source of sources) {
    if (source === undefined) continue;
    if (source.aborted) {
      fire(source.reason);
      break;
    }
    cleanUps.push(followSignal(source, () => fire(source.reason)));
  }
  if (limit !== undefined && !controller.signal.aborted) {
    const { timeoutMs, what } = limit;
    const timer = setTimeout(() => {
      fire(new EgoiTimeoutError(`no answer within ${timeoutMs} ms (${what})`, { timeoutMs }));
    }, timeoutMs);
    cleanUps.push(() => clearTimeout(timer));
  }
  return { signal: controller.signal, fire, dispose };
}

interface Following {
  readonly callbacks: Set<() => void>;
  /** What listens to the signal for them; one of ours calls them by itself. */
  readonly listener?: () => void;
}

const followings = new WeakMap<AbortSignal, Following>();

/**
 * Calls back when a signal fires, until the returned clean-up is called. All who follow one signal
 * share one listener: Node takes more than ten on a signal for a leak and warns.
 *
 * @param source one that has not fired
 */
export function followSignal(source: AbortSignal, onAbort: () => void): () => void {
  const following = followings.get(source) ?? listenTo(source);
  following.callbacks.add(onAbort);
  return () => {
    following.callbacks.delete(onAbort);
    if (following.callbacks.size === 0 && following.listener !== undefined) {
      source.removeEventListener('abort', following.listener);
      followings.delete(source);
    }
  };
}

/**
 * What the work settles with, or an error once the signal fires: for work that heeds no signal, since
 * others share it or a library that knows none does it. It goes on, and its end is passed over.
 *
 * @param signal `undefined` to wait for the work alone
 * @param errorOf makes the error to reject with. @default the signal's reason itself
 */
export function settledBefore<T>(
  work: Promise<T>,
  signal: AbortSignal | undefined,
  errorOf: (reason: unknown) => unknown = (reason) => reason,
): Promise<T> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(errorOf(signal.reason));
    if (signal.aborted) giveUp();
    const unfollow = signal.aborted ? undefined : followSignal(signal, giveUp);
    work.then(resolve, reject).finally(unfollow);
  });
}

function listenTo(source: AbortSignal): Following {
  const callbacks = new Set<() => void>();
  const listener = () => {
    for (const callback of callbacks) callback();
  };
  source.addEventListener('abort', listener, { once: true });
  const following = { callbacks, listener };
  followings.set(source, following);
  return following;
}
