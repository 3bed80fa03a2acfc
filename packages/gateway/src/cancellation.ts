import { type LinkedSignal, linkSignals } from '@egoi-client/core/wire';

/** Whether a call is still wanted, as long as its answer is waited for. */
export interface Cancellation {
  /** Why it is wanted no more, once that is so. */
  readonly requested: { readonly reason: unknown } | undefined;
  /** Whom to tell when it is requested. One call listens, and releases when it has ended. */
  listen(onRequested: (reason: unknown) => void): void;
  release(): void;
}

/** A cancellation that another requests: cheaper for each call than a signal. */
export class CancellationSource implements Cancellation {
  requested: { readonly reason: unknown } | undefined = undefined;
  #onRequested: ((reason: unknown) => void) | undefined = undefined;

  listen(onRequested: (reason: unknown) => void): void {
    this.#onRequested = onRequested;
  }

  release(): void {
    this.#onRequested = undefined;
  }

  request(reason: unknown): void {
    this.requested = { reason };
    this.#onRequested?.(reason);
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
