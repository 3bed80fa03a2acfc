// Written by `pnpm v3:types` from the description of the operations: change it there.

/** Nothing: an empty JSON object. */
export interface PingBody {}

/** The service answers. */
export interface Pong {
  /** Some word. */
  readonly result?: string | undefined;
}

/** Input of ping. */
export interface PingInput {
  /** Nothing: an empty JSON object. */
  readonly body: PingBody;
}
