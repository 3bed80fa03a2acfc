import type { HttpReply } from './contract.ts';

/** Makes a reply with the headers that all replies have. */
export function httpReply(
  status: number,
  contentType: string,
  body: string,
  headers?: Readonly<Record<string, string>>,
): HttpReply {
  const common = {
    'content-type': contentType,
    'content-length': String(Buffer.byteLength(body)),
    'x-content-type-options': 'nosniff',
    // Answers are personal data, and a GET would otherwise be fair game for a cache on the way.
    'cache-control': 'no-store',
  };
  return { status, headers: headers === undefined ? common : { ...common, ...headers }, body };
}

/** A reply of plain text. */
export function plainReply(
  status: number,
  text: string,
  headers?: Readonly<Record<string, string>>,
): HttpReply {
  return httpReply(status, 'text/plain; charset=utf-8', `${text}\n`, headers);
}
