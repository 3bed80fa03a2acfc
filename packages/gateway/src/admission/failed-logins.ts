/** How many wrong passwords in a row are looked at, of one user from one caller. */
const maxTries = 10;

/** How long no more of them are looked at then, from the first of them on, in milliseconds. */
const windowMs = 60_000;

/** Of as many pairs of a user and a caller is something remembered; then the oldest are forgotten. */
const maxPairs = 10_000;

interface Tries {
  count: number;
  readonly sinceMs: number;
}

/**
 * Counts the wrong passwords of each user from each caller, so that nobody tries out a dictionary. By
 * both: by the user alone, anybody could lock out a program from anywhere.
 */
export class FailedLogins {
  readonly #tries = new Map<string, Tries>();
  readonly #now: () => number;

  /** @param now a clock in milliseconds */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Whether a password of the pair is worth a look. */
  mayTry(username: string, caller: string): boolean {
    const pair = pairOf(username, caller);
    const tries = this.#tries.get(pair);
    if (tries === undefined || tries.count < maxTries) return true;
    if (this.#now() - tries.sinceMs < windowMs) return false;
    this.#tries.delete(pair);
    return true;
  }

  failed(username: string, caller: string): void {
    const pair = pairOf(username, caller);
    const nowMs = this.#now();
    const tries = this.#tries.get(pair);
    if (tries !== undefined && nowMs - tries.sinceMs < windowMs) {
      tries.count += 1;
      return;
    }
    // Set anew, it comes last in the order in which pairs are forgotten.
    this.#tries.delete(pair);
    this.#tries.set(pair, { count: 1, sinceMs: nowMs });
    const [oldest] = this.#tries.keys();
    if (this.#tries.size > maxPairs && oldest !== undefined) this.#tries.delete(oldest);
  }

  succeeded(username: string, caller: string): void {
    if (this.#tries.size > 0) this.#tries.delete(pairOf(username, caller));
  }
}

function pairOf(username: string, caller: string): string {
  return JSON.stringify([username, caller]);
}
