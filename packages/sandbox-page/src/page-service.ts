import {
  type AdmittedRequest,
  addressOf,
  type EventStream,
  type HttpReply,
  type HttpService,
  httpReply,
  plainReply,
  type RequestHead,
  targetOf,
} from '@egoi-client/http/server';
import type { Hono } from 'hono';
import type { CallEvent } from './calls/call-event.ts';
import type { CallSummary } from './calls/call-summary.ts';
import { base } from './views/layout.ts';

/** Most bytes of what a form of the page sends. */
const mostFormBytes = 256 * 1024;

/** Whether a request is one for the page. */
export function isForPage({ url }: RequestHead): boolean {
  const { path } = targetOf(url);
  return path === base || path.startsWith(`${base}/`);
}

/**
 * What a server serves of the page.
 *
 * @param app answers below its base
 * @param live tells open pages of calls
 * @param events tells `egoi tail` of them
 */
export function pageService(
  app: Hono,
  live: EventStream<CallSummary>,
  events: EventStream<CallEvent>,
): Pick<HttpService, 'admit'> {
  return {
    admit(head): AdmittedRequest | { readonly reply: HttpReply } {
      const { path, query } = targetOf(head.url);
      if (path === `${base}/calls/live` && head.method === 'GET') {
        return { answer: () => Promise.resolve(live.reply(head)) };
      }
      if (path === `${base}/calls/events` && head.method === 'GET') {
        return { answer: () => Promise.resolve(events.reply(head)) };
      }
      const address = addressOf(head.headers['host'], head.origin ?? 'http://localhost');
      if (address === undefined) return { reply: plainReply(400, 'the Host header is none') };
      const pieces: Buffer[] = [];
      let length = 0;
      return {
        write(bytes) {
          length += bytes.byteLength;
          if (length <= mostFormBytes) pieces.push(Buffer.from(bytes));
        },
        answer() {
          if (length > mostFormBytes) {
            return Promise.resolve(plainReply(413, 'a form of the page is not as large'));
          }
          return answerBy(app, head, `${address}${path}${query === '' ? '' : `?${query}`}`, pieces);
        },
      };
    },
  };
}

const passedOn = ['content-type', 'origin', 'sec-fetch-site', 'x-part'];

async function answerBy(
  app: Hono,
  { method, headers }: RequestHead,
  url: string,
  pieces: readonly Buffer[],
): Promise<HttpReply> {
  const given = passedOn.flatMap((name) => {
    const value = headers[name];
    return value === undefined ? [] : [[name, value] as [string, string]];
  });
  const body = method === 'GET' || method === 'HEAD' ? null : Buffer.concat(pieces);
  const response = await app.fetch(new Request(url, { method, headers: given, body }));
  const { 'content-type': type = 'text/plain; charset=utf-8', ...others } = Object.fromEntries(
    response.headers,
  );
  return httpReply(response.status, type, await response.text(), others);
}
