import type { NoiseCounts } from '../contract.ts';
import type { Noise } from './noise.ts';

/** Counts the contacts that were cleaned, and what of. */
export class NoiseTally {
  #cleaned = 0;
  readonly #noise = new Map<Noise, number>();

  /** Takes note of one contact. */
  add(noise: readonly Noise[]): void {
    this.#cleaned += 1;
    for (const kind of noise) this.#noise.set(kind, (this.#noise.get(kind) ?? 0) + 1);
  }

  /** The counts so far. */
  counts(): { readonly cleaned: number; readonly noise: NoiseCounts } {
    return { cleaned: this.#cleaned, noise: Object.fromEntries(this.#noise) };
  }
}
