import type { AxiosError, AxiosResponse, InternalAxiosRequestConfig } from 'axios';
import { settledBefore } from '@egoi-client/core/wire';
import type { EndableTry } from '../http-client.ts';

/** Follows one request through an axios instance, whose interceptors may repeat or replace it. */
export class AxiosAttempt implements EndableTry {
  /** How often the request was handed to an adapter. */
  dispatches = 0;
  /** An adapter came back with an answer to it. */
  answered = false;
  /** The instance has handed the answer over, whose body is being read. */
  isReading = false;
  readonly #controller = new AbortController();

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get aborted(): boolean {
    return this.signal.aborted;
  }

  get reason(): unknown {
    return this.signal.reason;
  }

  abort(reason: unknown): void {
    this.#controller.abort(reason);
  }

  /** Comes last before an adapter, as a transform of the request; nothing is sent after the end. */
  readonly dispatch = (body: unknown): unknown => {
    this.signal.throwIfAborted();
    this.dispatches += 1;
    return body;
  };

  /** Comes first after an adapter, as a transform of the answer. */
  readonly receive = (body: unknown): unknown => {
    this.answered = true;
    return body;
  };

  /** Settles with a promise, or rejects at the end of the try: interceptors need not heed the signal. */
  orEnd<T>(work: Promise<T>): Promise<T> {
    return settledBefore(work, this.signal);
  }

  /** Calls back at the end of the try, at once where that has come. */
  onEnd(callback: () => void): void {
    if (this.aborted) callback();
    else this.signal.addEventListener('abort', callback, { once: true });
  }

  /** Whether an error is one of axios about this very request, and no other that an interceptor made. */
  owns(error: unknown): error is AxiosError & { readonly config: InternalAxiosRequestConfig } {
    if (!isAxiosError(error)) return false;
    const transforms = error.config?.transformRequest;
    return Array.isArray(transforms) && transforms.includes(this.dispatch);
  }

  /** The answer that an error brings along: mocks and interceptors make errors of some statuses. */
  answerOf(error: unknown): AxiosResponse<unknown> | undefined {
    return this.owns(error) ? error.response : undefined;
  }
}

/** By its mark, as the instance may come from another copy of axios. */
export function isAxiosError(error: unknown): error is AxiosError {
  return typeof error === 'object' && error !== null && Reflect.get(error, 'isAxiosError') === true;
}
