import type { IncomingMessage } from 'node:http';
import {
  abortionError,
  EgoiAbortError,
  EgoiConfigError,
  EgoiError,
  EgoiProtocolError,
  linkSignals,
  WireFormatError,
} from '@egoi-client/core';
import { type AdapterRequest, sendByAxios } from './axios-adapter.ts';
import { charsetOf, mediaTypeOf, retryAfterOf } from './answer-headers.ts';
import { arrivedBody, decompressedBody } from './body-bytes.ts';
import { decodeText, decodeWhole } from './body-text.ts';
import { type Connections, prepareConnections, type Route } from './connections.ts';
import type { HttpAnswer, HttpAnswerHead, HttpClient, HttpExchange } from './contract.ts';
import { exchangeFailure } from './failure.ts';
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
  const closing = new AbortController();

  return {
    async send(exchange) {
      const { context } = exchange;
      const url = readAddress(exchange);
      const link = linkSignals([closing.signal, exchange.signal], {
        timeoutMs: options.timeoutMs,
        what: 'one try',
      });
      const { signal } = link;
      const progress = new RequestProgress();
      const route = connections.routeTo(url);
      try {
        if (signal.aborted) throw abortionError(signal, context, 'not_sent');
        const body =
          exchange.body === undefined
            ? undefined
            : await measureBody(exchange.body, options.maxRequestBytes, { signal, context });
        const config = requestConfig(exchange, body, url, connections, progress, signal);
        const response = await Promise.race([sendByAxios(config), progress.endedSilently]);
        return await readAnswer(response, options.maxResponseBytes, route, exchange);
      } catch (error) {
        if (error instanceof EgoiError) throw error;
        if (signal.aborted) {
          throw abortionError(signal, context, progress.connected ? 'unknown' : 'not_sent');
        }
        throw exchangeFailure(error, progress, route, context);
      } finally {
        progress.hangUpUnlessSent();
        link.dispose();
      }
    },
    async close() {
      closing.abort(new EgoiAbortError('the transport was closed'));
      connections.close();
    },
  };
}

/** Whoever made a client closes it: others may still use it. */
function lentClient(http: HttpClient): HttpClient {
  return { send: (exchange) => http.send(exchange), close: async () => undefined };
}

/** Addresses also come out of documents that a transport reads, such as a WSDL. */
function readAddress({ url, context }: HttpExchange): URL {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (address?.protocol === 'http:' || address?.protocol === 'https:') return address;
  throw new EgoiConfigError('the endpoint is not a whole http or https address', context);
}

function requestConfig(
  { url, method, headers }: HttpExchange,
  body: RequestBody | undefined,
  address: URL,
  connections: Connections,
  progress: RequestProgress,
  signal: AbortSignal,
): AdapterRequest {
  return {
    ...connections.configFor(address),
    url,
    method,
    headers: {
      Accept: '*/*',
      'User-Agent': userAgent,
      'Accept-Encoding': 'gzip, deflate',
      ...headers,
      // Said also of a body that is streamed: some front ends of PHP answer 411 to a chunked one.
      ...(body === undefined ? {} : { 'Content-Length': String(body.bytes) }),
    },
    data: body?.data(() => !progress.refused),
    signal,
    transport: progress.transport,
    maxRedirects: 0,
    validateStatus: () => true,
    // Size, compression and charset of the answer are ours, so that axios hands out bare bytes.
    responseType: 'stream',
    decompress: false,
  };
}

async function readAnswer(
  response: IncomingMessage,
  maxBytes: number,
  route: Route,
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
    const message = `the answer from ${route.target} (HTTP ${status}) cannot be read: ${error.message}`;
    throw new EgoiProtocolError(message, { ...context, cause: error });
  }
  return { ...head, text };
}
