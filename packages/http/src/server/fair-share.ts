/** How much there is of something, and how much of it one caller may have. */
export interface FairShareLimits {
  readonly max: number;
  readonly maxPerCaller: number;
  /** What must always fit into an empty room. */
  readonly largest: number;
}

/**
 * Counts what callers hold of something that there is only so much of. The last eighth is kept for those
 * who hold little, so that a few who take all they may do not shut out those who come after them.
 */
export class FairShare {
  readonly #limits: FairShareLimits;
  readonly #reserve: number;
  /** What a caller may hold and still count as one who holds little. */
  readonly little: number;
  readonly #held = new Map<string, number>();
  #total = 0;

  constructor(limits: FairShareLimits) {
    const { max, largest } = limits;
    this.#limits = limits;
    this.#reserve = Math.min(Math.floor(max / 8), max - largest);
    this.little = Math.max(1, Math.floor(max / 16));
  }

  heldBy(caller: string): number {
    return this.#held.get(caller) ?? 0;
  }

  /** Who holds more than a little, those who hold most first. */
  greedy(): readonly string[] {
    return [...this.#held]
      .filter(([, held]) => held > this.little)
      .toSorted(([, one], [, other]) => other - one)
      .map(([caller]) => caller);
  }

  /**
   * Whether there is no room for more, because of what the caller holds or because of what all hold.
   *
   * @param caller `undefined` for one who speaks for many, of whom no share is kept
   */
  shortage(caller: string | undefined, amount: number): 'caller' | 'all' | undefined {
    const { max, maxPerCaller } = this.#limits;
    const after = caller === undefined ? 0 : this.heldBy(caller) + amount;
    if (after > maxPerCaller) return 'caller';
    const room = after > this.little ? max - this.#reserve : max;
    return this.#total + amount > room ? 'all' : undefined;
  }

  add(caller: string | undefined, amount: number): void {
    this.#total += amount;
    if (caller !== undefined) this.#held.set(caller, this.heldBy(caller) + amount);
  }

  remove(caller: string | undefined, amount: number): void {
    this.#total -= amount;
    if (caller === undefined) return;
    const left = this.heldBy(caller) - amount;
    if (left > 0) this.#held.set(caller, left);
    else this.#held.delete(caller);
  }
}
