import { X509Certificate } from 'node:crypto';
import { option } from '@egoi-client/core';

/** What every transport may be told about its connections, to be spread into the shape of its own options. */
export const httpOptions = {
  timeoutMs: option.timeMs(60_000),
  maxResponseBytes: option.bytes(64 * 1024 * 1024),
  maxRequestBytes: option.bytes(50 * 1024 * 1024),
  maxConnections: option.count(16, 1, 1024),
  proxy: option
    .url()
    .refine(isProxyAddress, { error: 'must be an HTTP proxy as http://host:port' })
    .optional(),
  ca: option
    .custom<string>(isCertificateText, 'must be PEM text with at least one certificate')
    .optional(),
};

/** `HttpOptions` with every default filled in. */
export interface ResolvedHttpOptions {
  readonly timeoutMs: number;
  readonly maxResponseBytes: number;
  readonly maxRequestBytes: number;
  readonly maxConnections: number;
  readonly proxy?: string | undefined;
  readonly ca?: string | undefined;
}

function isProxyAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, pathname, search } = new URL(text);
  return protocol === 'http:' && pathname === '/' && search === '';
}

/** Node itself takes PEM text without a certificate in silence, and then trusts nobody. */
function isCertificateText(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const blocks = value.match(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g) ?? [];
  return blocks.length > 0 && blocks.every(isCertificate);
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).subject !== undefined;
  } catch {
    return false;
  }
}
