/** Options that every method takes beside its parameters. */
export interface CallOptions {
  /** Ends the call; it then rejects with `EgoiAbortError`. */
  readonly signal?: AbortSignal | undefined;
  /** Time limit of the whole call with all its tries, in milliseconds. @default the client's */
  readonly timeoutMs?: number | undefined;
}

/** What a method without parameters is called with. */
export type NoParams = Readonly<Record<string, never>>;

declare const notGiven: unique symbol;

/**
 * Stands beside the parameters of a general form. Of several signatures TypeScript first looks for one
 * whose optional parameters are all there, and would find a general one, which has few, before the
 * special one that stands first; a parameter that nobody gives makes them equal.
 */
export interface GeneralForm {
  readonly [notGiven]?: never;
}
