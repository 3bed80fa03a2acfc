/** Why a server refuses a request, whatever it asks for. */
export interface Refusal {
  /** In one word, for services that answer by it. */
  readonly reason:
    | 'not-http'
    | 'malformed-head'
    | 'foreign-host'
    | 'foreign-origin'
    | 'encoded-body'
    | 'body-too-large'
    | 'body-too-slow'
    | 'no-room';
  /** The status that HTTP has for it. */
  readonly status: number;
  /** For people, in one sentence without an end: what was wrong, and what to do. */
  readonly text: string;
  /** The option of the server that would have let the request in. */
  readonly option?: 'allowedHosts' | 'allowedOrigins';
}

/** What a server says of a body that it does not take in. */
export function bodyRefusal(
  reason: 'body-too-large' | 'body-too-slow' | 'no-room',
  limits: { readonly maxBodyBytes: number; readonly minBodyBytesPerSecond: number },
): Refusal {
  switch (reason) {
    case 'body-too-large':
      return { reason, status: 413, text: `the body is larger than ${limits.maxBodyBytes} bytes` };
    case 'body-too-slow': {
      const { minBodyBytesPerSecond } = limits;
      const text = `the body came more slowly than ${minBodyBytesPerSecond} bytes a second`;
      return { reason, status: 408, text };
    }
    default:
      return { reason, status: 503, text: 'the server has too much to read; try later' };
  }
}

/** What a head says of its body that is reason enough not to read it. @returns `undefined` for a body that may come */
export function declaredBodyRefusal(
  headers: Readonly<Record<string, string | undefined>>,
  limits: Parameters<typeof bodyRefusal>[1],
): Refusal | undefined {
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding.trim().toLowerCase() !== 'identity') {
    return { reason: 'encoded-body', status: 415, text: 'compressed requests are not taken' };
  }
  return Number(headers['content-length'] ?? 0) > limits.maxBodyBytes
    ? bodyRefusal('body-too-large', limits)
    : undefined;
}
