import https from 'node:https';
import net from 'node:net';
import { Duplex } from 'node:stream';
import tls from 'node:tls';
import { raceToConnect } from './connect-race.ts';
import { connectReason } from './failure-reasons.ts';
import type { Proxy } from './proxy.ts';

/** The header by which a proxy is told who comes. */
export const proxyLogin = 'Proxy-Authorization';

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
  readonly #proxy: Proxy;
  readonly #trust: tls.ConnectionOptions;
  readonly #target: string;
  #head: Buffer = Buffer.alloc(0);
  #open = false;
  #ended = false;
  #waiting: (() => void) | undefined;

  /** @param trust which certificates a proxy may show */
  constructor(proxy: Proxy, trust: tls.ConnectionOptions, target: string, limitMs: number) {
    super({ allowHalfOpen: true });
    this.#proxy = proxy;
    this.#trust = trust;
    this.#target = target;
    const address = { host: proxy.hostname, port: proxy.port, noDelay: true };
    this.#stopConnecting = raceToConnect(address, limitMs, (error, socket) => {
      if (socket === undefined) this.destroy(error);
      else if (proxy.isSecure) this.#secure(socket);
      else this.#askForTunnel(socket);
    });
  }

  ref(): void {
    this.#socket?.ref();
  }

  unref(): void {
    this.#socket?.unref();
  }

  /** Speaks TLS with the proxy itself, before it is asked for anything. */
  #secure(socket: net.Socket): void {
    const { hostname } = this.#proxy;
    const servername = net.isIP(hostname) === 0 ? { servername: hostname } : {};
    const secured = tls.connect({ ...this.#trust, ...servername, host: hostname, socket });
    this.#socket = secured;
    const refuse = (error: NodeJS.ErrnoException) => {
      const { words, passing } = connectReason(error.code);
      this.destroy(new ProxyRefusal(words, passing));
    };
    secured.once('error', refuse);
    secured.once('secureConnect', () => {
      secured.off('error', refuse);
      this.#askForTunnel(secured);
    });
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
    const { authorization } = this.#proxy;
    const login = authorization === undefined ? '' : `${proxyLogin}: ${authorization}\r\n`;
    socket.write(`CONNECT ${this.#target} HTTP/1.1\r\nHost: ${this.#target}\r\n${login}\r\n`);
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
  readonly #proxy: Proxy;
  readonly #trust: tls.ConnectionOptions;
  readonly #limitMs: number;
  readonly #tunnels = new WeakMap<Duplex, ProxyTunnel>();

  /** @param limitMs for the connection to the proxy */
  constructor(proxy: Proxy, options: https.AgentOptions, limitMs: number) {
    super(options);
    const { ca, rejectUnauthorized } = options;
    this.#trust = { ca, rejectUnauthorized };
    this.#proxy = proxy;
    this.#limitMs = limitMs;
  }

  override createConnection(options: https.RequestOptions): Duplex | null | undefined {
    const host = String(options.host);
    const target = `${net.isIPv6(host) ? `[${host}]` : host}:${options.port ?? 443}`;
    const tunnel = new ProxyTunnel(this.#proxy, this.#trust, target, this.#limitMs);
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
