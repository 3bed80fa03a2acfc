import type {
  HttpReply,
  HttpRequest,
  HttpService,
  ListenOptions,
  ServerOptions,
  TlsKeyPair,
} from '@egoi-client/http/server';

import type { EndedCall } from './ended-call.ts';
import type { Admission } from './admission/contract.ts';
import type { V3Account } from './v3-server.ts';
import type { WebhookReceiver } from './webhook-service.ts';

/** The addresses of the four endpoints, by the ids of the transports that speak to them. */
export type GatewayUrls = Readonly<Record<'soap' | 'soap-universal' | 'xmlrpc' | 'rest', string>>;

/** A gateway that listens. */
export interface GatewayServer {
  readonly port: number;
  /** As a client on the same machine reaches them. */
  readonly urls: GatewayUrls;
  /** The base address of API v3, where the gateway serves it too: `http://127.0.0.1:8080/v3`. */
  readonly v3Url: string | undefined;
  /**
   * Takes another certificate for the connections that come from now on. Those that are open go on with
   * the one that they began with.
   *
   * @throws EgoiConfigError for texts that are no usable pair, and for a gateway that speaks plain http;
   *   the certificate before stays
   */
  renewTls(tls: TlsKeyPair): void;
  /**
   * Takes no new connections and lets running calls end, each with `Connection: close` on its answer.
   * What still runs after `closeGraceMs` is aborted and its connection destroyed. The transport behind
   * stays open: it is the caller's.
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

/** Limits and habits of a gateway: those of its server, and of its calls. */
export interface GatewayOptions extends ServerOptions {
  /** Time limit of one call to the transport, in milliseconds, 1 to 86,400,000. @default 60000 */
  readonly timeoutMs?: number;
  /** Most fields of a REST call, query and body together, 1 to 1,000,000. @default 1000, PHP's own limit */
  readonly maxFormFields?: number;
  /**
   * Who may call on the four wires, and with which key calls go on; `listedAdmission` makes one of lists.
   * Who is not let in gets an error of the API as the answer, and nothing is sent on.
   *
   * @default everybody, with the credentials that each call brings along
   */
  readonly admission?: Admission;
  /**
   * An account that is served by API v3 too, below `/v3`: usually the sandbox that is the transport.
   *
   * @default none
   */
  readonly v3?: V3Account;
  /**
   * Wraps what is served: sees every request that the server lets in and its reply, and may answer
   * itself, such as the sandbox's page. @default none
   */
  readonly middleware?: (service: HttpService) => HttpService;
  /**
   * Takes the webhooks of API v3 that come below its path: `webhookShim()` of
   * `@egoi-client/webhook-shim`. @default none
   */
  readonly webhooks?: WebhookReceiver;
  /**
   * The address under which clients see the gateway, such as that of the proxy in front of it; goes
   * into the WSDLs. @default what the client's `Host` header says
   */
  readonly publicUrl?: string;
  /**
   * Told, for a log, of every call that ended without an answer of the transport. An `EgoiError` holds
   * no secret; anything else is a defect and comes as it was thrown, without a call where it happened
   * outside of one. @default none
   */
  readonly onError?: (error: unknown, call: FailedCall | undefined) => void;
  /**
   * Told once of every call that ended, for logs, measurements and records: answered, refused, unread,
   * wanted no more, and each of several in one request. What is no call is not told: a WSDL, an address
   * at which there is nothing, what cannot be read as HTTP. What it throws is passed over. @default none
   */
  readonly onCall?: (call: EndedCall) => void;
}

/** Which call `onError` is about. */
export interface FailedCall {
  readonly method: string;
  readonly callId: string;
}
