import { EgoiAbortError, EgoiConfigError, EgoiError, EgoiTimeoutError } from '@egoi-client/core';
import { abortionError, followSignal } from '@egoi-client/core/wire';
import { type Connections, prepareConnections, type WayTo } from './connections.ts';
import type { HttpClient, HttpExchange } from './contract.ts';
import { exchangeFailure } from './failure.ts';
import { type RequestMessage, RequestProgress, sendRequest } from './node-request.ts';
import type { ResolvedHttpOptions } from './options.ts';
import { arrivedBody, readAnswer } from './read-answer.ts';
import { measureBody, type RequestBody } from './request-body.ts';
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
  const tries = new Tries(options.timeoutMs);
  const { maxRequestBytes, maxResponseBytes } = options;

  return {
    async send(exchange) {
      const { context } = exchange;
      const destination = destinationOf(exchange);
      const { way } = destination;
      const progress = new RequestProgress();
      const end = tries.begin(progress, exchange);
      try {
        const body =
          exchange.body === undefined
            ? undefined
            : await measureBody(exchange.body, maxRequestBytes, { signal: progress, context });
        const message = requestMessage(exchange, body, destination, progress);
        exchange.onSending?.(message.headers);
        sendRequest(way, message, progress.follow);
        const response = await progress.response;
        exchange.onAnswering?.(response.statusCode ?? 0, response.rawHeaders);
        const arriving = {
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: response,
          arrived: () => arrivedBody(response, maxResponseBytes),
          stop: () => void response.destroy(),
        };
        const answer = await readAnswer(arriving, maxResponseBytes, way.route.target, exchange);
        return (await progress.wasAnsweredEarly()) ? { ...answer, beforeRequestEnd: true } : answer;
      } catch (error) {
        if (error instanceof EgoiError) throw error;
        if (progress.aborted) {
          throw abortionError(progress, context, progress.connected ? 'unknown' : 'not_sent');
        }
        throw exchangeFailure(error, progress, way.route, context);
      } finally {
        end();
        progress.hangUpUnlessSent();
      }
    },
    async close() {
      tries.close();
      connections.close();
    },
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
  { host, way }: Destination,
  progress: RequestProgress,
): RequestMessage {
  return {
    method,
    headers: headerLines(['Host', host, ...way.headers], headers, body),
    text: body?.text,
    stream: body?.stream?.(progress),
  };
}

/** Names and values in turn, which Node writes as they are. */
function headerLines(
  first: readonly string[],
  headers: HttpExchange['headers'],
  body: RequestBody | undefined,
): string[] {
  const lines = [...first];
  for (const [name, value] of usualHeaders) {
    if (!Object.hasOwn(headers, name)) lines.push(name, value);
  }
  for (const name of Object.keys(headers)) lines.push(name, headers[name] as string);
  // Said also of a body that is streamed: some front ends of PHP answer 411 to a chunked one.
  if (body !== undefined) lines.push('Content-Length', String(body.bytes));
  return lines;
}

/** A try that can be ended before its time. */
export interface EndableTry {
  readonly aborted: boolean;
  readonly reason: unknown;
  abort(reason: unknown): void;
}

/** The tries of one client that are under way: each ends with its caller's signal, its time or the client. */
export class Tries {
  readonly #timeoutMs: number;
  readonly #underWay = new Set<EndableTry>();
  #closed: EgoiAbortError | undefined;

  /** @param timeoutMs for each */
  constructor(timeoutMs: number) {
    this.#timeoutMs = timeoutMs;
  }

  /**
   * Begins a try.
   *
   * @returns the clean-up
   * @throws EgoiError where it has ended already
   */
  begin(one: EndableTry, { signal, context }: HttpExchange): () => void {
    if (this.#closed !== undefined) one.abort(this.#closed);
    else if (signal.aborted) one.abort(signal.reason);
    if (one.aborted) throw abortionError(one, context, 'not_sent');
    const timeoutMs = this.#timeoutMs;
    const unfollow = followSignal(signal, () => one.abort(signal.reason));
    const timer = setTimeout(() => {
      const message = `no answer within ${timeoutMs} ms (one try)`;
      one.abort(new EgoiTimeoutError(message, { timeoutMs }));
    }, timeoutMs);
    this.#underWay.add(one);
    return () => {
      this.#underWay.delete(one);
      clearTimeout(timer);
      unfollow();
    };
  }

  /** Ends all, and whatever begins later. */
  close(): void {
    this.#closed ??= new EgoiAbortError('the transport was closed');
    for (const one of this.#underWay) one.abort(this.#closed);
  }
}
