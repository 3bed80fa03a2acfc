import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Server, Socket } from 'node:net';
import { EgoiAbortError } from '@egoi-client/core';
import type { CancellationSource } from './cancellation.ts';
import type { CallerAddresses } from './caller-addresses.ts';
import { ConnectionRoom } from './connection-room.ts';
import { OpenConnection } from './open-connection.ts';

const maxPipelined = 16;

/** Who is connected, and whose requests are being answered. */
export interface ServedConnections {
  /** Whether `closeGently` has been called: every answer is the last one of its connection. */
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
  /** Whose request it is, as the room for requests tells callers apart. */
  callerOf(request: IncomingMessage): string;
  /** Whether something written to the connection now would be read as the answer to its last request. */
  mayWrite(socket: Socket): boolean;
  /** Lets connections end after their next answer. */
  closeGently(): void;
  /** Ends the connections that answer nothing, and from here on those that have answered. */
  closeIdle(): void;
  closeAll(): void;
}

/**
 * Follows the connections of a server, and closes some where there is no room for more.
 *
 * @param readyEvent what the server says when a connection can carry requests: for TLS, after its handshake
 * @param room of one server
 */
export function followConnections(
  server: Server,
  readyEvent: 'connection' | 'secureConnection',
  room: ConnectionRoom<OpenConnection>,
  addresses: CallerAddresses,
): ServedConnections {
  /** By their two ends: over TLS the socket that is ready is another than the one that was accepted. */
  const all = new Map<string, OpenConnection>();
  const ready = new Map<Socket, OpenConnection>();
  let closing = false;
  /** Whether a connection that answers nothing may send one more request. */
  let takesLastRequests = true;

  server.on('connection', (socket: Socket) => {
    const ends = endsOf(socket);
    const caller = addresses.ofConnection(socket.remoteAddress ?? '');
    const connection = new OpenConnection(socket, caller);
    if (!takesLastRequests || !room.enter(connection)) {
      socket.destroy();
      return;
    }
    all.set(ends, connection);
    socket.once('close', () => {
      if (all.get(ends) === connection) all.delete(ends);
      room.leave(connection);
    });
  });
  server.on(readyEvent, (socket: Socket) => {
    const connection = all.get(endsOf(socket));
    if (connection === undefined) {
      socket.destroy();
      return;
    }
    ready.set(socket, connection);
    connection.makeReady(socket);
    socket.once('close', () => {
      ready.delete(socket);
      // Responses that never got the connection do not say that it has closed.
      for (const { start } of connection.exchanges) start?.(false);
    });
  });

  return {
    get closing() {
      return closing;
    },
    enter(request, response, cancellation) {
      const { socket } = request;
      const connection = ready.get(socket);
      if (connection === undefined || connection.exchanges.length >= maxPipelined) {
        socket.destroy();
        return false;
      }
      const exchange = connection.begin(request, response);
      response.on('close', () => {
        connection.endFirst();
        if (!takesLastRequests && connection.exchanges.length === 0) socket.destroySoon();
        if (response.writableFinished) return;
        cancellation.request(
          new EgoiAbortError(closing ? 'the server was closed' : 'the client went away'),
        );
      });
      if (connection.exchanges.length === 1) return true;
      return new Promise((resolve) => {
        exchange.start = resolve;
      });
    },
    callerOf({ socket, headers }) {
      const caller = ready.get(socket)?.caller;
      if (caller !== undefined) return caller;
      // A list has been joined by Node, in its order.
      const forwardedFor = headers['x-forwarded-for'] as string | undefined;
      return addresses.ofForwarded(socket.remoteAddress ?? '', forwardedFor);
    },
    mayWrite(socket) {
      const connection = ready.get(socket);
      // A handshake that has not ended cannot be written to, nor would anything written ever leave.
      if (connection === undefined) return false;
      const [exchange, ...others] = connection.exchanges;
      if (exchange === undefined) return true;
      const { request, response } = exchange;
      return others.length === 0 && !request.complete && !response.headersSent;
    },
    closeGently() {
      closing = true;
    },
    closeIdle() {
      takesLastRequests = false;
      for (const connection of all.values()) {
        if (connection.exchanges.length === 0) connection.close();
      }
    },
    closeAll() {
      for (const connection of all.values()) connection.close();
    },
  };
}

function endsOf({ remoteAddress, remotePort, localAddress }: Socket): string {
  return `${remoteAddress} ${remotePort} ${localAddress}`;
}
