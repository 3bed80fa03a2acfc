import type { IncomingMessage } from 'node:http';

/** How many bytes of bodies all requests together hold. */
export interface BodyBudget {
  /** Counts bytes in; `false` when there is no room for them. */
  take(bytes: number): boolean;
  giveBack(bytes: number): void;
}

export function bodyBudget(maxBytes: number): BodyBudget {
  let held = 0;
  return {
    take(bytes) {
      if (held + bytes > maxBytes) return false;
      held += bytes;
      return true;
    },
    giveBack(bytes) {
      held -= bytes;
    },
  };
}

/** A body, or why there is none. */
export type Received =
  | { readonly body: Uint8Array }
  | { readonly problem: 'too-large' | 'no-room' | 'gone' };

/**
 * Takes in the body of a request. What is held counts against the budget; after a `body` the caller
 * gives it back, otherwise that has been done.
 *
 * @param maxBytes largest body
 */
export function receiveBody(
  request: IncomingMessage,
  maxBytes: number,
  budget: BodyBudget,
): Promise<Received> {
  return new Promise((resolve) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    const settle = (received: Received) => {
      request.off('data', onData).off('end', onEnd).off('error', onGone).off('close', onGone);
      if ('problem' in received) budget.giveBack(size);
      resolve(received);
    };
    const onData = (chunk: Uint8Array) => {
      if (size + chunk.byteLength > maxBytes) settle({ problem: 'too-large' });
      else if (!budget.take(chunk.byteLength)) settle({ problem: 'no-room' });
      else {
        size += chunk.byteLength;
        chunks.push(chunk);
      }
    };
    const onEnd = () => settle({ body: Buffer.concat(chunks, size) });
    const onGone = () => settle({ problem: 'gone' });
    request.on('data', onData).on('end', onEnd).on('error', onGone).on('close', onGone);
  });
}
