import type http from 'node:http';
import type https from 'node:https';
import type { AxiosProxyConfig } from 'axios';
import type { ResolvedHttpOptions } from './options.ts';
import { type ProxyAddress, ProxyTunnelAgent } from './proxy-tunnel.ts';
import { RacingHttpAgent, RacingHttpsAgent } from './racing-agents.ts';

/** Servers often close an idle connection after 5 seconds; ours goes first, before a call meets it. */
const idleMs = 4_000;

/** The connections of one client. */
export interface Connections {
  wayTo(url: URL): WayTo;
  /** The host and port of an address and of the proxy on the way to it, for messages. */
  routeTo(url: URL): Route;
  close(): void;
}

/** What axios must be told to reach an address. */
export interface WayTo {
  readonly httpAgent: http.Agent;
  readonly httpsAgent: https.Agent;
  readonly proxy: AxiosProxyConfig | false;
}

/** Where a request goes, in the form `host:port`. */
export interface Route {
  readonly target: string;
  readonly proxy: string | undefined;
}

/** Prepares keep-alive connections. None is opened yet. */
export function prepareConnections(options: ResolvedHttpOptions): Connections {
  const proxy = options.proxy === undefined ? undefined : proxyAddress(options.proxy);
  const pool = {
    keepAlive: true,
    // What axios sets on each request; another value here would change the socket back and forth.
    keepAliveMsecs: 60_000,
    maxSockets: options.maxConnections,
    timeout: idleMs,
  };
  const trust = {
    // Said outright, because an environment variable can turn the check off where nothing is said.
    rejectUnauthorized: true,
    ...(options.ca === undefined ? {} : { ca: options.ca }),
  };
  const httpAgent = new RacingHttpAgent(pool, options.timeoutMs);
  const httpsAgent =
    proxy === undefined
      ? new RacingHttpsAgent({ ...pool, ...trust }, options.timeoutMs)
      : new ProxyTunnelAgent(proxy, { ...pool, ...trust }, options.timeoutMs);
  const plainProxy: AxiosProxyConfig | false =
    proxy === undefined ? false : { protocol: 'http', host: proxy.hostname, port: proxy.port };
  return {
    // `false` keeps axios off the environment's proxy variables, and off tunnels of its own making.
    wayTo: ({ protocol }) => ({
      httpAgent,
      httpsAgent,
      proxy: protocol === 'https:' ? false : plainProxy,
    }),
    routeTo: (url) => ({
      target: hostAndPort(url),
      proxy: options.proxy === undefined ? undefined : hostAndPort(new URL(options.proxy)),
    }),
    close() {
      httpAgent.destroy();
      httpsAgent.destroy();
    },
  };
}

function hostAndPort({ protocol, hostname, port }: URL): string {
  const standard = protocol === 'https:' ? '443' : '80';
  return `${hostname}:${port === '' ? standard : port}`;
}

function proxyAddress(address: string): ProxyAddress {
  const { hostname, port } = new URL(address);
  return { hostname: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? 80 : Number(port) };
}
