import type http from 'node:http';
import type { ResolvedHttpOptions } from './options.ts';
import { type Proxy, proxyFor } from './proxy.ts';
import { proxyLogin, ProxyTunnelAgent } from './proxy-tunnel.ts';
import { RacingHttpAgent, RacingHttpsAgent } from './racing-agents.ts';

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
      const proxy = proxyFor(url, options.proxy);
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
