import type { IncomingMessage } from 'node:http';
import { hostNameOf } from './host-name.ts';
import type { Refusal } from './refusal.ts';

/**
 * What is wrong with a head that Node's parser lets pass, though two readers could take it for two
 * different requests.
 *
 * Sources: RFC 9112, 3.2 (Host) and 6.1 (Transfer-Encoding); RFC 9110, 5.3 and 8.3 (Content-Type).
 *
 * @returns `undefined` for a good head
 */
export function malformedHead({
  headers,
  rawHeaders,
}: Pick<IncomingMessage, 'headers' | 'rawHeaders'>): Refusal | undefined {
  const { host } = headers;
  if (host !== undefined && hostNameOf(host) === undefined) {
    return { reason, status: 400, text: 'the Host header is not a host and a port' };
  }
  const repeated = repeatedHeader(rawHeaders);
  if (repeated !== undefined) {
    return { reason, status: 400, text: `the header ${repeated} came more than once` };
  }
  const coding = headers['transfer-encoding'];
  if (coding !== undefined && coding.trim().toLowerCase() !== 'chunked') {
    return { reason, status: 501, text: 'no other transfer coding than chunked is taken' };
  }
  return undefined;
}

const reason = 'malformed-head';

/** Two types that are the same contradict nothing; two hosts are refused in any case. */
function repeatedHeader(rawHeaders: readonly string[]): string | undefined {
  let hosts = 0;
  let type: string | undefined;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index];
    // By their lengths first: most names are passed over without being written anew.
    if (name?.length === 4 && name.toLowerCase() === 'host') {
      hosts += 1;
      if (hosts > 1) return 'Host';
    } else if (name?.length === 12 && name.toLowerCase() === 'content-type') {
      const value = rawHeaders[index + 1];
      if (type !== undefined && type !== value) return 'Content-Type';
      type = value;
    }
  }
  return undefined;
}
