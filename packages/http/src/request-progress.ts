import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';

/** Largest head of an answer, in bytes: status line and headers. */
export const maxAnswerHeadBytes = 16 * 1024;

/** Follows one request on its way, which axios's errors do not tell. */
export class RequestProgress {
  /** A connection was ready, so that bytes of the request may have gone out. */
  connected = false;
  /** The status line and the headers came. */
  answered = false;
  /** The status is one after which nobody reads the rest of the body: a redirect or an error. */
  refused = false;
  /** The connection had served an earlier request. */
  reused = false;
  /** What the request itself failed with, before anybody wrapped it. */
  failure: Error | undefined;
  /** Rejects when the request ends without an answer and without an error, as after an upgrade. */
  readonly endedSilently: Promise<never>;
  #request: ClientRequest | undefined;
  #endSilently: (error: Error) => void = () => {};

  constructor() {
    this.endedSilently = new Promise((_resolve, reject) => {
      this.#endSilently = reject;
    });
    this.endedSilently.catch(() => {});
  }

  /** Makes requests in the place of `node:http` and `node:https`, as axios's option `transport`. */
  readonly transport = {
    request: (
      options: https.RequestOptions,
      onResponse: (response: IncomingMessage) => void,
    ): ClientRequest => {
      options.maxHeaderSize = maxAnswerHeadBytes;
      const { request } = options.protocol === 'https:' ? https : http;
      return this.#follow(request(options, onResponse));
    },
  };

  /**
   * Closes the connection of a request that was answered before its body was sent: the rest will not
   * come, and whatever came next would be taken for it.
   */
  hangUpUnlessSent(): void {
    if (this.#request?.writableFinished === false) this.#request.destroy();
  }

  #follow(request: ClientRequest): ClientRequest {
    this.#request = request;
    request.once('socket', (socket) => this.#followSocket(request, socket));
    request.once('response', ({ statusCode = 0 }) => {
      this.answered = true;
      this.refused = statusCode >= 300;
    });
    request.once('error', (error) => {
      this.failure = error;
    });
    request.once('close', () => {
      if (!this.answered) this.#endSilently(new Error('the connection was closed'));
    });
    return request;
  }

  // Runs before the request is flushed, so no byte can have left unseen.
  #followSocket(request: ClientRequest, socket: Duplex & { connecting?: boolean }): void {
    this.reused = request.reusedSocket;
    const secure = socket instanceof TLSSocket;
    // A verified certificate is the sign of a finished handshake, as none passes without.
    if (secure ? socket.authorized : socket.connecting !== true) {
      this.connected = true;
      return;
    }
    socket.once(secure ? 'secureConnect' : 'connect', () => {
      this.connected = true;
    });
  }
}
