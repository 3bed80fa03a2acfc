import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { ConnectionState, RoomTaker } from './connection-room.ts';

/** A request of a connection and its answer. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Of those that wait for earlier ones of their connection. */
  start: ((open: boolean) => void) | undefined;
}

/** A connection with the requests that came over it and are not answered yet. */
export class OpenConnection implements RoomTaker {
  readonly caller: string | undefined;
  readonly exchanges: Exchange[] = [];
  sinceMs = performance.now();
  #socket: Socket;
  #isReady = false;
  /** What had come when the last answer left: more is the beginning of a head. */
  #bytesAtRest: number | undefined = undefined;

  constructor(socket: Socket, caller: string | undefined) {
    this.#socket = socket;
    this.caller = caller;
  }

  /** It can carry requests now. @param socket that carries them: over TLS it is another than the one that was accepted */
  makeReady(socket: Socket): void {
    this.#socket = socket;
    this.#isReady = true;
  }

  begin(request: IncomingMessage, response: ServerResponse): Exchange {
    const exchange: Exchange = { request, response, start: undefined };
    this.exchanges.push(exchange);
    if (this.exchanges.length === 1) this.sinceMs = performance.now();
    return exchange;
  }

  /** The first exchange has ended: the next one, if there is one, starts. */
  endFirst(): void {
    this.exchanges.shift();
    this.exchanges[0]?.start?.(!this.#socket.destroyed);
    this.sinceMs = performance.now();
    this.#bytesAtRest = this.#socket.bytesRead;
  }

  state(): ConnectionState {
    const [exchange] = this.exchanges;
    if (exchange === undefined) {
      const isIdle = this.#isReady && this.#bytesAtRest === this.#socket.bytesRead;
      return isIdle ? 'idle' : 'unfinished';
    }
    const { request, response } = exchange;
    if (response.headersSent) return 'unread';
    return request.complete || this.exchanges.length > 1 ? 'calling' : 'receiving';
  }

  close(): void {
    this.#socket.destroy();
  }
}
