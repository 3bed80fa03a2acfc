import {
  abortionError,
  carriedText,
  EgoiError,
  type EgoiErrorKind,
  EgoiFaultError,
  EgoiUnsupportedError,
  errorContext,
  findMethod,
  linkSignals,
  splitFunctionOptions,
  type Transport,
  type TransportReply,
  type TransportRequest,
  WireFormatError,
} from '@egoi-client/core';
import type { HttpReply } from './contract.ts';
import type { ResolvedGatewayOptions } from './gateway-options.ts';
import { reportError } from './report-error.ts';
import type { Refusal, ServedCall } from './served-protocol.ts';

const methodName = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/;

/** General texts: what stands behind the gateway is nobody's business in front of it. */
const failureTexts: Readonly<Partial<Record<EgoiErrorKind, string>>> = {
  api: 'the service behind the gateway refused the call (api)',
  input: 'the parameters cannot be carried to the service behind the gateway (input)',
  config: 'the gateway is not set up for this call (config)',
  connection: 'the service behind the gateway cannot be reached (connection)',
  timeout: 'the service behind the gateway did not answer in time (timeout)',
  http: 'the service behind the gateway did not give an answer of the API (http)',
  protocol: 'the answer of the service behind the gateway cannot be read (protocol)',
  quota: 'the budget of calls is spent; call again later (quota)',
  aborted: 'the call was ended before it was answered (aborted)',
};

/**
 * Hands one call to the transport and puts what comes back into the call's own form. Never rejects.
 *
 * @param signal fires when whoever asked has gone
 */
export async function callTransport(
  call: ServedCall,
  transport: Transport,
  options: Pick<ResolvedGatewayOptions, 'timeoutMs' | 'onError'>,
  signal: AbortSignal | undefined,
): Promise<HttpReply> {
  const spec = findMethod(call.method);
  const link = linkSignals([signal], {
    timeoutMs: options.timeoutMs,
    what: "the gateway's call",
  });
  const request: TransportRequest = {
    ...splitFunctionOptions(call.options),
    method: spec?.name ?? call.method,
    spec,
    signal: link.signal,
    callId: crypto.randomUUID(),
    attempt: 1,
  };
  const { redact = unchanged } = errorContext(request, transport.id);
  try {
    if (!methodName.test(call.method)) return call.refuse(unknownMethod(call, redact));
    const { value } = await untilAborted(transport, request);
    return call.answer(value);
  } catch (error) {
    const { method, callId } = request;
    reportError(options.onError, error, { method, callId });
    return call.refuse(refusalFor(error, call, redact));
  } finally {
    link.dispose();
  }
}

/** Does not wait for a transport that passes over its signal. */
async function untilAborted(
  transport: Transport,
  request: TransportRequest,
): Promise<TransportReply> {
  const { signal } = request;
  const context = errorContext(request, transport.id);
  if (signal.aborted) throw abortionError(signal, context, 'not_sent');
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(abortionError(signal, context, 'unknown')), {
      once: true,
    });
  });
  return Promise.race([transport.call(request), aborted]);
}

function refusalFor(error: unknown, call: ServedCall, redact: (text: string) => string): Refusal {
  if (error instanceof EgoiUnsupportedError) return unknownMethod(call, redact);
  if (error instanceof EgoiFaultError) {
    // The fault's maker may have had the key in hand and no reason to hide it.
    const faultCode = carriable(redact(error.faultCode));
    const faultString = carriable(redact(error.faultString));
    return { reason: 'fault', fault: { faultCode, faultString } };
  }
  if (error instanceof WireFormatError) {
    return { reason: 'failure', text: 'the answer holds what this protocol cannot carry' };
  }
  const text = error instanceof EgoiError ? failureTexts[error.kind] : undefined;
  return { reason: 'failure', text: text ?? 'internal error' };
}

function unknownMethod(call: ServedCall, redact: (text: string) => string): Refusal {
  return { reason: 'unknown-method', method: carriable(redact(call.method)).slice(0, 255) };
}

/** A text that cannot be carried would make an answer of a refusal impossible. */
function carriable(text: string): string {
  return carriedText(text, '\ufffd');
}

function unchanged(text: string): string {
  return text;
}
