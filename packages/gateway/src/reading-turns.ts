/** How much is read in one turn: some milliseconds of it, a few tens of what takes longest. */
export const pieceBytes = 64 * 1024;

/**
 * Gives the turns in which long bodies are read: one piece of one request in each turn of the event
 * loop, in the order in which they ask, so that whatever else comes is served in between.
 */
export class ReadingTurns {
  readonly #waiting: (() => void)[] = [];

  /** To be awaited before each piece. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      if (this.#waiting.length === 1) setImmediate(this.#give);
    });
  }

  readonly #give = (): void => {
    this.#waiting.shift()?.();
    if (this.#waiting.length > 0) setImmediate(this.#give);
  };
}
