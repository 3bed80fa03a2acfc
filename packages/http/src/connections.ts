import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import type { Duplex } from 'node:stream';
import { raceToConnect } from './connect-race.ts';
import type { ResolvedHttpOptions } from './options.ts';
import { proxyLogin, ProxyTunnelAgent } from './proxy-tunnel.ts';
import { type Proxy, proxyFor } from './proxy.ts';

/** Servers often close an idle connection after 5 seconds; ours goes first, before a call meets it. */
const idleMs = 4_000;

/** When an answer is so long in coming that the system asks whether the other side is still there. */
const keepAliveMsecs = 60_000;

/** The connections of one client. */
export interface Connections {
  wayTo(url: URL): WayTo;
  close(): void;
}

/** How a request reaches an address. */
export interface WayTo {
  /** Whether TLS is spoken with whom the request is written to. */
  readonly isSecure: boolean;
  /** Whom the request is written to: the target, or the proxy that is handed a plain request. */
  readonly hostname: string;
  readonly port: number;
  /** What is asked for: the whole address where a proxy is handed a plain request. */
  readonly path: string;
  readonly agent: http.Agent;
  /** Names and values in turn that a proxy is told beside the request's own. */
  readonly headers: readonly string[];
  readonly route: Route;
}

/** Where a request goes, for messages, in the form `host:port`. */
export interface Route {
  readonly target: string;
  readonly proxy: string | undefined;
}

/** Prepares keep-alive connections. None is opened yet. */
export function prepareConnections(options: ResolvedHttpOptions): Connections {
  const pool = {
    keepAlive: true,
    keepAliveMsecs,
    maxSockets: options.maxConnections,
    timeout: idleMs,
  };
  const trust = {
    // Said outright, because an environment variable can turn the check off where nothing is said.
    rejectUnauthorized: true,
    ...(options.ca === undefined ? {} : { ca: options.ca }),
  };
  const plain = new RacingHttpAgent(pool, options.timeoutMs);
  const secure = new RacingHttpsAgent({ ...pool, ...trust }, options.timeoutMs);
  const tunnels = new Map<string, ProxyTunnelAgent>();
  const tunnelsThrough = (proxy: Proxy): ProxyTunnelAgent => {
    const agent =
      tunnels.get(proxy.id) ??
      new ProxyTunnelAgent(proxy, { ...pool, ...trust }, options.timeoutMs);
    tunnels.set(proxy.id, agent);
    return agent;
  };
  return {
    wayTo(url) {
      const isSecure = url.protocol === 'https:';
      const proxy = options.proxy === undefined ? undefined : proxyFor(url, options.proxy);
      const route = { target: hostAndPort(url), proxy: proxy?.place };
      const path = `${url.pathname}${url.search}`;
      if (proxy !== undefined && !isSecure) {
        return {
          isSecure: proxy.isSecure,
          hostname: proxy.hostname,
          port: proxy.port,
          path: `${url.origin}${path}`,
          agent: proxy.isSecure ? secure : plain,
          headers: proxy.authorization === undefined ? [] : [proxyLogin, proxy.authorization],
          route,
        };
      }
      const direct = isSecure ? secure : plain;
      const agent = proxy === undefined ? direct : tunnelsThrough(proxy);
      const target = { hostname: bareHost(url), port: portOf(url) };
      return { isSecure, ...target, path, agent, headers: [], route };
    },
    close() {
      for (const agent of [plain, secure, ...tunnels.values()]) agent.destroy();
    },
  };
}

/** An address's host and port, in the form `host:port`. */
export function hostAndPort(url: URL): string {
  return `${url.hostname}:${portOf(url)}`;
}

function portOf({ protocol, port }: URL): number {
  if (port !== '') return Number(port);
  return protocol === 'https:' ? 443 : 80;
}

/** Node takes addresses of version 6 without their brackets. */
function bareHost({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}

type Created = (error: Error | null, stream: Duplex) => void;

/** Keep-alive connections to a name that may have several addresses. */
class RacingHttpAgent extends http.Agent {
  readonly #limitMs: number;

  /** @param limitMs for one connection */
  constructor(options: http.AgentOptions, limitMs: number) {
    super(options);
    this.#limitMs = limitMs;
  }

  override createConnection(options: http.ClientRequestArgs, created: Created) {
    if (isAddress(options)) return super.createConnection(options, created);
    return race(this, options, this.#limitMs, created, (socket) => socket);
  }
}

/** The same over TLS, which begins once the race is won. */
class RacingHttpsAgent extends https.Agent {
  readonly #limitMs: number;

  /** @param limitMs for one connection */
  constructor(options: https.AgentOptions, limitMs: number) {
    super(options);
    this.#limitMs = limitMs;
  }

  override createConnection(options: https.RequestOptions, created: Created) {
    if (isAddress(options)) return super.createConnection(options, created);
    return race(this, options, this.#limitMs, created, (socket) => {
      const withSocket: https.RequestOptions & { socket: Duplex } = { ...options, socket };
      return super.createConnection(withSocket) as Duplex;
    });
  }
}

function isAddress({ host }: http.ClientRequestArgs): boolean {
  return net.isIP(host ?? '') !== 0;
}

/**
 * Makes a connection that an agent gets later. Agents count the connections that they have and not those
 * that they wait for, so something has to stand for this one meanwhile. One that fails is handed over
 * all the same: only the end of a connection lets an agent look after the requests that wait.
 */
function race(
  agent: http.Agent,
  options: http.ClientRequestArgs,
  limitMs: number,
  created: Created,
  secured: (socket: net.Socket) => Duplex,
): undefined {
  const name = agent.getName(options);
  const placeholder = new net.Socket();
  agent.sockets[name]?.push(placeholder);
  const target = { ...options, port: Number(options.port), host: options.host ?? '' };
  const stop = raceToConnect(target, limitMs, (error, socket) => {
    const open = agent.sockets[name] ?? [];
    open.splice(open.indexOf(placeholder), 1);
    if (socket !== undefined) {
      created(null, secured(socket));
      return;
    }
    const failed = new net.Socket();
    created(null, failed);
    // The request listens one tick after it gets its connection.
    process.nextTick(() => failed.destroy(error));
  });
  // An agent that is destroyed destroys what stands for the connection, too.
  placeholder.once('close', stop);
}
