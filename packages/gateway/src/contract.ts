/** A request as the gateway takes it, from its own server or from any other. */
export interface HttpRequest {
  /** `GET`, `POST`, … */
  readonly method: string;
  /** Path and query, as the request line has them: `/v2/rest.php?type=json`. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The whole body; empty where there is none. */
  readonly body: Uint8Array;
  /** Fires when whoever asked has gone: the call to the transport ends then. @default never */
  readonly signal?: AbortSignal;
  /**
   * Where the request came in: `https://127.0.0.1:8443`. Gives a WSDL its scheme, and its host where
   * the request names none. @default `http://localhost`
   */
  readonly origin?: string;
}

/** What to send back. */
export interface HttpReply {
  readonly status: number;
  /** Names in lower case; `content-length` is among them. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** The addresses of the four endpoints, by the ids of the transports that speak to them. */
export type GatewayUrls = Readonly<Record<'soap' | 'soap-universal' | 'xmlrpc' | 'rest', string>>;

/** A gateway that listens. */
export interface GatewayServer {
  readonly port: number;
  /** As a client on the same machine reaches them. */
  readonly urls: GatewayUrls;
  /**
   * Takes no new connections and lets running calls end. What still runs after `closeGraceMs` is
   * aborted and its connection destroyed. The transport behind stays open: it is the caller's.
   */
  close(): Promise<void>;
}

/** Serves one transport over the four wires. */
export interface Gateway {
  /** Answers one request, without a server. Never rejects: what goes wrong is an answer too. */
  handle(request: HttpRequest): Promise<HttpReply>;
  /**
   * Starts a server. A gateway may listen in several places at once.
   *
   * @throws EgoiConfigError for wrong options, unusable TLS material, or an address that cannot be had
   */
  listen(options?: ListenOptions): Promise<GatewayServer>;
}

/** Where to listen. */
export interface ListenOptions {
  /** 0 to 65,535; 0 takes any free port. @default 0 */
  readonly port?: number;
  /** Name or address of the interface. @default '127.0.0.1' */
  readonly host?: string;
  /** PEM texts of the private key and the certificate chain; with them the gateway speaks https. @default none: http */
  readonly tls?: { readonly key: string; readonly cert: string };
}

/** Limits and habits of a gateway. The addresses of one IPv6 network of 64 bits count as one. */
export interface GatewayOptions {
  /** Time limit of one call to the transport, in milliseconds, 1 to 86,400,000. @default 60000 */
  readonly timeoutMs?: number;
  /** Time in which the head of a request must have come, in milliseconds, 1 to 86,400,000. @default 10000 */
  readonly headersTimeoutMs?: number;
  /** Time in which a whole request must have come, in milliseconds, 1 to 86,400,000. @default 60000 */
  readonly requestTimeoutMs?: number;
  /** How long `close` waits for running calls, in milliseconds, 1 to 86,400,000. @default 10000 */
  readonly closeGraceMs?: number;
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
  /** Most fields of a REST call, query and body together, 1 to 1,000,000. @default 1000, PHP's own limit */
  readonly maxFormFields?: number;
  /** Largest head of a request, its address included, in bytes. @default 16384 (16 KiB) */
  readonly maxHeaderBytes?: number;
  /** Most connections at once, 1 to 65,535. For one more, a connection is closed that nobody would miss: one with an unfinished head, or an idle one, of the address that has most. @default 256 */
  readonly maxConnections?: number;
  /** Most connections of one address at once, 1 to maxConnections; and most requests at once for one that a trusted proxy names. @default half of maxConnections */
  readonly maxConnectionsPerAddress?: number;
  /**
   * Addresses and networks, such as `10.0.0.0/8`, of proxies that stand in front of the gateway. Their
   * requests count for the address that their `X-Forwarded-For` names, and their connections for
   * nobody. Without, all that comes through a proxy counts as one caller. @default none
   */
  readonly trustedProxies?: readonly string[];
  /**
   * The address under which clients see the gateway, such as that of the proxy in front of it; goes
   * into the WSDLs. @default what the client's `Host` header says
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
  /**
   * Told, for a log, of every call that ended without an answer of the transport. An `EgoiError` holds
   * no secret; anything else is a defect and comes as it was thrown, without a call where it happened
   * outside of one. @default none
   */
  readonly onError?: (error: unknown, call: FailedCall | undefined) => void;
}

/** Which call `onError` is about. */
export interface FailedCall {
  readonly method: string;
  readonly callId: string;
}
