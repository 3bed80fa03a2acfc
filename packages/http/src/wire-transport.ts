import {
  EgoiConnectionError,
  EgoiFaultError,
  EgoiHttpError,
  EgoiInputError,
  EgoiProtocolError,
  type Transport,
  type TransportRequest,
  type WireValue,
} from '@egoi-client/core';
import {
  abortionError,
  type AnswerDecoder,
  apiErrorIn,
  type ErrorContext,
  errorContext,
  type WireAnswer,
  WireFormatError,
} from '@egoi-client/core/wire';
import type { HttpAnswerHead, HttpClient, HttpExchange, WireProtocol } from './contract.ts';
import { sendExchange } from './observed-exchange.ts';
import { Turns } from './turns.ts';

/** Makes a transport of a protocol and a set of connections. All that the four wires share is here. */
export function wireTransport<Id extends string>(
  protocol: WireProtocol<Id>,
  http: HttpClient,
): Transport<Id> {
  const { id, limits } = protocol;
  return {
    id,
    ...(limits === undefined ? {} : { limits }),
    async call(request) {
      const context = errorContext(request, id);
      const { signal } = request;
      if (signal.aborted) throw abortionError(signal, context, 'not_sent');
      const startedMs = performance.now();
      const { url, headers, body } = await protocol.encode(request, context);
      const reading = new AnswerReading(
        // What comes with another status is an error, whatever it says.
        ({ status }) =>
          protocol.decoder(isSuccess(status) ? request : { ...request, onItem: undefined }),
        context,
      );
      const sent = {
        url,
        method: 'POST',
        headers,
        body: inputChecked(body, context),
        signal,
        context,
        onText: reading.write,
      } as const;
      const answer = await exchange(http, reading, sent, request.observe);
      const { value, status } = answer;
      if (answer.beforeRequestEnd && !isRefusal(value, request, context)) {
        throw answeredEarly(status, context);
      }
      return { value, transport: id, durationMs: performance.now() - startedMs, status };
    },
    close: () => http.close(),
  };
}

/** What refuses a call may do so before it has seen all of it. */
function isRefusal(
  value: WireValue,
  { spec, params }: TransportRequest,
  context: ErrorContext,
): boolean {
  return apiErrorIn(value, spec?.formFor(params).result, context) !== undefined;
}

function answeredEarly(status: number, context: ErrorContext): EgoiConnectionError {
  const message = `the answer (HTTP ${status}) came before the call was wholly sent, so that it is not known what became of the call`;
  return new EgoiConnectionError(message, { ...context, delivery: 'unknown' });
}

/** The client checks its parameters; a transport that is called without it has to refuse by itself. */
function inputChecked(
  body: string | Iterable<string>,
  context: ErrorContext,
): string | Iterable<string> {
  if (typeof body === 'string') return body;
  return { [Symbol.iterator]: () => new CheckedPieces(body[Symbol.iterator](), context) };
}

/** An iterator, as one generator inside another costs more than the pieces of a small call. */
class CheckedPieces implements Iterator<string, void> {
  readonly #pieces: Iterator<string, void>;
  readonly #context: ErrorContext;

  constructor(pieces: Iterator<string, void>, context: ErrorContext) {
    this.#pieces = pieces;
    this.#context = context;
  }

  next(): IteratorResult<string, void> {
    try {
      return this.#pieces.next();
    } catch (error) {
      if (!(error instanceof WireFormatError)) throw error;
      throw new EgoiInputError([{ path: 'parameters', problem: error.message }], this.#context);
    }
  }
}

/**
 * Sends a call and decides what the answer to it is. A fault is a fault whatever the status; a value
 * counts only with a success status; what cannot be read is the API's own broken answer on success, a
 * page in between otherwise.
 */
async function exchange(
  http: HttpClient,
  reading: AnswerReading,
  request: HttpExchange,
  observe: TransportRequest['observe'],
): Promise<{
  readonly value: WireValue;
  readonly status: number;
  readonly beforeRequestEnd: boolean;
}> {
  const { context } = request;
  try {
    const answer = await sendExchange(http, request, observe);
    if (answer.text !== '') await reading.writeWhole(answer.text, answer);
    const { status } = answer;
    const decoded = reading.end(answer);
    if (decoded !== undefined && 'fault' in decoded) {
      throw new EgoiFaultError(decoded.fault, context);
    }
    if (decoded !== undefined && isSuccess(status)) {
      return { value: decoded.value, status, beforeRequestEnd: answer.beforeRequestEnd === true };
    }
    const { retryAfterMs } = answer;
    throw new EgoiHttpError(describeForeignAnswer(answer), { ...context, status, retryAfterMs });
  } catch (error) {
    throw reading.failure ?? error;
  }
}

function describeForeignAnswer(answer: HttpAnswerHead): string {
  const { status } = answer;
  if (status >= 300 && status < 400) {
    return `the server answered with a redirect (HTTP ${status}), which is not followed; check the endpoint`;
  }
  if (isSuccess(status)) {
    return `an HTML page came in place of the API's answer (HTTP ${status}); check the endpoint and what stands in front of it`;
  }
  return `the answer is not the API's (HTTP ${status})`;
}

/** How a whole text is cut. */
const pieceCharacters = 64 * 1024;

/** Whether a status lets the body be the answer to a call. */
function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

/** Reads the answer to one call while its text arrives, and tells the API's own from others. */
class AnswerReading {
  /** What reading failed with: whoever passes the text on may wrap it. */
  failure: unknown = undefined;
  readonly #decoderFor: (head: HttpAnswerHead) => AnswerDecoder;
  #decoder: AnswerDecoder | undefined;
  readonly #context: ErrorContext;
  #what: 'unknown' | 'document' | 'page' | 'unreadable' = 'unknown';
  /** The first characters, as long as they may be those of a page. */
  #start = '';

  /** @param decoderFor makes what reads the text, once its status is known */
  constructor(decoderFor: (head: HttpAnswerHead) => AnswerDecoder, context: ErrorContext) {
    this.#decoderFor = decoderFor;
    this.#context = context;
  }

  /**
   * Takes the next piece of the text.
   *
   * @throws EgoiProtocolError as soon as a successful answer cannot be read
   */
  readonly write = (text: string, head: HttpAnswerHead): void => {
    if (this.#what === 'document') this.#decode(text, head);
    else if (this.#what === 'unknown') this.#begin(text, head);
  };

  /** Takes a whole text, as `write` does, in turns. */
  async writeWhole(text: string, head: HttpAnswerHead): Promise<void> {
    const turns = new Turns();
    for (let at = 0; at < text.length; at += pieceCharacters) {
      this.write(text.slice(at, at + pieceCharacters), head);
      await turns.after(pieceCharacters);
    }
  }

  /**
   * Says that all has come.
   *
   * @returns `undefined` for a page, and for what cannot be read in an answer without success
   * @throws EgoiProtocolError for a successful answer that cannot be read
   */
  end(head: HttpAnswerHead): WireAnswer | undefined {
    if (this.#what === 'unknown') this.#settle(head);
    return this.#what === 'document'
      ? this.#orUnreadable(() => this.#decoderOf(head).end(), head)
      : undefined;
  }

  #begin(text: string, head: HttpAnswerHead): void {
    if (this.#start === '' && text.trimStart() === '') {
      this.#decode(text, head);
      return;
    }
    this.#start += text;
    if (!mayBecomePage(this.#start.trimStart())) this.#settle(head);
  }

  #settle(head: HttpAnswerHead): void {
    this.#what = isHtmlPage(this.#start) ? 'page' : 'document';
    if (this.#what === 'document') this.#decode(this.#start, head);
    this.#start = '';
  }

  #decode(text: string, head: HttpAnswerHead): void {
    if (text !== '') this.#orUnreadable(() => this.#decoderOf(head).write(text), head);
  }

  #decoderOf(head: HttpAnswerHead): AnswerDecoder {
    this.#decoder ??= this.#decoderFor(head);
    return this.#decoder;
  }

  #orUnreadable<T>(read: () => T, { status }: HttpAnswerHead): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof WireFormatError)) this.failure = error;
      else if (isSuccess(status)) {
        this.failure = new EgoiProtocolError(`the answer cannot be read: ${error.message}`, {
          ...this.#context,
          cause: error,
        });
      }
      this.#what = 'unreadable';
      if (this.failure !== undefined) throw this.failure;
      return undefined;
    }
  }
}

const pageStarts = ['<html', '<!doctype html'];

/** Longest beginning of a document that is looked at, in characters. */
const longestStart = 1024;

/** Tells a page for people from a document of a protocol. */
export function isHtmlPage(text: string): boolean {
  return /^\s*<(?:!doctype\s+html|html)\b/i.test(text);
}

/** What every beginning of such a page looks like: most documents are told by their second character. */
const likePage = /^(?:<(?:[!h]|$)|$)/i;

/** Tells whether more text is needed to tell a page by the beginning of a document, without blanks before it. */
function mayBecomePage(start: string): boolean {
  if (start.length > longestStart || !likePage.test(start)) return false;
  const folded = start.toLowerCase().replaceAll(/\s+/g, ' ');
  return pageStarts.some((word) => word.startsWith(folded));
}
