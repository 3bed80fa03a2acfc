import { hostNameOf, isLoopbackName } from './host-name.ts';
import type { Refusal } from './refusal.ts';

/** Whose requests a server takes besides those of programs. */
export interface SiteGuardOptions {
  /** Whether the server listens at a loopback address: it answers to loopback names alone then. */
  readonly isLoopback: boolean;
  readonly scheme: 'http' | 'https';
  /** Further names that it answers to. With any, it answers to no others, wherever it listens. */
  readonly allowedHosts: readonly string[];
  /** Origins whose pages may send requests. */
  readonly allowedOrigins: readonly string[];
  /** Under which clients see the server: its host and its origin are allowed. */
  readonly publicUrl: string | undefined;
}

/** The parts of a head that tell pages from programs. */
export interface GuardedHead {
  /** As the request line has it. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

const ownSites: ReadonlySet<string | undefined> = new Set([undefined, 'none', 'same-origin']);

/**
 * Keeps web pages from driving a server that only programs should reach. A browser sends a page's
 * requests anywhere, loopback included, and hides no more than the answers; by a name whose address
 * changes (DNS rebinding) not even those. It does tell, though, where a request comes from and which
 * name it was sent to. Programs send neither `Origin` nor `Sec-Fetch-Site`.
 *
 * Sources: Fetch, "Origin header"; Fetch Metadata Request Headers, 2.4.
 *
 * @returns `undefined` for a request that may pass
 */
export function siteGuard({
  isLoopback,
  scheme,
  allowedHosts,
  allowedOrigins,
  publicUrl,
}: SiteGuardOptions): (head: GuardedHead) => Refusal | undefined {
  const checksHosts = isLoopback || allowedHosts.length > 0;
  const published = publicUrl === undefined ? [] : [new URL(publicUrl)];
  const names = new Set([...allowedHosts, ...published.map(({ host }) => host)].map(hostNameOf));
  const origins = new Set([...allowedOrigins, ...published.map((address) => address.origin)]);
  const isAllowedHost = (host: string) => {
    const name = hostNameOf(host);
    return name !== undefined && (isLoopbackName(name) || names.has(name));
  };

  return ({ url, headers }) => {
    const { host, origin } = headers;
    const target = authorityOf(url);
    if (checksHosts) {
      for (const named of [host, target]) {
        if (named !== undefined && !isAllowedHost(named)) return foreignHost(named, isLoopback);
      }
    }
    if (origin !== undefined && origins.has(origin)) return undefined;
    const own = target ?? host;
    if (origin !== undefined && (own === undefined || !isOriginOf(origin, scheme, own))) {
      return foreignOrigin(origin);
    }
    return ownSites.has(headers['sec-fetch-site']) ? undefined : foreignOrigin(origin);
  };
}

/** Of a target in absolute form, as clients write it for a proxy: it goes before `Host` (RFC 9112, 3.2.2). */
function authorityOf(url: string): string | undefined {
  return url.startsWith('/') ? undefined : /^https?:\/\/([^/?#]*)/i.exec(url)?.[1];
}

function isOriginOf(origin: string, scheme: string, host: string): boolean {
  const own = `${scheme}://${host}`;
  return URL.canParse(own) && new URL(own).origin === origin;
}

function foreignHost(host: string, isLoopback: boolean): Refusal {
  const shown = hostNameOf(host) ?? 'an unreadable name';
  const where = isLoopback ? 'this server listens for this machine alone, and ' : '';
  const text = `${where}requests to ${shown} are refused; to take them, name the host in allowedHosts`;
  return { reason: 'foreign-host', status: 403, text, option: 'allowedHosts' };
}

function foreignOrigin(origin: string | undefined): Refusal {
  const refusal = { reason: 'foreign-origin', status: 403 } as const;
  const shown = origin !== undefined && URL.canParse(origin) ? new URL(origin).origin : 'null';
  if (shown === 'null') {
    const text =
      'requests that a web page of another origin makes are refused, and this one does not name its origin; type the address, or send the request from a program';
    return { ...refusal, text };
  }
  const text = `requests from web pages of ${shown} are refused; to take them, name the origin in allowedOrigins`;
  return { ...refusal, text, option: 'allowedOrigins' };
}
