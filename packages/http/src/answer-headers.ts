import type { IncomingHttpHeaders } from 'node:http';

const maxRetryAfterMs = 86_400_000;
const months = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const zonedDate = new RegExp(
  `^(?:[A-Z][a-z]{2}, \\d{2} (?:${months}) \\d{4}|[A-Z][a-z]+day, \\d{2}-(?:${months})-\\d{2}) \\d{2}:\\d{2}:\\d{2} GMT$`,
);
const zonelessDate = new RegExp(
  `^[A-Z][a-z]{2} (?:${months}) [ \\d]\\d \\d{2}:\\d{2}:\\d{2} \\d{4}$`,
);

/** The media type without parameters, lower case; `''` where there is none. */
export function mediaTypeOf(headers: IncomingHttpHeaders): string {
  const [type = ''] = (headers['content-type'] ?? '').split(';', 1);
  return type.trim().toLowerCase();
}

/** The `charset` parameter of Content-Type. */
export function charsetOf(headers: IncomingHttpHeaders): string | undefined {
  return /;\s*charset\s*=\s*["']?([^"';\s]+)/i.exec(headers['content-type'] ?? '')?.[1];
}

/**
 * How long `Retry-After` asks to wait, in milliseconds, at most a day. Source: RFC 9110, 10.2.3: a
 * number of seconds, or a date in one of the three forms of 5.6.7.
 */
export function retryAfterOf(headers: IncomingHttpHeaders, nowMs: number): number | undefined {
  const value = headers['retry-after']?.trim();
  if (value === undefined) return undefined;
  const waitMs = /^\d+$/.test(value) ? Number(value) * 1000 : dateMs(value) - nowMs;
  return Number.isNaN(waitMs) ? undefined : Math.min(Math.max(waitMs, 0), maxRetryAfterMs);
}

function dateMs(value: string): number {
  if (zonedDate.test(value)) return Date.parse(value);
  return zonelessDate.test(value) ? Date.parse(`${value} GMT`) : Number.NaN;
}
