import type { WireName } from '@egoi-client/transports';

/** What one wire did. */
export interface WireFinding {
  readonly wire: WireName;
  readonly address: string;
  /** The result of `getCredits`, or the code of the API's refusal; `undefined` without an answer of the API. */
  readonly answer: { readonly result: unknown } | { readonly code: string } | undefined;
  /** Whether nobody is there, or something that is no service of E-goi's, as where an API has ended. */
  readonly isAbsent: boolean;
  /** The whole call with its connection, in milliseconds. */
  readonly durationMs: number;
  /** Whether the WSDL describes the call; `undefined` for wires without one. */
  readonly hasWsdl: boolean | undefined;
  /** What is wrong, and what to do about it. */
  readonly problems: readonly string[];
}

/** What the TLS handshake with the host told. */
export interface TlsFinding {
  /** For people: version and certificate. */
  readonly text: string;
  readonly problems: readonly string[];
}
