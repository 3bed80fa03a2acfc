import type http from 'node:http';
import type { ResolvedHttpOptions } from './options.ts';
import { type ProxyAddress, ProxyTunnelAgent } from './proxy-tunnel.ts';
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
  readonly route: Route;
}

/** Where a request goes, for messages, in the form `host:port`. */
export interface Route {
  readonly target: string;
  readonly proxy: string | undefined;
}

/** Prepares keep-alive connections. None is opened yet. */
export function prepareConnections(options: ResolvedHttpOptions): Connections {
  const proxy = options.proxy === undefined ? undefined : proxyAddress(options.proxy);
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
  const secure =
    proxy === undefined
      ? new RacingHttpsAgent({ ...pool, ...trust }, options.timeoutMs)
      : new ProxyTunnelAgent(proxy, { ...pool, ...trust }, options.timeoutMs);
  return {
    wayTo(url) {
      const isSecure = url.protocol === 'https:';
      const path = `${url.pathname}${url.search}`;
      const route = {
        target: hostAndPort(url),
        proxy: options.proxy === undefined ? undefined : hostAndPort(new URL(options.proxy)),
      };
      if (proxy !== undefined && !isSecure) {
        return { isSecure, ...proxy, path: `${url.origin}${path}`, agent: plain, route };
      }
      const target = { hostname: bareHost(url), port: portOf(url) };
      return { isSecure, ...target, path, agent: isSecure ? secure : plain, route };
    },
    close() {
      plain.destroy();
      secure.destroy();
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

function proxyAddress(address: string): ProxyAddress {
  const url = new URL(address);
  return { hostname: bareHost(url), port: portOf(url) };
}
