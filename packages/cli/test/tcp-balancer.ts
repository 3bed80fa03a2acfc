import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/**
 * A balancer for one service: it carries connections to whichever of its processes takes new ones, and
 * lets them wait while there is none. It knows nothing of HTTP, and what it has begun to carry it
 * carries to the end.
 */
export class TcpBalancer {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #waiting: (() => void)[] = [];
  #target: number | undefined = undefined;
  #connecting = new Set<Promise<unknown>>();

  private constructor(server: Server) {
    this.#server = server;
    server.on('connection', (client: Socket) => void this.#carry(client));
  }

  static async listen(): Promise<TcpBalancer> {
    const server = createServer({ allowHalfOpen: true });
    const balancer = new TcpBalancer(server);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return balancer;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Sends new connections to a port from now on, those that wait first. */
  routeTo(port: number): void {
    this.#target = port;
    for (const go of this.#waiting.splice(0)) go();
  }

  /** Sends no new connection to the port any more. Resolves once those on their way have come there. */
  async retire(): Promise<void> {
    this.#target = undefined;
    await Promise.all(this.#connecting);
  }

  close(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  async #carry(client: Socket): Promise<void> {
    this.#keep(client);
    while (this.#target === undefined) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    if (client.destroyed) return;
    const service = connect({ port: this.#target, host: '127.0.0.1', allowHalfOpen: true });
    this.#keep(service);
    const connected = once(service, 'connect').catch(() => undefined);
    this.#connecting.add(connected);
    await connected;
    this.#connecting.delete(connected);
    client.pipe(service).pipe(client);
    client.once('close', () => service.destroy());
    service.once('close', () => client.destroySoon());
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    // What breaks is seen at its ends.
    socket.on('error', () => undefined);
    socket.once('close', () => this.#sockets.delete(socket));
  }
}
