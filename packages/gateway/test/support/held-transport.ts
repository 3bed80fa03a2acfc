import type { Transport, TransportRequest } from '@egoi-client/core';

/** A call that waits for its answer. */
interface HeldCall {
  readonly request: TransportRequest;
  readonly answer: () => void;
}

/** A transport that answers each call when it is told to. */
export interface HeldTransport extends Transport<'held'> {
  /** The next call that nobody has asked for yet. */
  next(): Promise<HeldCall>;
  /** How many calls have come. */
  readonly count: number;
}

export function heldTransport(): HeldTransport {
  const calls: HeldCall[] = [];
  const askers: ((call: HeldCall) => void)[] = [];
  let count = 0;
  return {
    id: 'held',
    get count() {
      return count;
    },
    call: (request) =>
      new Promise((resolve) => {
        count += 1;
        const call: HeldCall = {
          request,
          answer: () => resolve({ value: 'OK', transport: 'held', durationMs: 0 }),
        };
        const asker = askers.shift();
        if (asker === undefined) calls.push(call);
        else asker(call);
      }),
    next() {
      const call = calls.shift();
      return call === undefined
        ? new Promise((resolve) => askers.push(resolve))
        : Promise.resolve(call);
    },
  };
}

/** Resolves when a signal has fired, with its reason. */
export function fired(signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(signal.reason);
    signal.addEventListener('abort', () => resolve(signal.reason), { once: true });
  });
}
