import { type ClientRequest, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { callbackType } from '@egoi-client/callbacks';
import { ForbiddenReceiver, type ReceiverGuard } from './receiver-guard.ts';

/** How a try to deliver ended. */
export type PostOutcome =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly retryAfterMs: number | undefined;
    }
  | { readonly kind: 'failed'; readonly reason: string; readonly mayHaveArrived: boolean }
  | { readonly kind: 'forbidden' };

/** What is posted to a receiver. */
interface Post {
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** More of an answer than this nobody reads. */
const maxAnswerBytes = 65_536;

/** Ends that come before a connection stands: nothing was sent. */
const unsentCodes: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** Posts a callback over a connection of its own. Redirects are not followed. */
export function post(
  { url, body, headers }: Post,
  guard: ReceiverGuard,
  timeoutMs: number,
  closing: AbortSignal,
): Promise<PostOutcome> {
  return new Promise((resolve) => {
    if (!guard.mayRegister(url)) {
      resolve({ kind: 'forbidden' });
      return;
    }
    const address = new URL(url);
    const open = address.protocol === 'https:' ? httpsRequest : httpRequest;
    const signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), closing]);
    const request: ClientRequest = open(address, {
      method: 'POST',
      agent: false,
      signal,
      lookup: guard.lookup,
      headers: {
        ...headers,
        'content-type': callbackType,
        'content-length': Buffer.byteLength(body),
        'user-agent': 'egoi-client-webhook-shim',
      },
    });
    request.on('error', (error: NodeJS.ErrnoException) => {
      if (error instanceof ForbiddenReceiver) resolve({ kind: 'forbidden' });
      else {
        const code = error.code ?? '';
        const reason = code === 'ABORT_ERR' ? 'no answer in time' : code || 'the connection broke';
        resolve({ kind: 'failed', reason, mayHaveArrived: !unsentCodes.has(code) });
      }
    });
    request.on('response', (response) => {
      const answered: PostOutcome = {
        kind: 'answered',
        status: response.statusCode ?? 0,
        retryAfterMs: waitIn(response.headers['retry-after']),
      };
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > maxAnswerBytes) response.destroy();
      });
      // The status is told; what breaks afterwards changes nothing.
      response.on('error', () => resolve(answered));
      response.on('close', () => resolve(answered));
    });
    request.end(body);
  });
}

/** What `Retry-After` asks for, in milliseconds: seconds, or a date. */
function waitIn(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}
