import type { IncomingMessage } from 'node:http';
import { pieceBytes, type ReadingTurns } from './reading-turns.ts';

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

/** How a body was taken in: how many bytes it has, or why not all of it has been read. */
export type Received =
  | { readonly bytes: number }
  | { readonly problem: 'too-large' | 'no-room' | 'gone' };

/** What the bodies of a server's requests share. */
export interface BodyReception {
  /** Largest body. */
  readonly maxBytes: number;
  readonly budget: BodyBudget;
  readonly turns: ReadingTurns;
}

/**
 * Hands on the body of a request while it arrives, a long one piece by piece, each in a turn of its
 * own. All of it counts against the budget, as what was made of it is held; after `bytes` the caller
 * gives them back, otherwise that has been done.
 *
 * @param read takes the next piece; does not throw
 */
export function receiveBody(
  request: IncomingMessage,
  reception: BodyReception,
  read: (bytes: Uint8Array) => void,
): Promise<Received> {
  return new Promise((resolve) => {
    const receiver = new BodyReceiver(request, reception, read, resolve);
    // Every request is closed after its end, also one that broke off; listeners stay, for taking them off costs more.
    request
      .on('data', (chunk: Uint8Array) => receiver.take(chunk))
      .on('end', () => receiver.end())
      .on('close', () => receiver.close());
  });
}

/** Bodies up to this size are read at once. */
const shortBytes = 16 * 1024;
/** Chunks below this are copied together: one for each would take many times its bytes. */
const smallChunkBytes = 4 * 1024;
const gatheredBytes = 16 * 1024;

class BodyReceiver {
  readonly #request: IncomingMessage;
  readonly #reception: BodyReception;
  readonly #read: (bytes: Uint8Array) => void;
  readonly #resolve: (received: Received) => void;
  #size = 0;
  #settled = false;
  #ended = false;
  #isReading = false;
  /** What has come and was not read. */
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  /** The last of what waits, as far as it is filled with small chunks. */
  #gathered: { readonly buffer: Uint8Array; length: number } | undefined = undefined;

  constructor(
    request: IncomingMessage,
    reception: BodyReception,
    read: (bytes: Uint8Array) => void,
    resolve: (received: Received) => void,
  ) {
    this.#request = request;
    this.#reception = reception;
    this.#read = read;
    this.#resolve = resolve;
  }

  take(chunk: Uint8Array): void {
    if (this.#settled) return;
    const { maxBytes, budget } = this.#reception;
    if (this.#size + chunk.byteLength > maxBytes) return this.#settle({ problem: 'too-large' });
    if (!budget.take(chunk.byteLength)) return this.#settle({ problem: 'no-room' });
    this.#size += chunk.byteLength;
    this.#keep(chunk);
    if (this.#waitingBytes < pieceBytes || this.#isReading) return undefined;
    this.#request.pause();
    void this.#readInTurns();
    return undefined;
  }

  end(): void {
    this.#ended = true;
    if (this.#settled || this.#isReading) return;
    if (this.#size > shortBytes) void this.#readInTurns();
    else {
      for (const piece of this.#takeWaiting()) this.#read(piece);
      this.#settle({ bytes: this.#size });
    }
  }

  close(): void {
    if (!this.#ended) this.#settle({ problem: 'gone' });
  }

  #settle(received: Received): void {
    if (this.#settled) return;
    this.#settled = true;
    if ('problem' in received) this.#reception.budget.giveBack(this.#size);
    this.#waiting = [];
    this.#gathered = undefined;
    this.#resolve(received);
  }

  async #readInTurns(): Promise<void> {
    this.#isReading = true;
    for (const piece of this.#takeWaiting()) {
      for (let at = 0; at < piece.byteLength; at += pieceBytes) {
        await this.#reception.turns.next();
        if (this.#settled) return;
        this.#read(piece.subarray(at, at + pieceBytes));
      }
    }
    this.#isReading = false;
    // What came meanwhile comes from the stream's own room.
    if (!this.#ended) this.#request.resume();
    else if (this.#waiting.length > 0) void this.#readInTurns();
    else this.#settle({ bytes: this.#size });
  }

  #takeWaiting(): readonly Uint8Array[] {
    this.#closeGathered();
    const pieces = this.#waiting;
    this.#waiting = [];
    this.#waitingBytes = 0;
    return pieces;
  }

  #keep(chunk: Uint8Array): void {
    this.#waitingBytes += chunk.byteLength;
    const isSmall = chunk.byteLength < smallChunkBytes;
    // Nearly all bodies come in one piece, which is read as it is.
    if (!isSmall || this.#size === chunk.byteLength) {
      this.#closeGathered();
      this.#waiting.push(chunk);
      return;
    }
    const length = this.#gathered?.length ?? 0;
    if (length + chunk.byteLength > gatheredBytes) this.#closeGathered();
    this.#gathered ??= { buffer: new Uint8Array(gatheredBytes), length: 0 };
    this.#gathered.buffer.set(chunk, this.#gathered.length);
    this.#gathered.length += chunk.byteLength;
  }

  #closeGathered(): void {
    if (this.#gathered === undefined) return;
    this.#waiting.push(this.#gathered.buffer.subarray(0, this.#gathered.length));
    this.#gathered = undefined;
  }
}
