import type { TransportRequest } from '@egoi-client/core';
import type { AnswerDecoder, ErrorContext, RequestLimits } from '@egoi-client/core/wire';

/** What a transport may be told about its connections. */
export interface HttpOptions {
  /** Time limit of one try, in milliseconds, 1 to 86,400,000. @default 60000 */
  readonly timeoutMs?: number;
  /** Largest answer, in bytes after decompression. @default 67108864 (64 MiB) */
  readonly maxResponseBytes?: number;
  /** Largest request body, in bytes. @default 52428800 (50 MiB, the service's own limit) */
  readonly maxRequestBytes?: number;
  /** Most connections at once, 1 to 1,024; further calls wait. @default 16 */
  readonly maxConnections?: number;
  /**
   * Address of an HTTP proxy, `http://host:port`, `https://host:port` where it speaks TLS itself, with its
   * login as `http://user:password@host:port`; or `environment`, for what `HTTP_PROXY`, `HTTPS_PROXY`,
   * `ALL_PROXY` and `NO_PROXY` say at the first request to an address. @default none
   */
  readonly proxy?: string;
  /** PEM certificates to trust in place of the built-in ones, a proxy's too. @default Node's */
  readonly ca?: string;
  /**
   * What sends the requests, in place of connections of its own: a shared client, or one that reaches
   * a gateway without sockets. The options above have no effect then. @default its own connections
   */
  readonly http?: HttpClient;
}

/** A request as a transport hands it over. */
export interface HttpExchange {
  readonly url: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly headers: Readonly<Record<string, string>>;
  /** A text, or its pieces, some tens of KB each: the same ones each time they are read. */
  readonly body?: string | Iterable<string>;
  readonly signal: AbortSignal;
  /** Goes into every error of this exchange. */
  readonly context: ErrorContext;
  /**
   * Takes the text of the answer piece by piece as it arrives, so that nothing holds it whole. What
   * it throws ends the exchange and its connection. A client that has the whole text at once may
   * give it in the answer instead.
   */
  readonly onText?: (text: string, head: HttpAnswerHead) => void;
  /** Headers of the answer to tell of, by their names in lower case. @default none */
  readonly wantedHeaders?: readonly string[];
  /** Told of the headers that go out, names and values in turn, before anything of them does. Must not throw. */
  readonly onSending?: (headers: readonly string[]) => void;
  /** Told of all headers of the answer, names and values in turn, before its body. Must not throw. */
  readonly onAnswering?: (status: number, headers: readonly string[]) => void;
}

/** What is known of an answer before its body. */
export interface HttpAnswerHead {
  readonly status: number;
  /** The media type without parameters, lower case; `''` where there is none. */
  readonly mediaType: string;
  /** From `Retry-After`, in milliseconds. */
  readonly retryAfterMs?: number;
  /** Those of the wanted headers that came, by their names in lower case. @default none */
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer, decompressed and decoded. */
export interface HttpAnswer extends HttpAnswerHead {
  /** The whole body; `''` where `onText` has taken it. */
  readonly text: string;
  /**
   * It ended before the request was wholly sent, so that it answers no more than a part of it.
   * @default false
   */
  readonly beforeRequestEnd?: boolean;
}

/** One set of connections. */
export interface HttpClient {
  /** Rejects only with an `EgoiError`; any status is an answer. */
  send(exchange: HttpExchange): Promise<HttpAnswer>;
  close(): Promise<void>;
}

/** What a protocol adds to an HTTP client to make a transport. */
export interface WireProtocol<Id extends string> {
  readonly id: Id;
  /** How much one call may hold. @default the service's 50 MB, measured as JSON */
  readonly limits?: RequestLimits;
  /**
   * Writes one call. May throw `EgoiInputError` or `EgoiUnsupportedError`: nothing is sent then. So may
   * the pieces of the body, and there a `WireFormatError` stands for values that cannot be written.
   */
  encode(request: TransportRequest, context: ErrorContext): EncodedCall | Promise<EncodedCall>;
  /**
   * Makes what reads the answer to one call, and takes nothing but an answer of this protocol. It may
   * tell the request's `onItem` of items; one that is not there belongs to an answer without success.
   */
  decoder(request: TransportRequest): AnswerDecoder;
}

export type EncodedCall = Pick<HttpExchange, 'url' | 'headers'> & {
  readonly body: string | Iterable<string>;
};
