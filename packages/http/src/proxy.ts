import { EgoiConfigError } from '@egoi-client/core';
import { getProxyForUrl } from 'proxy-from-env';

/** A proxy that speaks HTTP, and what it wants to know. */
export interface Proxy {
  /** Tells it from other proxies, by its login too. */
  readonly id: string;
  /** Whether TLS is spoken with the proxy itself. */
  readonly isSecure: boolean;
  readonly hostname: string;
  readonly port: number;
  /** `host:port`, for messages. */
  readonly place: string;
  /** The login, as `Proxy-Authorization` says it. */
  readonly authorization: string | undefined;
}

/** In place of an address: as `HTTP_PROXY`, `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY` say. */
const fromEnvironment = 'environment';

/** Tells what the option `proxy` may be: a proxy's address, with or without a login, or `environment`. */
export function isProxyOption(value: unknown): boolean {
  return value === fromEnvironment || (typeof value === 'string' && isProxyAddress(value));
}

/**
 * The proxy on the way to an address.
 *
 * @param wanted the option `proxy`
 * @throws EgoiConfigError where the environment names what is no HTTP proxy
 */
export function proxyFor(url: URL, wanted: string): Proxy | undefined {
  if (wanted !== fromEnvironment) return readProxy(new URL(wanted));
  const address = withScheme(getProxyForUrl(url.href));
  if (address === '') return undefined;
  if (isProxyAddress(address)) return readProxy(new URL(address));
  const variable = `${url.protocol.slice(0, -1).toUpperCase()}_PROXY`;
  throw new EgoiConfigError(
    `${variable} or ALL_PROXY must be an HTTP proxy as http://host:port, or empty`,
  );
}

/** Without one, a proxy speaks plain HTTP, as it does to curl; the library takes that of the target. */
function withScheme(address: string): string {
  const { env } = process;
  const written = [env['https_proxy'], env['HTTPS_PROXY'], env['all_proxy'], env['ALL_PROXY']];
  const rest = address.replace(/^https:\/\//, '');
  return rest !== address && written.includes(rest) ? `http://${rest}` : address;
}

function isProxyAddress(text: string): boolean {
  // The parser drops line breaks and blanks: another address than was said.
  if (/[\p{Cc}\s]/u.test(text) || !URL.canParse(text)) return false;
  const { protocol, pathname, search, hash, username, password } = new URL(text);
  const isHttp = protocol === 'http:' || protocol === 'https:';
  return isHttp && pathname === '/' && search === '' && hash === '' && isLogin(username, password);
}

/** A name with a colon would be read as a shorter one with another password. */
function isLogin(username: string, password: string): boolean {
  try {
    decodeURIComponent(password);
    return !decodeURIComponent(username).includes(':');
  } catch {
    return false;
  }
}

function readProxy({ href, protocol, hostname, port, username, password }: URL): Proxy {
  const isSecure = protocol === 'https:';
  const standardPort = isSecure ? 443 : 80;
  const number = port === '' ? standardPort : Number(port);
  const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return {
    id: href,
    isSecure,
    hostname: hostname.replace(/^\[|\]$/g, ''),
    port: number,
    place: `${hostname}:${number}`,
    authorization: login === ':' ? undefined : `Basic ${Buffer.from(login).toString('base64')}`,
  };
}
