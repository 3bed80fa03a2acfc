import { EgoiTimeoutError } from './errors/errors.ts';

/** A signal made of others and a time limit, with the clean-up that frees them. */
export interface LinkedSignal {
  readonly signal: AbortSignal;
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
  const fire = (reason: unknown) => {
    controller.abort(reason);
    dispose();
  };
  for (const source of sources) {
    if (source === undefined) continue;
    if (source.aborted) {
      fire(source.reason);
      break;
    }
    const listener = () => fire(source.reason);
    source.addEventListener('abort', listener, { once: true });
    cleanUps.push(() => source.removeEventListener('abort', listener));
  }
  if (limit !== undefined && !controller.signal.aborted) {
    const { timeoutMs, what } = limit;
    const timer = setTimeout(() => {
      fire(new EgoiTimeoutError(`no answer within ${timeoutMs} ms (${what})`, { timeoutMs }));
    }, timeoutMs);
    cleanUps.push(() => clearTimeout(timer));
  }
  return { signal: controller.signal, dispose };
}
