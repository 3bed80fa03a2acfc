import {
  type Delivery,
  EgoiError,
  type EgoiErrorKind,
  EgoiFaultError,
  EgoiPartialError,
  EgoiTimeoutError,
  EgoiUnsupportedError,
  findMethod,
  type Transport,
  type TransportReply,
} from '@egoi-client/core';
import {
  abortionError,
  carriedText,
  errorContext,
  type WireCall,
  WireFormatError,
} from '@egoi-client/core/wire';
import type { Cancellation, Deadlines, RequestHead } from '@egoi-client/http/server';
import type { Admission, AdmittedCall, RefusedCall } from './admission/contract.ts';
import { type CallEnds, NotAdmitted, unknownMethod } from './call-ends.ts';
import { endedText } from './call-reading.ts';
import type { ResolvedGatewayOptions } from './gateway-options.ts';
import { reportError } from './report-error.ts';
import type { Refusal, ServedCall } from './served-protocol.ts';
import { ServedRequest } from './served-request.ts';

const internalError = 'internal error';

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
  aborted: endedText,
};

/** What the calls of one wire have in common. */
export interface CallService {
  readonly transport: Transport;
  /** Of the gateway's calls. */
  readonly deadlines: Deadlines;
  readonly onError: ResolvedGatewayOptions['onError'];
  /** Decides who may call; `undefined` where everybody may. */
  readonly admission: Admission | undefined;
  /** Told of each call that ended; `undefined` where nobody listens. */
  readonly ends: CallEnds | undefined;
}

/** Where a call came from: the head of its request. */
export type CallSource = Pick<RequestHead, 'caller'>;

/** Hands one call to the transport and puts what comes back into the call's own form. Never rejects. */
export async function callTransport<Reply>(
  call: ServedCall<Reply>,
  { transport, deadlines, onError, ends, admission }: CallService,
  cancellation: Cancellation,
  from: CallSource,
): Promise<Reply> {
  const request = new ServedRequest(call);
  const startedMs = ends === undefined ? 0 : performance.now();
  let reply: TransportReply | undefined;
  let answer: Reply;
  try {
    if (!methodName.test(call.method)) {
      answer = call.refuse(noSuchMethod(call, redactorOf(request, transport)));
      ends?.refused(request, unknownMethod, startedMs, undefined);
      return answer;
    }
    const admitted = admission && admit(request, admission, from);
    if (admitted !== undefined && 'refusal' in admitted) {
      answer = call.answer(admitted.refusal);
      ends?.refused(request, new NotAdmitted(admitted.refusal), startedMs, undefined);
      return answer;
    }
    reply = await untilEnded(transport, request, deadlines, cancellation);
    answer = call.answer(
      admitted?.answer === undefined ? reply.value : admitted.answer(reply.value),
    );
  } catch (error) {
    const { method, callId } = request;
    reportError(onError, error, { method, callId });
    answer = refuseFor(error, call, redactorOf(request, transport));
    ends?.refused(request, error, startedMs, reply);
    return answer;
  }
  ends?.answered(request, reply, startedMs);
  return answer;
}

/** Lets a call in, as whom the admission says. */
function admit(
  request: ServedRequest,
  admission: Admission,
  { caller }: CallSource,
): AdmittedCall | RefusedCall {
  const { method, spec, params, credentials } = request;
  const admitted = admission.admit({ method, spec, params, credentials, caller });
  if ('refusal' in admitted) return admitted;
  request.credentials = admitted.credentials;
  if (admitted.params !== undefined) request.params = admitted.params;
  return admitted;
}

/** Ends a call whose time is up, or that is wanted no more, and does not wait for a transport that passes over its signal. */
function untilEnded(
  transport: Transport,
  request: ServedRequest,
  deadlines: Deadlines,
  cancellation: Cancellation,
): Promise<TransportReply> {
  return new Promise((resolve, reject) => {
    const abort = (reason: unknown, delivery: Delivery) => {
      ServedRequest.abort(request, reason);
      reject(abortionError(request.signal, errorContext(request, transport.id), delivery));
    };
    if (cancellation.requested !== undefined) {
      cancellation.release();
      abort(cancellation.requested.reason, 'not_sent');
      return;
    }
    const release = () => {
      deadlines.stop(deadline);
      cancellation.release();
    };
    const end = (reason: unknown) => {
      release();
      abort(reason, 'unknown');
    };
    const deadline = deadlines.start(() => {
      const { timeoutMs } = deadlines;
      const what = `no answer within ${timeoutMs} ms (the gateway's call)`;
      end(new EgoiTimeoutError(what, { timeoutMs }));
    });
    cancellation.listen(end);
    const take = (reply: TransportReply) => {
      release();
      resolve(reply);
    };
    const fail = (error: unknown) => {
      release();
      reject(error);
    };
    try {
      // What stands behind the gateway may throw or give no promise, whatever its types say.
      Promise.resolve(transport.call(request)).then(take, fail);
    } catch (error) {
      fail(error);
    }
  });
}

/** Made where something went wrong: few calls need it. */
function redactorOf(request: ServedRequest, transport: Transport): (text: string) => string {
  const { redact = unchanged } = errorContext(request, transport.id);
  return redact;
}

function refuseFor<Reply>(
  error: unknown,
  call: ServedCall<Reply>,
  redact: (text: string) => string,
): Reply {
  try {
    return call.refuse(refusalFor(error, call, redact));
  } catch {
    // An error of somebody else's transport may hold what its type does not allow.
    return call.refuse({ reason: 'failure', text: internalError });
  }
}

function refusalFor(error: unknown, call: WireCall, redact: (text: string) => string): Refusal {
  if (error instanceof EgoiUnsupportedError && findMethod(call.method) === undefined) {
    return noSuchMethod(call, redact);
  }
  // What was not done, and what to do about it, is the business of whoever made the call.
  if (error instanceof EgoiUnsupportedError || error instanceof EgoiPartialError) {
    const faultString = carriable(redact(error.message));
    return { reason: 'fault', fault: { faultCode: 'SOAP-ENV:Server', faultString } };
  }
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
  return { reason: 'failure', text: text ?? internalError };
}

function noSuchMethod(call: WireCall, redact: (text: string) => string): Refusal {
  return { reason: 'unknown-method', method: carriable(redact(call.method)).slice(0, 255) };
}

/** A text that cannot be carried would make an answer of a refusal impossible. */
function carriable(text: string): string {
  return carriedText(text, '\ufffd');
}

function unchanged(text: string): string {
  return text;
}
