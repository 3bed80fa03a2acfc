import type { Readable } from 'node:stream';
import type { Cancellation } from './cancellation.ts';
import type { Refusal } from './refusal.ts';

/** The head of a request. */
export interface RequestHead {
  /** `GET`, `POST`, … */
  readonly method: string;
  /** Path and query, as the request line has them: `/v2/rest.php?type=json`. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /**
   * Where the request came in: `https://127.0.0.1:8443`. Gives addresses in answers, such as a WSDL's,
   * their scheme, and their host where the request names none. @default `http://localhost`
   */
  readonly origin?: string;
  /**
   * Whose request it is: an address, or an IPv6 network of 64 bits, as callers are told apart; the one
   * that a trusted proxy names. @default unknown, without a server of this package
   */
  readonly caller?: string;
}

/** A whole request, as it is handed over where there is no server of this package. */
export interface HttpRequest extends RequestHead {
  /** The whole body; empty where there is none. */
  readonly body: Uint8Array;
  /** Fires when whoever asked has gone: what is done for the request ends then. @default never */
  readonly signal?: AbortSignal;
}

/** What to send back. */
export interface HttpReply {
  readonly status: number;
  /** Names in lower case; `content-length` is among them where the body is no stream. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  /**
   * A body that is sent as it comes, in place of `body`; the headers then have no `content-length`.
   * Destroyed when the client goes. Who makes it ends it before the server closes. @default none
   */
  readonly stream?: Readable;
}

/** A request whose head has been found good. */
export interface AdmittedRequest {
  /** Takes the next bytes of the body, cut anywhere; does not throw. `undefined` where a body is no part of the request: it is thrown away then. */
  readonly write?: ((bytes: Uint8Array) => void) | undefined;
  /**
   * Answers, once all of the body has come. Must end some time, also when it is not cancelled. What it
   * throws is a defect: it is told to `onDefect` and closes the connection.
   *
   * @param cancellation requested when the client has gone, or the server closes; where it is so from
   *   the start, the body need not have come to its end
   */
  answer(cancellation: Cancellation): Promise<HttpReply>;
  /** Told, for a log, that the client went away before all of the body had come: `answer` is not asked. Does not throw. @default none */
  readonly onGone?: () => void;
}

/** What a server serves: it answers requests, and puts the server's refusals into its own words. */
export interface HttpService {
  /** Lets a request in by its head, or replies at once where no body is needed for it. Does not throw. */
  admit(head: RequestHead): AdmittedRequest | { readonly reply: HttpReply };
  /**
   * Says a refusal of the server: with its status and a text of the service's own form. Does not throw.
   *
   * @param head of the request; `undefined` where none could be read as HTTP
   */
  refuse(refusal: Refusal, head: RequestHead | undefined): HttpReply;
  /** Told, for a log, of what the service threw: the client sees no more of it than a closed connection. */
  onDefect(error: unknown): void;
}

/** A server that listens. */
export interface HttpServer {
  readonly port: number;
  /** As a client on the same machine reaches it: `http://127.0.0.1:8080`. */
  readonly origin: string;
  /**
   * Takes another certificate for the connections that come from now on. Those that are open go on with
   * the one that they began with.
   *
   * @throws EgoiConfigError for texts that are no usable pair, and for a server that speaks plain http;
   *   the certificate before stays
   */
  renewTls(tls: TlsKeyPair): void;
  /**
   * Takes no new connections and lets running requests end, each with `Connection: close` on its answer.
   * What still runs after `closeGraceMs` is cancelled and its connection destroyed.
   */
  close(): Promise<void>;
}

/** PEM texts of a private key and of the certificate chain that belongs to it. */
export interface TlsKeyPair {
  readonly key: string;
  readonly cert: string;
}

/** Where to listen. */
export interface ListenOptions {
  /** 0 to 65,535; 0 takes any free port. @default 0 */
  readonly port?: number;
  /** Name or address of the interface. @default '127.0.0.1' */
  readonly host?: string;
  /** PEM texts of the private key and the certificate chain; with them the server speaks https. @default none: http */
  readonly tls?: TlsKeyPair;
}

/** Limits and manners of a server. The addresses of one IPv6 network of 64 bits count as one. */
export interface ServerOptions {
  /** Time limit of answering a request, in milliseconds, 1 to 86,400,000: the service holds to it. A connection over which nothing passes for this and `requestTimeoutMs` together is given up. @default 60000 */
  readonly timeoutMs?: number;
  /** Time in which the head of a request must have come, in milliseconds, 1 to 86,400,000. @default 10000 */
  readonly headersTimeoutMs?: number;
  /** Time in which a whole request must have come, in milliseconds, 1 to 86,400,000. @default 60000 */
  readonly requestTimeoutMs?: number;
  /** How long `close` waits for running requests, in milliseconds, 1 to 86,400,000. @default 10000 */
  readonly closeGraceMs?: number;
  /**
   * How long `close` leaves idle connections open for one more request, in milliseconds, 0 to 86,400,000:
   * a client that sends at the very moment of the close gets an answer then, where it would else not know
   * what became of its request (RFC 9112, 9.3.1 and 9.6). @default 0
   */
  readonly idleGraceMs?: number;
  /** Largest body of a request, in bytes. @default 67108864 (64 MiB) */
  readonly maxBodyBytes?: number;
  /** Most bytes held at once, over all requests: bodies, and answers that wait to be read. Beyond it the caller that holds most is answered 503. @default four times maxBodyBytes */
  readonly maxTotalBodyBytes?: number;
  /** Most bytes held at once for one address, from maxBodyBytes to maxTotalBodyBytes; beyond it the answer is 503. @default half of maxTotalBodyBytes, and not below maxBodyBytes */
  readonly maxBodyBytesPerAddress?: number;
  /** How many bytes of a body must come in a second, on the whole, 0 to 1,000,000,000; the answer to slower ones is 408. 0 takes any. @default 240 */
  readonly minBodyBytesPerSecond?: number;
  /** How long a body may stay behind that, in milliseconds, 1 to 86,400,000. @default 5000 */
  readonly bodyGraceMs?: number;
  /** Largest head of a request, its address included, in bytes. @default 16384 (16 KiB) */
  readonly maxHeaderBytes?: number;
  /** Most connections at once, 1 to 65,535. For one more, a connection is closed that nobody would miss: one with an unfinished head, or an idle one, of the address that has most. @default 256 */
  readonly maxConnections?: number;
  /** Most connections of one address at once, 1 to maxConnections; and most requests at once for one that a trusted proxy names. @default half of maxConnections */
  readonly maxConnectionsPerAddress?: number;
  /**
   * Addresses and networks, such as `10.0.0.0/8`, of proxies that stand in front of the server. Their
   * requests count for the address that their `X-Forwarded-For` names, and their connections for
   * nobody. Without, all that comes through a proxy counts as one caller. @default none
   */
  readonly trustedProxies?: readonly string[];
  /**
   * The address under which clients see the server, such as that of the proxy in front of it.
   *
   * @default what the client's `Host` header says
   */
  readonly publicUrl?: string;
  /**
   * Host names, without ports, that requests may be sent to. A server at a loopback address answers to
   * loopback names (`localhost`, `127.0.0.1`, `[::1]`), to these and to that of `publicUrl`; one at
   * another address answers to any name, unless some are given here. Others are refused with 403, so
   * that no web page gets at the server by a name of its own (DNS rebinding). @default none
   */
  readonly allowedHosts?: readonly string[];
  /**
   * Origins, such as `https://app.example:8443`, whose web pages may send requests; that of `publicUrl`
   * is one. Requests that a browser makes for pages of other origins are refused with 403. There are no
   * CORS headers: what a page may send it still may not read. @default none
   */
  readonly allowedOrigins?: readonly string[];
}
