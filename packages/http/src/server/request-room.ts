import { FairShare, type FairShareLimits } from './fair-share.ts';

/** What all requests together, and those of one caller, may take. */
export interface RequestRoomLimits {
  /** Of what they make the server hold. */
  readonly bytes: FairShareLimits;
  readonly maxRequestsPerCaller: number;
}

/** How slowly a body may come. */
export interface BodyPace {
  /** Bytes a second; 0 for any. */
  readonly minBytesPerSecond: number;
  /** How long it may stay behind that, in milliseconds. */
  readonly graceMs: number;
}

/** Why a request is not taken in any further. */
export type GiveUpReason = 'no-room' | 'body-too-slow';

/** What takes room for a request: first what receives its body, then its answer. */
export interface RoomTaker {
  /** Whether the server itself does not take what comes: the caller is not slow then. */
  readonly isHeldBack: boolean;
  /** Ends it. */
  giveUp(reason: GiveUpReason): void;
}

/**
 * The room for requests and for what they make a server hold: bodies, and answers that wait for their
 * readers. Where it is short, the caller that holds most gives up what it is sending or not reading. A
 * body that comes too slowly is given up in any case.
 */
export class RequestRoom {
  readonly #holdings: Holdings;

  constructor({ bytes, maxRequestsPerCaller }: RequestRoomLimits, pace: BodyPace) {
    const requests = {
      max: Number.MAX_SAFE_INTEGER,
      maxPerCaller: maxRequestsPerCaller,
      largest: 1,
    };
    this.#holdings = new Holdings(new FairShare(bytes), new FairShare(requests), pace);
  }

  /** Begins to take a request in. @returns `undefined` when its caller has as many as it may have */
  enter(caller: string, taker: RoomTaker): HeldRequest | undefined {
    const { requests } = this.#holdings;
    if (requests.shortage(caller, 1) !== undefined) return undefined;
    requests.add(caller, 1);
    return new HeldRequest(caller, taker, this.#holdings);
  }
}

/** What all requests hold. */
class Holdings {
  readonly bytes: FairShare;
  readonly requests: FairShare;
  readonly pace: BodyPace;
  /** Those that may be given up. */
  readonly #open = new Set<HeldRequest>();
  #timer: NodeJS.Timeout | undefined = undefined;

  constructor(bytes: FairShare, requests: FairShare, pace: BodyPace) {
    this.bytes = bytes;
    this.requests = requests;
    this.pace = pace;
  }

  open(held: HeldRequest): void {
    this.#open.add(held);
    if (this.pace.minBytesPerSecond > 0) this.#timer ??= this.#startTimer();
  }

  close(held: HeldRequest): void {
    this.#open.delete(held);
  }

  /** Makes room for what has come, where others must give it up. @returns whether there is room */
  makeRoom(caller: string, bytes: number): boolean {
    for (;;) {
      const shortage = this.bytes.shortage(caller, bytes);
      if (shortage === undefined) return true;
      if (shortage === 'caller') return false;
      const other = this.#largestOfWhoHoldsMore(this.bytes.heldBy(caller) + bytes);
      if (other === undefined) return false;
      other.giveUp('no-room');
    }
  }

  #largestOfWhoHoldsMore(thanBytes: number): HeldRequest | undefined {
    let found: HeldRequest | undefined;
    let foundHeld = thanBytes;
    for (const held of this.#open) {
      const heldByCaller = this.bytes.heldBy(held.caller);
      if (held.bytes === 0 || heldByCaller < foundHeld || heldByCaller === thanBytes) continue;
      if (heldByCaller === foundHeld && held.bytes <= (found?.bytes ?? 0)) continue;
      found = held;
      foundHeld = heldByCaller;
    }
    return found;
  }

  #startTimer(): NodeJS.Timeout {
    const timer = setInterval(
      // What has come and waits to be read is read first: the server may have been the slow one.
      () => setImmediate(() => this.#giveUpSlow()),
      Math.max(10, Math.ceil(this.pace.graceMs / 4)),
    );
    return timer.unref();
  }

  #giveUpSlow(): void {
    const nowMs = performance.now();
    for (const held of this.#open) {
      if (held.isDue(nowMs)) held.giveUp('body-too-slow');
    }
    if (this.#open.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}

/** What one request makes the server hold. */
export class HeldRequest {
  readonly caller: string;
  bytes = 0;
  #taker: RoomTaker;
  readonly #holdings: Holdings;
  #dueMs: number;
  #hasLeft = false;

  constructor(caller: string, taker: RoomTaker, holdings: Holdings) {
    this.caller = caller;
    this.#taker = taker;
    this.#holdings = holdings;
    this.#dueMs = performance.now() + holdings.pace.graceMs;
    holdings.open(this);
  }

  /** Counts in what has come of the body. @returns `false` when there is no room for it */
  take(bytes: number): boolean {
    if (!this.#holdings.makeRoom(this.caller, bytes)) return false;
    this.#hold(bytes);
    const { graceMs, minBytesPerSecond } = this.#holdings.pace;
    const earnedMs = (bytes * 1000) / minBytesPerSecond;
    this.#dueMs = Math.min(performance.now() + graceMs, this.#dueMs + earnedMs);
    return true;
  }

  /** All of the body has come: what is made of it is held for as long as the call takes, whoever needs room. */
  complete(): void {
    this.#holdings.close(this);
  }

  /**
   * In place of the body an answer is held, however much it is, until the request leaves.
   *
   * @param onGiveUp ends it, unread, when others need the room
   */
  answer(bytes: number, onGiveUp: () => void): void {
    if (this.#hasLeft) return;
    this.#dropBytes();
    this.#hold(bytes);
    // How fast an answer is read cannot be seen: the connection has a time limit for it.
    this.#taker = { isHeldBack: true, giveUp: onGiveUp };
    this.#holdings.open(this);
  }

  isDue(nowMs: number): boolean {
    if (this.#taker.isHeldBack) this.#dueMs = nowMs + this.#holdings.pace.graceMs;
    return nowMs > this.#dueMs;
  }

  giveUp(reason: GiveUpReason): void {
    this.#taker.giveUp(reason);
    this.leave();
  }

  /** Gives back all that is held. */
  leave(): void {
    if (this.#hasLeft) return;
    this.#hasLeft = true;
    this.#holdings.close(this);
    this.#dropBytes();
    this.#holdings.requests.remove(this.caller, 1);
  }

  #hold(bytes: number): void {
    this.#holdings.bytes.add(this.caller, bytes);
    this.bytes += bytes;
  }

  #dropBytes(): void {
    if (this.bytes > 0) this.#holdings.bytes.remove(this.caller, this.bytes);
    this.bytes = 0;
  }
}
