import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Server, Socket } from 'node:net';
import { EgoiAbortError } from '@egoi-client/core';
import type { CancellationSource } from './cancellation.ts';

const maxPipelined = 16;

/** Who is connected, and whose requests are being answered. */
export interface ServedConnections {
  /** Whether `closeGently` has been called. */
  readonly closing: boolean;
  /**
   * Lets a request in, at once or when the earlier ones of its connection are answered: a client must not make many
   * calls run at once by sending them in one go.
   *
   * @param cancellation is told when the connection goes before the answer has left
   * @returns `false` when the connection is gone by then, or had to go
   */
  enter(
    request: IncomingMessage,
    response: ServerResponse,
    cancellation: CancellationSource,
  ): boolean | Promise<boolean>;
  /** Whether something written to the connection now would be read as the answer to its last request. */
  mayWrite(socket: Socket): boolean;
  /** Ends the connections that answer nothing, and lets the others end after their answers. */
  closeGently(): void;
  closeAll(): void;
}

interface Turn {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Of those that wait. */
  start: ((open: boolean) => void) | undefined;
}

/**
 * Follows the connections of a server.
 *
 * @param readyEvent what the server says when a connection can carry requests: for TLS, after its handshake
 */
export function followConnections(
  server: Server,
  readyEvent: 'connection' | 'secureConnection',
): ServedConnections {
  const all = new Set<Socket>();
  const lines = new Map<Socket, Turn[]>();
  let closing = false;

  server.on('connection', (socket: Socket) => {
    all.add(socket);
    socket.once('close', () => all.delete(socket));
  });
  server.on(readyEvent, (socket: Socket) => {
    const line: Turn[] = [];
    lines.set(socket, line);
    socket.once('close', () => {
      lines.delete(socket);
      // Responses that never got the connection do not say that it has closed.
      for (const turn of line) turn.start?.(false);
    });
  });

  return {
    get closing() {
      return closing;
    },
    enter(request, response, cancellation) {
      const { socket } = request;
      const line = lines.get(socket);
      if (line === undefined || line.length >= maxPipelined) {
        socket.destroy();
        return false;
      }
      const turn: Turn = { request, response, start: undefined };
      line.push(turn);
      response.on('close', () => {
        line.shift();
        line[0]?.start?.(!socket.destroyed);
        if (closing && line.length === 0) socket.destroySoon();
        if (response.writableFinished) return;
        cancellation.request(
          new EgoiAbortError(closing ? 'the gateway was closed' : 'the client went away'),
        );
      });
      if (line.length === 1) return true;
      return new Promise((resolve) => {
        turn.start = resolve;
      });
    },
    mayWrite(socket) {
      const line = lines.get(socket);
      // A handshake that has not ended cannot be written to, nor would anything written ever leave.
      if (line === undefined) return false;
      const [turn, ...others] = line;
      if (turn === undefined) return true;
      return others.length === 0 && !turn.request.complete && !turn.response.headersSent;
    },
    closeGently() {
      closing = true;
      for (const [socket, line] of lines) if (line.length === 0) socket.destroy();
    },
    closeAll() {
      for (const socket of all) socket.destroy();
    },
  };
}
