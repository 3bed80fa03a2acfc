import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { Duplex, Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { TLSSocket } from 'node:tls';
import type { WayTo } from './connections.ts';

/** Largest head of an answer, in bytes: status line and headers. */
export const maxAnswerHeadBytes = 16 * 1024;

/** What a request says, beside where it goes. */
export interface RequestMessage {
  readonly method: string;
  /** Names and values in turn, as they go out. */
  readonly headers: readonly string[];
  /** A body that is held whole. It goes out together with the headers, in one write. */
  readonly text?: string | undefined;
  /** A body that is written while it is sent. */
  readonly stream?: Readable | undefined;
}

/**
 * Makes a request.
 *
 * @param follow is given the request before anything of it has gone out
 */
export function sendRequest(
  { isSecure, hostname, port, path, agent }: WayTo,
  { method, headers, text, stream }: RequestMessage,
  follow: (request: ClientRequest) => void,
): void {
  const request = (isSecure ? https : http).request({
    protocol: isSecure ? 'https:' : 'http:',
    hostname,
    port,
    path,
    method,
    agent,
    headers,
    maxHeaderSize: maxAnswerHeadBytes,
    // Said outright, so that nobody can say otherwise by way of `Object.prototype`.
    insecureHTTPParser: false,
    createConnection: undefined,
    auth: undefined,
  });
  follow(request);
  if (stream === undefined) request.end(text);
  else pour(stream, request);
}

/** A body that fails takes its request along, and the other way round. */
function pour(body: Readable, request: ClientRequest): void {
  body.once('error', (error) => request.destroy(error));
  request.once('close', () => body.destroy());
  body.pipe(request);
}

/** How many turns of the event loop lie, at most, between the system's taking of bytes and Node's word of it. */
const turnsUntilTold = 10;

/** Follows one request on its way, which Node's errors do not tell, and can end it. */
export class RequestProgress {
  /** A connection was ready, so that bytes of the request may have gone out. */
  connected = false;
  /** The status line and the headers came. */
  answered = false;
  /** The status is one after which nobody reads the rest of the body: a redirect or an error. */
  refused = false;
  /** The connection had served an earlier request. */
  reused = false;
  /** What the request itself failed with. */
  failure: Error | undefined;
  /** It was ended from here, before its time. */
  aborted = false;
  /** Why it was ended. */
  reason: unknown = undefined;
  /** No part of the body is still to be made. */
  bodyIsWhole = true;
  /** The answer, its body unread. Rejects when the request ends without one, as after an upgrade too. */
  readonly response: Promise<IncomingMessage>;
  #request: ClientRequest | undefined;
  #response: IncomingMessage | undefined;
  /** What was still to be sent when the answer had ended. */
  #leftAtEnd: 'nothing' | 'bytes on their way' | 'parts of the body' = 'nothing';
  #resolve: (response: IncomingMessage) => void = () => {};
  #reject: (error: unknown) => void = () => {};

  constructor() {
    this.response = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    // It may end while nobody waits for an answer yet.
    this.response.catch(() => {});
  }

  /** Ends the request and the reading of its answer, however far it got. */
  abort(reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    const error = new Error('the request was ended');
    this.#reject(error);
    this.#response?.destroy(error);
    this.#request?.destroy(error);
  }

  /**
   * Closes the connection of a request that was answered before its body was sent: the rest will not
   * come, and whatever came next would be taken for it.
   */
  hangUpUnlessSent(): void {
    if (!this.#isSent()) this.#request?.destroy();
  }

  /**
   * Whether the answer, which has been read to its end, had ended before the request was wholly sent:
   * then it cannot be the answer to all of it.
   */
  async wasAnsweredEarly(): Promise<boolean> {
    if (this.#leftAtEnd !== 'bytes on their way') return this.#leftAtEnd === 'parts of the body';
    return !(await isSoonSent(() => this.#isSent()));
  }

  /** Takes the request once it is made, before anything of it has gone out. */
  readonly follow = (request: ClientRequest): void => {
    this.#request = request;
    request.on('socket', (socket) => this.#followSocket(request, socket));
    request.on('response', (response) => this.#followResponse(response));
    request.on('error', (error) => {
      this.failure = error;
      this.#reject(error);
    });
    request.on('close', () => {
      if (!this.answered) this.#reject(new Error('the connection was closed'));
    });
    // The end may come while the body is measured.
    if (this.aborted) request.destroy(new Error('the request was ended'));
  };

  #followResponse(response: IncomingMessage): void {
    this.answered = true;
    this.refused = (response.statusCode ?? 0) >= 300;
    this.#response = response;
    response.once('end', () => {
      if (!this.bodyIsWhole) this.#leftAtEnd = 'parts of the body';
      else if (!this.#isSent()) this.#leftAtEnd = 'bytes on their way';
    });
    this.#resolve(response);
  }

  #isSent(): boolean {
    return this.#request?.writableFinished !== false;
  }

  // Runs before the request is flushed, so no byte can have left unseen.
  #followSocket(request: ClientRequest, socket: Duplex & { pending?: boolean }): void {
    this.reused = request.reusedSocket;
    const secure = socket instanceof TLSSocket;
    // A verified certificate is the sign of a finished handshake, as none passes without.
    if (secure ? socket.authorized : socket.pending !== true) {
      this.connected = true;
      return;
    }
    socket.once(secure ? 'secureConnect' : 'connect', () => {
      this.connected = true;
    });
  }
}

/** Whether a request whose answer has ended is wholly sent, as far as Node will know in a moment. */
export async function isSoonSent(isSent: () => boolean): Promise<boolean> {
  for (let turn = 0; turn < turnsUntilTold; turn += 1) {
    if (isSent()) return true;
    await nextTurn();
  }
  return isSent();
}
