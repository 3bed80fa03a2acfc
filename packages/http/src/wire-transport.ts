import {
  EgoiConnectionError,
  EgoiFaultError,
  EgoiHttpError,
  EgoiInputError,
  type Transport,
  type TransportRequest,
  type WireValue,
} from '@egoi-client/core';
import {
  abortionError,
  apiErrorIn,
  type ErrorContext,
  errorContext,
  WireFormatError,
} from '@egoi-client/core/wire';
import { AnswerReading, isSuccess } from './answer-reading.ts';
import type { HttpAnswerHead, HttpClient, HttpExchange, WireProtocol } from './contract.ts';

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
      const answer = await exchange(http, reading, {
        url,
        method: 'POST',
        headers,
        body: inputChecked(body, context),
        signal,
        context,
        onText: reading.write,
      });
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
): Promise<{
  readonly value: WireValue;
  readonly status: number;
  readonly beforeRequestEnd: boolean;
}> {
  const { context } = request;
  try {
    const answer = await http.send(request);
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
