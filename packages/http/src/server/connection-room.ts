import { FairShare } from './fair-share.ts';

/**
 * What a connection is at: a head or a handshake that has not ended; nothing, after an answer; a body that
 * still comes; an answer that is not read; or a call, which nobody ends for want of room.
 */
export type ConnectionState = 'unfinished' | 'idle' | 'receiving' | 'unread' | 'calling';

/** A connection as far as its room matters. */
export interface RoomTaker {
  /** `undefined` for a proxy's, which speaks for many. */
  readonly caller: string | undefined;
  state(): ConnectionState;
  /** When it came to be in its state, by a clock in milliseconds. */
  readonly sinceMs: number;
  close(): void;
}

/** What goes first. */
const givenUpFirst: readonly ConnectionState[] = ['unfinished', 'idle', 'unread', 'receiving'];

/**
 * The room for connections. Where it is short, a connection that nobody would miss goes, rather than that
 * the new one is refused: of the caller that has most, as long as it has more than a few; then of
 * anybody's, heads that have not ended before idle connections, those that have waited longest first.
 */
export class ConnectionRoom<Taker extends RoomTaker> {
  readonly #share: FairShare;
  readonly #all = new Set<Taker>();

  /**
   * @param max most connections
   * @param maxPerCaller most connections of one caller
   */
  constructor(max: number, maxPerCaller: number) {
    this.#share = new FairShare({ max, maxPerCaller, largest: 1 });
  }

  /** Lets a connection in, perhaps in place of another. @returns `false` when it has to go itself */
  enter(taker: Taker): boolean {
    const { caller } = taker;
    const shortage = this.#share.shortage(caller, 1);
    if (shortage !== undefined) {
      const other =
        shortage === 'caller'
          ? this.#first((one) => one.caller === caller, ['unfinished', 'idle'])
          : this.#dispensableFor(caller);
      if (other === undefined) return false;
      other.close();
      this.leave(other);
    }
    this.#all.add(taker);
    this.#share.add(caller, 1);
    return true;
  }

  leave(taker: Taker): void {
    if (this.#all.delete(taker)) this.#share.remove(taker.caller, 1);
  }

  #dispensableFor(caller: string | undefined): Taker | undefined {
    for (const greedy of this.#share.greedy()) {
      const found = this.#first((one) => one.caller === greedy, givenUpFirst);
      if (found !== undefined) return found;
      // Who has more than a few takes nothing from those who have less.
      if (greedy === caller) return undefined;
    }
    return this.#first(() => true, ['unfinished', 'idle']);
  }

  #first(
    isMeant: (taker: Taker) => boolean,
    states: readonly ConnectionState[],
  ): Taker | undefined {
    let found: Taker | undefined;
    let foundRank = states.length;
    for (const taker of this.#all) {
      if (!isMeant(taker)) continue;
      const rank = states.indexOf(taker.state());
      if (rank === -1 || rank > foundRank) continue;
      if (rank === foundRank && found !== undefined && found.sinceMs <= taker.sinceMs) continue;
      found = taker;
      foundRank = rank;
    }
    return found;
  }
}
