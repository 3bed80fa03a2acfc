import {
  abortionError,
  EgoiFaultError,
  EgoiHttpError,
  EgoiInputError,
  EgoiProtocolError,
  type ErrorContext,
  errorContext,
  type Transport,
  type TransportRequest,
  type WireAnswer,
  WireFormatError,
  type WireValue,
} from '@egoi-client/core';
import type { HttpAnswer, HttpClient, WireProtocol } from './contract.ts';

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
      const encoded = await protocol.encode(request, context);
      const body = inputChecked(encoded.body, context);
      const answer = await http.send({ ...encoded, body, method: 'POST', signal, context });
      const value = readAnswer(protocol, request, answer, context);
      return {
        value,
        transport: id,
        durationMs: performance.now() - startedMs,
        status: answer.status,
      };
    },
    close: () => http.close(),
  };
}

/** The client checks its parameters; a transport that is called without it has to refuse by itself. */
function inputChecked(
  body: string | Iterable<string>,
  context: ErrorContext,
): string | Iterable<string> {
  if (typeof body === 'string') return body;
  return {
    *[Symbol.iterator]() {
      try {
        yield* body;
      } catch (error) {
        if (!(error instanceof WireFormatError)) throw error;
        throw new EgoiInputError([{ path: 'parameters', problem: error.message }], context);
      }
    },
  };
}

/**
 * Decides what an HTTP answer is. A fault is a fault whatever the status; a value counts only with a
 * success status; what cannot be read is the API's own broken answer on success, a page in between
 * otherwise.
 */
function readAnswer(
  protocol: WireProtocol<string>,
  request: TransportRequest,
  answer: HttpAnswer,
  context: ErrorContext,
): WireValue {
  const success = answer.status >= 200 && answer.status < 300;
  const decoded = isHtmlPage(answer.text)
    ? undefined
    : decode(protocol, request, answer, success, context);
  if (decoded !== undefined && 'fault' in decoded) throw new EgoiFaultError(decoded.fault, context);
  if (decoded !== undefined && success) return decoded.value;
  throw new EgoiHttpError(describeForeignAnswer(answer), {
    ...context,
    status: answer.status,
    retryAfterMs: answer.retryAfterMs,
  });
}

function decode(
  protocol: WireProtocol<string>,
  request: TransportRequest,
  answer: HttpAnswer,
  success: boolean,
  context: ErrorContext,
): WireAnswer | undefined {
  try {
    return protocol.decode(answer.text, request);
  } catch (error) {
    if (!(error instanceof WireFormatError)) throw error;
    if (!success) return undefined;
    throw new EgoiProtocolError(`the answer cannot be read: ${error.message}`, {
      ...context,
      cause: error,
    });
  }
}

/** Tells a page for people from a document of a protocol. */
export function isHtmlPage(text: string): boolean {
  return /^\s*<(?:!doctype\s+html|html)\b/i.test(text);
}

function describeForeignAnswer(answer: HttpAnswer): string {
  const { status } = answer;
  if (status >= 300 && status < 400) {
    return `the server answered with a redirect (HTTP ${status}), which is not followed; check the endpoint`;
  }
  if (status >= 200 && status < 300) {
    return `an HTML page came in place of the API's answer (HTTP ${status}); check the endpoint and what stands in front of it`;
  }
  return `the answer is not the API's (HTTP ${status})`;
}
