/** A source of numbers that gives the same ones for the same seed. */
export interface Random {
  /** A whole number from 0 up to, and without, `below`. */
  below(below: number): number;
  /** True once in so many times. */
  oneIn(times: number): boolean;
  /** One of a list, which must not be empty. */
  pick<T>(choices: readonly T[]): T;
}

/** The generator mulberry32. @param seed a whole number; its lowest 32 bits count */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    oneIn: (times) => below(times) === 0,
    pick: (choices) => choices[below(choices.length)] as (typeof choices)[number],
  };
}

/**
 * The seed of one input, so that each can be made again without those before it.
 *
 * @param index the input's number, from 0
 */
export function seedOf(seed: number, decoder: string, index: number): number {
  let hash = 0x811c9dc5;
  for (const character of `${seed}/${decoder}/${index}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash;
}
