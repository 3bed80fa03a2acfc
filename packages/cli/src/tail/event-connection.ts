import type { IncomingMessage } from 'node:http';
import { get as getHttp } from 'node:http';
import { get as getHttps } from 'node:https';
import { createParser, type EventSourceMessage } from 'eventsource-parser';

/** Servers send something at least every 10 seconds; who is silent for so long has gone, in milliseconds. */
const silenceMs = 35_000;
/** Of one event; none of ours is a hundredth as large. */
const mostEventCharacters = 256 * 1024;

/** What answers in place of an event stream: a status, or an answer of another kind. */
export class NoEventStream extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`answered ${status}, and no event stream`);
    this.name = 'NoEventStream';
    this.status = status;
  }
}

/** Where events are asked for. */
export interface EventSource {
  readonly url: URL;
  /** PEM certificates to trust in place of the built-in ones. */
  readonly ca: string | undefined;
  /** The id of the last event that was seen, from which on it is to go on. */
  readonly lastEventId: string | undefined;
  readonly signal: AbortSignal;
}

/**
 * The server-sent events of one connection, until it ends. What arrives faster than it is taken stays with
 * the server.
 *
 * @throws NoEventStream for another answer; Error of the connection, or of what is no event stream
 */
export async function* connectToEvents(source: EventSource): AsyncGenerator<EventSourceMessage> {
  const response = await answerTo(source);
  const { statusCode = 0, headers } = response;
  if (statusCode !== 200 || !/^text\/event-stream\b/.test(headers['content-type'] ?? '')) {
    response.destroy();
    throw new NoEventStream(statusCode);
  }
  let arrived: EventSourceMessage[] = [];
  let failure: Error | undefined;
  const parser = createParser({
    maxBufferSize: mostEventCharacters,
    onEvent: (event) => void arrived.push(event),
    onError(error) {
      // Fields that it does not know are passed over, as the standard says.
      if (error.type === 'max-buffer-size-exceeded') failure = error;
    },
  });
  response.setEncoding('utf8');
  for await (const text of response as AsyncIterable<string>) {
    parser.feed(text);
    const events = arrived;
    arrived = [];
    yield* events;
    if (failure !== undefined) throw failure;
  }
}

function answerTo({ url, ca, lastEventId, signal }: EventSource): Promise<IncomingMessage> {
  const get = url.protocol === 'https:' ? getHttps : getHttp;
  const headers = {
    accept: 'text/event-stream',
    ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
  };
  return new Promise((resolve, reject) => {
    const request = get(url, {
      headers,
      signal,
      timeout: silenceMs,
      agent: false,
      ...(ca === undefined ? {} : { ca }),
    });
    request.once('timeout', () => request.destroy(new Error('nothing came any longer')));
    request.on('error', reject);
    request.once('response', resolve);
  });
}
