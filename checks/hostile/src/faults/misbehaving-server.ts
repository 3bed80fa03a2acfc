import net, { type AddressInfo, type Socket } from 'node:net';
import tls from 'node:tls';
import { Visit } from './visit.ts';

/** A TCP server on the loopback interface that does what it is told on each connection. */
export interface MisbehavingServer {
  readonly port: number;
  /** Connections so far, closed ones too. */
  readonly connections: number;
  /** Those that spoke: with TLS, those whose handshake went well. */
  readonly visits: readonly Visit[];
  /** Resolves once every connection is closed, or every one that the client has no reason to keep. */
  closed(which: 'all' | 'not reusable'): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a server.
 *
 * @param onVisit what it does on each connection
 * @param secure certificate and key, PEM, to speak TLS
 */
export async function startServer(
  onVisit: (visit: Visit) => void | Promise<void>,
  secure?: { readonly cert: string; readonly key: string },
): Promise<MisbehavingServer> {
  const sockets = new Set<Socket>();
  const visits = new Map<Visit, Promise<void>>();
  const closings: Promise<void>[] = [];
  const visited = (socket: Socket) => {
    // The end of each connection is this server's subject, and no failure of it.
    socket.on('error', () => {});
    const visit = new Visit(socket);
    visits.set(visit, closeOf(socket));
    // A rejection goes to the process: it is a mistake in the row.
    void onVisit(visit);
  };
  const server =
    secure === undefined ? net.createServer(visited) : tls.createServer(secure, visited);
  server.on('tlsClientError', () => {});
  server.on('connection', (socket: Socket) => {
    socket.on('error', () => {});
    sockets.add(socket);
    closings.push(closeOf(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    get connections() {
      return closings.length;
    },
    get visits() {
      return [...visits.keys()];
    },
    async closed(which) {
      const spoken = [...visits].filter(([visit]) => !visit.reusable).map(([, closing]) => closing);
      await Promise.all(which === 'all' ? closings : spoken);
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function closeOf(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.once('close', () => resolve()));
}
