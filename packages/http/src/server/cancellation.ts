import { type LinkedSignal, linkSignals } from '@egoi-client/core/wire';

/** Whether an answer is still wanted, as long as it is waited for. */
export interface Cancellation {
  /** Why it is wanted no more, once that is so. */
  readonly requested: { readonly reason: unknown } | undefined;
  /** Fires when it is requested. Made when it is asked for: it costs more than the rest of a small request. */
  readonly signal: AbortSignal;
  /** Whom to tell when it is requested. One listens, and releases when it has ended. */
  listen(onRequested: (reason: unknown) => void): void;
  release(): void;
}

/** A cancellation that another requests: cheaper for each request than a signal. */
export class CancellationSource implements Cancellation {
  requested: { readonly reason: unknown } | undefined = undefined;
  #onRequested: ((reason: unknown) => void) | undefined = undefined;
  #controller: AbortController | undefined = undefined;

  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.requested !== undefined) this.#controller.abort(this.requested.reason);
    return this.#controller.signal;
  }

  listen(onRequested: (reason: unknown) => void): void {
    this.#onRequested = onRequested;
  }

  release(): void {
    this.#onRequested = undefined;
  }

  request(reason: unknown): void {
    this.requested = { reason };
    this.#onRequested?.(reason);
    this.#controller?.abort(reason);
  }
}

/** The cancellation of a request that may bring a signal. */
export function cancellationBy(signal: AbortSignal | undefined): Cancellation {
  return signal === undefined ? new CancellationSource() : new LinkedCancellation(signal);
}

/** A cancellation that a signal requests. */
class LinkedCancellation extends CancellationSource {
  readonly #link: LinkedSignal;

  constructor(signal: AbortSignal) {
    super();
    this.#link = linkSignals([signal]);
    const linked = this.#link.signal;
    const request = () => this.request(linked.reason);
    if (linked.aborted) request();
    else linked.addEventListener('abort', request, { once: true });
  }

  override release(): void {
    super.release();
    this.#link.dispose();
  }
}
