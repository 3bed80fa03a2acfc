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

/** A request for which room is taken. */
export interface RequestInRoom {
  readonly caller: string;
  /** Ends it. */
  readonly onGiveUp: (reason: GiveUpReason) => void;
  /** Whether the server itself does not take what comes: the caller is not slow then. */
  readonly isHeldBack: () => boolean;
}

/**
 * The room for requests and for what they make a server hold: bodies, and answers that wait for their
 * readers. Where it is short, the caller that holds most gives up what it is sending or not reading. A
 * body that comes too slowly is given up in any case.
 */
export class RequestRoom {
  readonly #bytes: FairShare;
  readonly #requests: FairShare;
  readonly #pace: BodyPace;
  /** Those that may be given up. */
  readonly #open = new Set<HeldRequest>();
  #timer: NodeJS.Timeout | undefined;

  constructor({ bytes, maxRequestsPerCaller }: RequestRoomLimits, pace: BodyPace) {
    this.#bytes = new FairShare(bytes);
    this.#requests = new FairShare({
      max: Number.MAX_SAFE_INTEGER,
      maxPerCaller: maxRequestsPerCaller,
      largest: 1,
    });
    this.#pace = pace;
  }

  /** Begins to take a request in. @returns `undefined` when its caller has as many as it may have */
  enter(request: RequestInRoom): HeldRequest | undefined {
    if (this.#requests.shortage(request.caller, 1) !== undefined) return undefined;
    this.#requests.add(request.caller, 1);
    const held = new HeldRequest(request, {
      makeRoom: (bytes) => this.#makeRoom(request.caller, bytes),
      add: (bytes) => this.#bytes.add(request.caller, bytes),
      remove: (bytes) => this.#bytes.remove(request.caller, bytes),
      setOpen: (isOpen) => this.#setOpen(held, isOpen),
      leave: () => this.#requests.remove(request.caller, 1),
      pace: this.#pace,
    });
    this.#setOpen(held, true);
    return held;
  }

  #setOpen(held: HeldRequest, isOpen: boolean): void {
    if (!isOpen) this.#open.delete(held);
    else {
      this.#open.add(held);
      if (this.#pace.minBytesPerSecond > 0) this.#timer ??= this.#startTimer();
    }
  }

  #makeRoom(caller: string, bytes: number): boolean {
    for (;;) {
      const shortage = this.#bytes.shortage(caller, bytes);
      if (shortage === undefined) return true;
      if (shortage === 'caller') return false;
      const other = this.#largestOfWhoHoldsMore(this.#bytes.heldBy(caller) + bytes);
      if (other === undefined) return false;
      other.giveUp('no-room');
    }
  }

  #largestOfWhoHoldsMore(thanBytes: number): HeldRequest | undefined {
    let found: HeldRequest | undefined;
    let foundHeld = thanBytes;
    for (const held of this.#open) {
      const heldByCaller = this.#bytes.heldBy(held.caller);
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
      Math.max(10, Math.ceil(this.#pace.graceMs / 4)),
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

/** What a request may do with its room. */
interface RoomOfRequest {
  makeRoom(bytes: number): boolean;
  add(bytes: number): void;
  remove(bytes: number): void;
  setOpen(isOpen: boolean): void;
  leave(): void;
  readonly pace: BodyPace;
}

/** What one request makes the server hold. */
export class HeldRequest {
  readonly caller: string;
  #bytes = 0;
  #onGiveUp: (reason: GiveUpReason) => void;
  #isHeldBack: () => boolean;
  readonly #room: RoomOfRequest;
  #dueMs: number;
  #hasLeft = false;

  constructor({ caller, onGiveUp, isHeldBack }: RequestInRoom, room: RoomOfRequest) {
    this.caller = caller;
    this.#onGiveUp = onGiveUp;
    this.#isHeldBack = isHeldBack;
    this.#room = room;
    this.#dueMs = performance.now() + room.pace.graceMs;
  }

  /** That are held. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Counts in what has come of the body. @returns `false` when there is no room for it */
  take(bytes: number): boolean {
    if (!this.#room.makeRoom(bytes)) return false;
    this.#hold(bytes);
    const { graceMs, minBytesPerSecond } = this.#room.pace;
    const earnedMs = (bytes * 1000) / minBytesPerSecond;
    this.#dueMs = Math.min(performance.now() + graceMs, this.#dueMs + earnedMs);
    return true;
  }

  /** All of the body has come: what is made of it is held for as long as the call takes, whoever needs room. */
  complete(): void {
    this.#room.setOpen(false);
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
    this.#onGiveUp = onGiveUp;
    // How fast an answer is read cannot be seen: the connection has a time limit for it.
    this.#isHeldBack = () => true;
    this.#room.setOpen(true);
  }

  isDue(nowMs: number): boolean {
    if (this.#isHeldBack()) this.#dueMs = nowMs + this.#room.pace.graceMs;
    return nowMs > this.#dueMs;
  }

  giveUp(reason: GiveUpReason): void {
    this.#onGiveUp(reason);
    this.leave();
  }

  /** Gives back all that is held. */
  leave(): void {
    if (this.#hasLeft) return;
    this.#hasLeft = true;
    this.#room.setOpen(false);
    this.#dropBytes();
    this.#room.leave();
  }

  #hold(bytes: number): void {
    this.#room.add(bytes);
    this.#bytes += bytes;
  }

  #dropBytes(): void {
    this.#room.remove(this.#bytes);
    this.#bytes = 0;
  }
}
