import type { Random } from '@egoi-client/conformance/support/random';

/** Something that reads what strangers send. */
export interface Decoder {
  readonly name: string;
  /** How many inputs it gets for each one of a decoder of share 1. */
  readonly share: number;
  /**
   * Makes one input and reads it.
   *
   * @returns what is wrong with how it ended; `undefined` for a value and for a proper refusal
   */
  readonly run: (random: Random) => string | undefined | Promise<string | undefined>;
  readonly close?: () => Promise<void>;
}
