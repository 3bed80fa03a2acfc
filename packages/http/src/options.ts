import { X509Certificate } from 'node:crypto';
import { option, type OptionSchema } from '@egoi-client/core/wire';
import type { HttpClient } from './contract.ts';
import { isProxyOption } from './proxy.ts';

/** What every transport may be told about its connections, to be spread into the shape of its own options. */
export const httpOptions: {
  readonly [Name in keyof ResolvedHttpOptions]-?: OptionSchema<ResolvedHttpOptions[Name]>;
} = {
  timeoutMs: option.timeMs(60_000),
  maxResponseBytes: option.bytes(64 * 1024 * 1024),
  maxRequestBytes: option.bytes(50 * 1024 * 1024),
  maxConnections: option.count(16, 1, 1024),
  proxy: option
    .custom<string>(isProxyOption, 'must be an HTTP proxy as http://host:port, or environment')
    .optional(),
  ca: option
    .custom<string>(isCertificateText, 'must be PEM text with at least one certificate')
    .optional(),
  http: option
    .custom<HttpClient>(isHttpClient, 'must have the functions send and close')
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
  readonly http?: HttpClient | undefined;
}

function isHttpClient(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'send' in value &&
    typeof value.send === 'function' &&
    'close' in value &&
    typeof value.close === 'function'
  );
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
