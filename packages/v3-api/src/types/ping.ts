// Written by `pnpm v3:types` from the description of the operations: change it there.

/** The service answers. */
export interface Pong {
  /** Some word. */
  readonly result?: string | undefined;
}
