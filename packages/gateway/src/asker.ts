import { type LinkedSignal, linkSignals } from '@egoi-client/core';

/** Whoever asked, as long as an answer is waited for. */
export interface Asker {
  /** Why they went, once they have gone. */
  readonly gone: { readonly reason: unknown } | undefined;
  /** Whom to tell when they go. One call follows its asker, and lets go when it has ended. */
  follow(onGone: (reason: unknown) => void): void;
  letGo(): void;
}

/** An asker of whom another says that they went: cheaper for each request than a signal. */
export class ConnectedAsker implements Asker {
  gone: { readonly reason: unknown } | undefined = undefined;
  #onGone: ((reason: unknown) => void) | undefined = undefined;

  follow(onGone: (reason: unknown) => void): void {
    this.#onGone = onGone;
  }

  letGo(): void {
    this.#onGone = undefined;
  }

  leave(reason: unknown): void {
    this.gone = { reason };
    this.#onGone?.(reason);
  }
}

/** The asker behind a request that may bring a signal. */
export function askerBehind(signal: AbortSignal | undefined): Asker {
  return signal === undefined ? new ConnectedAsker() : new SignallingAsker(signal);
}

/** An asker who says by a signal that they went. */
class SignallingAsker extends ConnectedAsker {
  readonly #link: LinkedSignal;

  constructor(signal: AbortSignal) {
    super();
    this.#link = linkSignals([signal]);
    const linked = this.#link.signal;
    const leave = () => this.leave(linked.reason);
    if (linked.aborted) leave();
    else linked.addEventListener('abort', leave, { once: true });
  }

  override letGo(): void {
    super.letGo();
    this.#link.dispose();
  }
}
