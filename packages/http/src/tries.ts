import { EgoiAbortError, EgoiTimeoutError } from '@egoi-client/core';
import { abortionError, followSignal } from '@egoi-client/core/wire';
import type { HttpExchange } from './contract.ts';

/** A try that can be ended before its time. */
export interface EndableTry {
  readonly aborted: boolean;
  readonly reason: unknown;
  abort(reason: unknown): void;
}

/** The tries of one client that are under way: each ends with its caller's signal, its time or the client. */
export class Tries {
  readonly #timeoutMs: number;
  readonly #underWay = new Set<EndableTry>();
  #closed: EgoiAbortError | undefined;

  /** @param timeoutMs for each */
  constructor(timeoutMs: number) {
    this.#timeoutMs = timeoutMs;
  }

  /**
   * Begins a try.
   *
   * @returns the clean-up
   * @throws EgoiError where it has ended already
   */
  begin(one: EndableTry, { signal, context }: HttpExchange): () => void {
    if (this.#closed !== undefined) one.abort(this.#closed);
    else if (signal.aborted) one.abort(signal.reason);
    if (one.aborted) throw abortionError(one, context, 'not_sent');
    const timeoutMs = this.#timeoutMs;
    const unfollow = followSignal(signal, () => one.abort(signal.reason));
    const timer = setTimeout(() => {
      const message = `no answer within ${timeoutMs} ms (one try)`;
      one.abort(new EgoiTimeoutError(message, { timeoutMs }));
    }, timeoutMs);
    this.#underWay.add(one);
    return () => {
      this.#underWay.delete(one);
      clearTimeout(timer);
      unfollow();
    };
  }

  /** Ends all, and whatever begins later. */
  close(): void {
    this.#closed ??= new EgoiAbortError('the transport was closed');
    for (const one of this.#underWay) one.abort(this.#closed);
  }
}
