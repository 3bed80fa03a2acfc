/** Characters that are read in one turn of the event loop: a few milliseconds of it. */
const charactersPerTurn = 128 * 1024;

/**
 * Gives the event loop its turns while a long text is read. A fast sender keeps the socket readable,
 * and Node hands out two megabytes of it before anything else may run.
 */
export class Turns {
  #characters = 0;

  /** To be awaited after each piece. */
  async after(characters: number): Promise<void> {
    this.#characters += characters;
    if (this.#characters < charactersPerTurn) return;
    this.#characters = 0;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
