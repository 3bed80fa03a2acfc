import { type ClientRequest, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { ForbiddenAddress, isForeignIp, loopbackLookup } from './loopback.ts';

/** How far callbacks go: nowhere, to this machine, or to any address. */
export type CallbackReach = 'off' | 'loopback' | 'any';

/** More of an answer than this nobody reads. */
const maxAnswerBytes = 65_536;

/** What a receiver gets. */
type PostedType = 'application/x-www-form-urlencoded' | 'application/json';

/** One POST to a receiver. */
export interface Delivery {
  /** What asked for it: editApiCallback, a webhook, or the `callback_url` of queued work. */
  readonly kind: 'callback' | 'webhook' | 'outcome';
  /** What it tells of, in the words of whoever asked. */
  readonly event: string;
  /** 0 where it concerns none. */
  readonly list: number;
  readonly url: string;
  readonly type: PostedType;
  readonly body: string;
}

/**
 * Posts a body over a connection of its own. Redirects are not followed.
 *
 * @param signal ends it
 * @returns the HTTP status
 * @throws ForbiddenAddress for an address out of reach; else whatever the connection says
 */
export function post(
  { url, type, body }: Pick<Delivery, 'url' | 'type' | 'body'>,
  reach: Exclude<CallbackReach, 'off'>,
  signal: AbortSignal,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const address = new URL(url);
    if (reach === 'loopback' && isForeignIp(address.hostname)) {
      throw new ForbiddenAddress('not a loopback address');
    }
    const open = address.protocol === 'https:' ? httpsRequest : httpRequest;
    const request: ClientRequest = open(address, {
      method: 'POST',
      agent: false,
      signal,
      headers: {
        'content-type': type,
        'content-length': Buffer.byteLength(body),
      },
      ...(reach === 'loopback' ? { lookup: loopbackLookup } : {}),
    });
    request.on('error', reject);
    request.on('response', (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > maxAnswerBytes) response.destroy();
      });
      response.on('error', reject);
      response.on('close', () => resolve(response.statusCode ?? 0));
    });
    request.end(body);
  });
}
