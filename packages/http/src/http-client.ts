import type { IncomingMessage } from 'node:http';
import {
  EgoiAbortError,
  EgoiConfigError,
  EgoiError,
  EgoiProtocolError,
  EgoiTimeoutError,
} from '@egoi-client/core';
import { abortionError, followSignal, WireFormatError } from '@egoi-client/core/wire';
import { charsetOf, mediaTypeOf, retryAfterOf } from './answer-headers.ts';
import { arrivedBody, decompressedBody } from './body-bytes.ts';
import { decodeText, decodeWhole } from './body-text.ts';
import { type Connections, prepareConnections, type Route, type WayTo } from './connections.ts';
import type { HttpAnswer, HttpAnswerHead, HttpClient, HttpExchange } from './contract.ts';
import { exchangeFailure } from './failure.ts';
import { type RequestMessage, sendRequest } from './node-request.ts';
import type { ResolvedHttpOptions } from './options.ts';
import { measureBody, type RequestBody } from './request-body.ts';
import { RequestProgress } from './request-progress.ts';
import { Turns } from './turns.ts';
import { userAgent } from './user-agent.ts';

/**
 * Makes a set of keep-alive connections that sends requests within its limits. Nothing is opened
 * before the first one.
 *
 * @param options made with `httpOptions`
 */
export function createHttpClient(options: ResolvedHttpOptions): HttpClient {
  if (options.http !== undefined) return lentClient(options.http);
  const connections = prepareConnections(options);
  const destinationOf = destinationReader(connections);
  const underWay = new Set<RequestProgress>();
  let closed: EgoiAbortError | undefined;

  return {
    async send(exchange) {
      const { context, signal } = exchange;
      const { host, way } = destinationOf(exchange);
      const progress = new RequestProgress();
      if (closed !== undefined) progress.abort(closed);
      else if (signal.aborted) progress.abort(signal.reason);
      if (progress.aborted) throw abortionError(progress, context, 'not_sent');
      const unlimit = limitTry(progress, signal, options.timeoutMs);
      underWay.add(progress);
      try {
        const body =
          exchange.body === undefined
            ? undefined
            : await measureBody(exchange.body, options.maxRequestBytes, {
                signal: progress,
                context,
              });
        sendRequest(way, requestMessage(exchange, body, host, progress), progress.follow);
        const response = await progress.response;
        const answer = await readAnswer(response, options.maxResponseBytes, way.route, exchange);
        return (await progress.wasAnsweredEarly()) ? { ...answer, beforeRequestEnd: true } : answer;
      } catch (error) {
        if (error instanceof EgoiError) throw error;
        if (progress.aborted) {
          throw abortionError(progress, context, progress.connected ? 'unknown' : 'not_sent');
        }
        throw exchangeFailure(error, progress, way.route, context);
      } finally {
        underWay.delete(progress);
        unlimit();
        progress.hangUpUnlessSent();
      }
    },
    async close() {
      closed ??= new EgoiAbortError('the transport was closed');
      for (const progress of underWay) progress.abort(closed);
      connections.close();
    },
  };
}

/** Ends a try with its caller's signal or with its time. @returns the clean-up */
function limitTry(progress: RequestProgress, signal: AbortSignal, timeoutMs: number): () => void {
  const unfollow = followSignal(signal, () => progress.abort(signal.reason));
  const timer = setTimeout(() => {
    const message = `no answer within ${timeoutMs} ms (one try)`;
    progress.abort(new EgoiTimeoutError(message, { timeoutMs }));
  }, timeoutMs);
  return () => {
    clearTimeout(timer);
    unfollow();
  };
}

/** What a request says unless its exchange says otherwise. */
const usualHeaders = [
  ['Accept', '*/*'],
  ['User-Agent', userAgent],
  ['Accept-Encoding', 'gzip, deflate'],
] as const;

/** Whoever made a client closes it: others may still use it. */
function lentClient(http: HttpClient): HttpClient {
  return { send: (exchange) => http.send(exchange), close: async () => undefined };
}

/** An address, and what is the same for all requests to it. */
interface Destination {
  /** As the header says it. */
  readonly host: string;
  readonly way: WayTo;
}

/** Reads addresses, which a transport has one or two of: the last is remembered. */
function destinationReader(connections: Connections): (exchange: HttpExchange) => Destination {
  let last: { readonly url: string; readonly destination: Destination } | undefined;
  return (exchange) => {
    if (last?.url !== exchange.url) {
      const address = readAddress(exchange);
      const way = connections.wayTo(address);
      last = { url: exchange.url, destination: { host: address.host, way } };
    }
    return last.destination;
  };
}

/** Addresses also come out of documents that a transport reads, such as a WSDL. */
function readAddress({ url, context }: HttpExchange): URL {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (address?.protocol === 'http:' || address?.protocol === 'https:') return address;
  throw new EgoiConfigError('the endpoint is not a whole http or https address', context);
}

function requestMessage(
  { method, headers }: HttpExchange,
  body: RequestBody | undefined,
  host: string,
  progress: RequestProgress,
): RequestMessage {
  return {
    method,
    headers: headerLines(host, headers, body),
    text: body?.text,
    stream: body?.stream?.(progress),
  };
}

/** Names and values in turn, which Node writes as they are. */
function headerLines(
  host: string,
  headers: HttpExchange['headers'],
  body: RequestBody | undefined,
): string[] {
  const lines = ['Host', host];
  for (const [name, value] of usualHeaders) {
    if (!Object.hasOwn(headers, name)) lines.push(name, value);
  }
  for (const name of Object.keys(headers)) lines.push(name, headers[name] as string);
  // Said also of a body that is streamed: some front ends of PHP answer 411 to a chunked one.
  if (body !== undefined) lines.push('Content-Length', String(body.bytes));
  return lines;
}

async function readAnswer(
  response: IncomingMessage,
  maxBytes: number,
  { target }: Route,
  { context, onText }: HttpExchange,
): Promise<HttpAnswer> {
  const { headers, statusCode: status = 0 } = response;
  const retryAfterMs = retryAfterOf(headers, Date.now());
  // A page in place of an answer is told by its status; letters lost from it are no reason to hide that.
  const strictness = status >= 200 && status < 300 ? 'refuse' : 'replace';
  const charset = charsetOf(headers);
  const head: HttpAnswerHead = {
    status,
    mediaType: mediaTypeOf(headers),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
  let text = '';
  try {
    const arrived = await arrivedBody(response, maxBytes);
    if (arrived !== undefined) {
      const whole = decodeWhole(arrived, charset, strictness);
      if (onText === undefined) return { ...head, text: whole };
      onText(whole, head);
      return { ...head, text: '' };
    }
    const turns = new Turns();
    const chunks = decompressedBody(response, maxBytes);
    for await (const piece of decodeText(chunks, charset, strictness)) {
      if (onText === undefined) text += piece;
      else onText(piece, head);
      await turns.after(piece.length);
    }
  } catch (error) {
    response.destroy();
    if (!(error instanceof WireFormatError)) throw error;
    const message = `the answer from ${target} (HTTP ${status}) cannot be read: ${error.message}`;
    throw new EgoiProtocolError(message, { ...context, cause: error });
  }
  return { ...head, text };
}
