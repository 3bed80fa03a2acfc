import https from 'node:https';
import net from 'node:net';
import { Duplex } from 'node:stream';
import { raceToConnect } from './connect-race.ts';

/** Where a proxy listens. */
export interface ProxyAddress {
  readonly hostname: string;
  readonly port: number;
}

const maxHeadBytes = 16 * 1024;

/** The proxy did not open the tunnel: the connection to the target was never made. */
export class ProxyRefusal extends Error {
  override readonly name = 'ProxyRefusal';
  /** Whether it may open one later without anybody's doing. */
  readonly passing: boolean;

  constructor(message: string, passing: boolean) {
    super(message);
    this.passing = passing;
  }
}

/**
 * A stream to a target through an HTTP proxy. What is written waits until the proxy has accepted the
 * CONNECT request, so that TLS can be started on it at once and destroying it ends the connection at
 * whatever stage it is.
 */
class ProxyTunnel extends Duplex {
  #socket: net.Socket | undefined;
  readonly #stopConnecting: () => void;
  readonly #target: string;
  #head: Buffer = Buffer.alloc(0);
  #open = false;
  #ended = false;
  #waiting: (() => void) | undefined;

  constructor(proxy: ProxyAddress, target: string, limitMs: number) {
    super({ allowHalfOpen: true });
    this.#target = target;
    const address = { host: proxy.hostname, port: proxy.port, noDelay: true };
    this.#stopConnecting = raceToConnect(address, limitMs, (error, socket) => {
      if (socket === undefined) this.destroy(error);
      else this.#askForTunnel(socket);
    });
  }

  ref(): void {
    this.#socket?.ref();
  }

  unref(): void {
    this.#socket?.unref();
  }

  #askForTunnel(socket: net.Socket): void {
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => this.#receive(chunk));
    socket.once('end', () => this.#receiveEnd());
    socket.once('error', (error) => this.destroy(error));
    socket.once('close', () => {
      // After an orderly end there may be bytes that nobody has read yet.
      if (!this.#ended) this.destroy();
    });
    socket.write(`CONNECT ${this.#target} HTTP/1.1\r\nHost: ${this.#target}\r\n\r\n`);
  }

  #receive(chunk: Buffer): void {
    if (this.#open) {
      if (!this.push(chunk)) this.#socket?.pause();
      return;
    }
    this.#head = this.#head.length === 0 ? chunk : Buffer.concat([this.#head, chunk]);
    const end = this.#head.indexOf('\r\n\r\n');
    if (end !== -1) this.#readHead(end);
    else if (this.#head.length > maxHeadBytes) {
      this.destroy(
        new ProxyRefusal(`it answered with more than ${maxHeadBytes} bytes of headers`, false),
      );
    }
  }

  #readHead(end: number): void {
    const status = /^HTTP\/1\.[01] (\d{3})(?: |\r)/.exec(this.#head.toString('latin1', 0, 64))?.[1];
    if (status === undefined || !status.startsWith('2')) {
      const answer = status === undefined ? 'what is not HTTP' : `HTTP ${status}`;
      this.destroy(
        new ProxyRefusal(`it answered with ${answer}`, status?.startsWith('5') === true),
      );
      return;
    }
    const rest = this.#head.subarray(end + 4);
    this.#head = Buffer.alloc(0);
    this.#open = true;
    if (rest.length > 0) this.push(rest);
    this.#waiting?.();
  }

  #receiveEnd(): void {
    this.#ended = this.#open;
    if (this.#open) this.push(null);
    else this.destroy(new ProxyRefusal('it closed the connection', true));
  }

  override _read(): void {
    this.#socket?.resume();
  }

  override _write(
    chunk: Buffer,
    _encoding: BufferEncoding,
    done: (error?: Error | null) => void,
  ): void {
    this.#whenOpen((socket) => socket.write(chunk, done));
  }

  override _final(done: (error?: Error | null) => void): void {
    this.#whenOpen((socket) => socket.end(done));
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#stopConnecting();
    this.#socket?.destroy();
    done(error);
  }

  #whenOpen(action: (socket: net.Socket) => void): void {
    const act = () => {
      if (this.#socket !== undefined) action(this.#socket);
    };
    if (this.#open) act();
    else this.#waiting = act;
  }
}

/**
 * Keep-alive TLS connections to targets behind an HTTP proxy. A proxy's refusal is a failure to connect
 * here, where agents of libraries hand it out as the target's answer.
 */
export class ProxyTunnelAgent extends https.Agent {
  readonly #proxy: ProxyAddress;
  readonly #limitMs: number;
  readonly #tunnels = new WeakMap<Duplex, ProxyTunnel>();

  /** @param limitMs for the connection to the proxy */
  constructor(proxy: ProxyAddress, options: https.AgentOptions, limitMs: number) {
    super(options);
    this.#proxy = proxy;
    this.#limitMs = limitMs;
  }

  override createConnection(options: https.RequestOptions): Duplex | null | undefined {
    const host = String(options.host);
    const target = `${net.isIPv6(host) ? `[${host}]` : host}:${options.port ?? 443}`;
    const tunnel = new ProxyTunnel(this.#proxy, target, this.#limitMs);
    const withTunnel: https.RequestOptions & { socket: Duplex } = { ...options, socket: tunnel };
    const connection = super.createConnection(withTunnel);
    if (connection) this.#tunnels.set(connection, tunnel);
    return connection;
  }

  // An idle connection must not keep the process alive; TLS does not pass this on to its stream.
  override keepSocketAlive(socket: Duplex): boolean {
    this.#tunnels.get(socket)?.unref();
    return super.keepSocketAlive(socket) as unknown as boolean;
  }

  override reuseSocket(socket: Duplex, request: Parameters<https.Agent['reuseSocket']>[1]): void {
    this.#tunnels.get(socket)?.ref();
    super.reuseSocket(socket, request);
  }
}
