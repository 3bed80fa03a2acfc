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
    let settled = false;
    const settle = (received: Received) => {
      settled = true;
      if ('problem' in received) budget.giveBack(size);
      chunks.length = 0;
      resolve(received);
    };
    const onData = (chunk: Uint8Array) => {
      if (settled) return;
      if (size + chunk.byteLength > maxBytes) settle({ problem: 'too-large' });
      else if (!budget.take(chunk.byteLength)) settle({ problem: 'no-room' });
      else {
        size += chunk.byteLength;
        chunks.push(chunk);
      }
    };
    const onEnd = () => {
      if (!settled) settle({ body: wholeOf(chunks, size) });
    };
    const onGone = () => {
      if (!settled) settle({ problem: 'gone' });
    };
    // Every request is closed after its end, also one that broke off; listeners stay, for taking them off costs more.
    request.on('data', onData).on('end', onEnd).on('close', onGone);
  });
}

/** Nearly all bodies come in one piece. */
function wholeOf(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [first] = chunks;
  return chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks, size);
}
