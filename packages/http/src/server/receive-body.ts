import type { IncomingMessage } from 'node:http';
import { pieceBytes, type ReadingTurns } from './reading-turns.ts';
import type { GiveUpReason, HeldRequest, RequestRoom, RoomTaker } from './request-room.ts';

/** The room that a request takes, once all of its body has been read, which its caller leaves; or why not all has been read. */
export type Received =
  | { readonly held: HeldRequest }
  | { readonly problem: 'body-too-large' | GiveUpReason | 'gone' };

/** What the bodies of a server's requests share. */
export interface BodyReception {
  /** Largest body. */
  readonly maxBytes: number;
  readonly room: RequestRoom;
  readonly turns: ReadingTurns;
}

/**
 * Hands on the body of a request while it arrives, a long one piece by piece, each in a turn of its
 * own. All of it takes room, as what was made of it is held.
 *
 * @param caller whose request it is
 * @param read takes the next piece; does not throw
 */
export function receiveBody(
  request: IncomingMessage,
  caller: string,
  reception: BodyReception,
  read: (bytes: Uint8Array) => void,
): Promise<Received> {
  return new Promise((resolve) => {
    const receiver = new BodyReceiver(request, caller, reception, read, resolve);
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

class BodyReceiver implements RoomTaker {
  readonly #request: IncomingMessage;
  readonly #caller: string;
  readonly #reception: BodyReception;
  /** None where its caller has as many requests as it may have. */
  readonly #held: HeldRequest | undefined;
  readonly #read: (bytes: Uint8Array) => void;
  readonly #resolve: (received: Received) => void;
  #size = 0;
  #settled = false;
  #ended = false;
  /** Whether what has come is being read, and no more is taken before that. */
  isHeldBack = false;
  /** What has come and was not read. */
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  /** The last of what waits, as far as it is filled with small chunks. */
  #gathered: { readonly buffer: Uint8Array; length: number } | undefined = undefined;

  constructor(
    request: IncomingMessage,
    caller: string,
    reception: BodyReception,
    read: (bytes: Uint8Array) => void,
    resolve: (received: Received) => void,
  ) {
    this.#request = request;
    this.#caller = caller;
    this.#reception = reception;
    this.#read = read;
    this.#resolve = resolve;
    this.#held = reception.room.enter(caller, this);
    if (this.#held === undefined) this.#fail('no-room');
  }

  take(chunk: Uint8Array): void {
    if (this.#settled) return;
    if (this.#size + chunk.byteLength > this.#reception.maxBytes)
      return this.#fail('body-too-large');
    if (this.#held?.take(chunk.byteLength) !== true) return this.#fail('no-room');
    this.#size += chunk.byteLength;
    this.#keep(chunk);
    if (this.#waitingBytes < pieceBytes || this.isHeldBack) return undefined;
    this.#request.pause();
    void this.#readInTurns();
    return undefined;
  }

  end(): void {
    this.#ended = true;
    if (this.#settled || this.isHeldBack) return;
    const isRead =
      this.#size <= shortBytes && this.#reception.turns.readAtOnce(() => this.#readWaiting());
    if (isRead) this.#succeed();
    else void this.#readInTurns();
  }

  close(): void {
    if (!this.#ended) this.#fail('gone');
  }

  giveUp(reason: GiveUpReason): void {
    this.#fail(reason);
  }

  #fail(problem: 'body-too-large' | GiveUpReason | 'gone'): void {
    if (this.#settled) return;
    this.#held?.leave();
    this.#settle({ problem });
  }

  #succeed(): void {
    if (this.#settled || this.#held === undefined) return;
    this.#held.complete();
    this.#settle({ held: this.#held });
  }

  #settle(received: Received): void {
    this.#settled = true;
    this.#waiting = [];
    this.#gathered = undefined;
    this.#resolve(received);
  }

  #readWaiting(): void {
    for (const piece of this.#takeWaiting()) this.#read(piece);
  }

  async #readInTurns(): Promise<void> {
    this.isHeldBack = true;
    for (const piece of this.#takeWaiting()) {
      for (let at = 0; at < piece.byteLength; at += pieceBytes) {
        await this.#reception.turns.next(this.#caller);
        if (this.#settled) return;
        this.#read(piece.subarray(at, at + pieceBytes));
      }
    }
    this.isHeldBack = false;
    // What came meanwhile comes from the stream's own room.
    if (!this.#ended) this.#request.resume();
    else if (this.#waiting.length > 0) void this.#readInTurns();
    else this.#succeed();
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
