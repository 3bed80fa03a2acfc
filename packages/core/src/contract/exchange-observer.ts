/** One HTTP exchange of a call, as its transport is about to make it. Nothing in it is redacted. */
export interface ObservedRequest {
  /** The `id` of the transport; of a `fallback` that of the one that is asked. */
  readonly transport: string | undefined;
  /** Which try of the call it belongs to, from 1. */
  readonly attempt: number;
  readonly method: string;
  /** With its query. */
  readonly url: string;
  /** Those that the transport itself sets. */
  readonly headers: Readonly<Record<string, string>>;
  /** A text, or its pieces: the same each time they are read. */
  readonly body: string | Iterable<string> | undefined;
}

/** Follows one HTTP exchange of a call. Its functions are called in this order, and must not throw. */
export interface ExchangeObserver {
  /**
   * Told of the headers that go out, where the HTTP client says so. Nothing was sent before.
   *
   * @param headers names and values in turn
   */
  sending(headers: readonly string[]): void;
  /** @param headers of the answer, names and values in turn */
  answering(status: number, headers: readonly string[]): void;
  /** Takes the body of the answer, decompressed and decoded, piece by piece as it arrives. */
  text(piece: string): void;
  /** Told once, last. @param error what the exchange failed with; nothing where an answer came */
  ended(error?: unknown): void;
}

/** Begins to follow an HTTP exchange. A call may take several: tries, further steps, a WSDL. */
export type ObserveExchange = (request: ObservedRequest) => ExchangeObserver;
