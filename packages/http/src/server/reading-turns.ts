/** How much is read in one turn: some milliseconds of it, a few tens of what takes longest. */
export const pieceBytes = 32 * 1024;

/** How long short bodies are read at once before they, too, have to wait for turns, in milliseconds. */
const maxAtOnceMs = 20;

/**
 * Gives the turns in which bodies are read: one piece in each turn of the event loop, so that whatever
 * else comes is served in between, and to the callers in turn, however many bodies each of them sends.
 */
export class ReadingTurns {
  /** The callers by when it is their turn. */
  readonly #waiting = new Map<string, (() => void)[]>();
  #atOnceMs = 0;

  /** To be awaited before each piece. */
  next(caller: string): Promise<void> {
    return new Promise((resolve) => {
      const own = this.#waiting.get(caller);
      if (own !== undefined) own.push(resolve);
      else {
        this.#waiting.set(caller, [resolve]);
        if (this.#waiting.size === 1) setImmediate(this.#give);
      }
    });
  }

  /** Reads something short, unless as much has been read in this turn of the loop that others wait. @returns whether it did */
  readAtOnce(read: () => void): boolean {
    if (this.#atOnceMs > maxAtOnceMs) return false;
    const startMs = performance.now();
    if (this.#atOnceMs === 0) setImmediate(this.#forget);
    read();
    this.#atOnceMs += performance.now() - startMs;
    return true;
  }

  readonly #give = (): void => {
    const [first] = this.#waiting;
    if (first === undefined) return;
    const [caller, own] = first;
    const start = own.shift();
    // Behind all others, as who has just been served.
    this.#waiting.delete(caller);
    if (own.length > 0) this.#waiting.set(caller, own);
    if (this.#waiting.size > 0) setImmediate(this.#give);
    start?.();
  };

  readonly #forget = (): void => {
    this.#atOnceMs = 0;
  };
}
