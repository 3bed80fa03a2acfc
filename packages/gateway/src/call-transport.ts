import { randomUUID } from 'node:crypto';
import {
  abortionError,
  carriedText,
  EgoiError,
  type EgoiErrorKind,
  EgoiFaultError,
  EgoiTimeoutError,
  EgoiUnsupportedError,
  type ErrorContext,
  errorContext,
  findMethod,
  splitFunctionOptions,
  type Transport,
  type TransportReply,
  type TransportRequest,
  WireFormatError,
} from '@egoi-client/core';
import type { Asker } from './asker.ts';
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

/** Hands one call to the transport and puts what comes back into the call's own form. Never rejects. */
export async function callTransport(
  call: ServedCall,
  transport: Transport,
  options: Pick<ResolvedGatewayOptions, 'timeoutMs' | 'onError'>,
  asker: Asker,
): Promise<HttpReply> {
  const spec = findMethod(call.method);
  const controller = new AbortController();
  const { params, credentials } = splitFunctionOptions(call.options);
  const request: TransportRequest = {
    params,
    credentials,
    method: spec?.name ?? call.method,
    spec,
    // Made when it is asked for: a signal costs more than the rest of a small call's bookkeeping.
    get signal() {
      return controller.signal;
    },
    callId: randomUUID(),
    attempt: 1,
  };
  const context = errorContext(request, transport.id);
  const { redact = unchanged } = context;
  try {
    if (!methodName.test(call.method)) return call.refuse(unknownMethod(call, redact));
    const ending = { controller, asker, timeoutMs: options.timeoutMs, context };
    const { value } = await untilEnded(transport, request, ending);
    return call.answer(value);
  } catch (error) {
    const { method, callId } = request;
    reportError(options.onError, error, { method, callId });
    return call.refuse(refusalFor(error, call, redact));
  }
}

/** What ends a call before its answer. */
interface Ending {
  /** Of the call's signal. */
  readonly controller: AbortController;
  readonly asker: Asker;
  readonly timeoutMs: number;
  readonly context: ErrorContext;
}

/** Ends a call whose time is up, or whose asker has gone, and does not wait for a transport that passes over its signal. */
function untilEnded(
  transport: Transport,
  request: TransportRequest,
  { controller, asker, timeoutMs, context }: Ending,
): Promise<TransportReply> {
  return new Promise((resolve, reject) => {
    if (asker.gone !== undefined) {
      controller.abort(asker.gone.reason);
      asker.letGo();
      reject(abortionError(controller.signal, context, 'not_sent'));
      return;
    }
    const letGo = () => {
      clearTimeout(timer);
      asker.letGo();
    };
    const end = (reason: unknown) => {
      letGo();
      controller.abort(reason);
      reject(abortionError(controller.signal, context, 'unknown'));
    };
    const timer = setTimeout(() => {
      const what = `no answer within ${timeoutMs} ms (the gateway's call)`;
      end(new EgoiTimeoutError(what, { timeoutMs }));
    }, timeoutMs);
    asker.follow(end);
    const take = async () => {
      try {
        resolve(await transport.call(request));
      } catch (error) {
        reject(error);
      } finally {
        letGo();
      }
    };
    void take();
  });
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
