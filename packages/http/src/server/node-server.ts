import { createPrivateKey, X509Certificate } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer, Server as TlsServer } from 'node:https';
import { createSecureContext } from 'node:tls';
import { EgoiConfigError } from '@egoi-client/core';
import type { TlsKeyPair } from './contract.ts';
import type { ResolvedListenOptions, ResolvedServerOptions } from './server-options.ts';

/** How long a connection may be idle while there is room, in milliseconds. */
const keepAliveMs = 75_000;

/** Makes Node's server, which does not listen yet. @throws EgoiConfigError for unusable TLS material */
export function makeNodeServer(
  options: ResolvedServerOptions,
  { tls }: ResolvedListenOptions,
): Server {
  const headersTimeout = Math.min(options.headersTimeoutMs, options.requestTimeoutMs);
  const limits = {
    maxHeaderSize: options.maxHeaderBytes,
    headersTimeout,
    requestTimeout: options.requestTimeoutMs,
    // The two limits above are looked at this often.
    connectionsCheckingInterval: Math.min(1000, Math.ceil(headersTimeout / 2)),
  };
  if (tls !== undefined) requireUsable('listen: tls.key and tls.cert', tls);
  const server =
    tls === undefined
      ? createServer(limits)
      : createTlsServer({ ...limits, ...tls, handshakeTimeout: headersTimeout });
  // Longer than the pools of clients and proxies keep one: who closes first meets no call on its way.
  server.keepAliveTimeout = keepAliveMs;
  // A client that reads nothing of its answer must not keep it in memory for ever.
  server.timeout = options.timeoutMs + options.requestTimeoutMs;
  return server;
}

/**
 * Gives a server another certificate for the connections to come.
 *
 * @throws EgoiConfigError for an unusable pair, and for a server without one; nothing changes then
 */
export function renewTls(server: Server, { key, cert }: TlsKeyPair): void {
  if (!(server instanceof TlsServer)) {
    throw new EgoiConfigError('renewTls: the server speaks plain http, and has no certificate');
  }
  requireUsable('renewTls: key and cert', { key, cert });
  server.setSecureContext({ key, cert });
}

function requireUsable(what: string, { key, cert }: TlsKeyPair): void {
  try {
    createSecureContext({ key, cert });
    // OpenSSL takes a certificate without a key, and shows it to nobody.
    if (!new X509Certificate(cert).checkPrivateKey(createPrivateKey(key))) {
      throw new Error('the key belongs to another certificate');
    }
  } catch (cause) {
    throw new EgoiConfigError(`${what} are not a usable pair of PEM texts`, { cause });
  }
}
