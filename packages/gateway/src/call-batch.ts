import { EgoiTimeoutError } from '@egoi-client/core';
import { type Cancellation, CancellationSource, type HttpReply } from '@egoi-client/http/server';
import { type CallService, type CallSource, callTransport } from './call-transport.ts';
import type { ResolvedGatewayOptions } from './gateway-options.ts';
import { reportError } from './report-error.ts';
import type { ServedBatch, ServedCall } from './served-protocol.ts';
import { ServedRequest } from './served-request.ts';

/**
 * Makes the calls of one request one after the other, each with the time limit of a call, and answers
 * them together. Calls are begun as long as a request may take to come and their answers have room, so
 * that the client gets an answer: one that is not begun says so. Never rejects.
 */
export async function callBatch(
  batch: ServedBatch,
  service: CallService,
  { requestTimeoutMs, maxBodyBytes }: ResolvedGatewayOptions,
  cancellation: Cancellation,
  from: CallSource,
): Promise<HttpReply> {
  const beginUntilMs = performance.now() + requestTimeoutMs;
  const answers: string[] = [];
  let answerLength = 0;
  const follower = new Follower(cancellation);
  for (const call of batch.calls) {
    if ('reply' in call) {
      service.ends?.withoutRequest(call.method, call.refused);
      answers.push(call.reply);
    } else if (performance.now() >= beginUntilMs || answerLength > maxBodyBytes) {
      answers.push(refuseUnbegun(call, service, requestTimeoutMs));
    } else {
      answers.push(await callTransport(call, service, follower.next(), from));
    }
    answerLength += answers.at(-1)?.length ?? 0;
  }
  cancellation.release();
  return batch.answerAll(answers);
}

/** Hands the cancellation of a request on to one call after another. */
class Follower {
  readonly #cancellation: Cancellation;
  #current = new CancellationSource();

  constructor(cancellation: Cancellation) {
    this.#cancellation = cancellation;
    cancellation.listen((reason) => this.#current.request(reason));
  }

  next(): Cancellation {
    this.#current = new CancellationSource();
    const { requested } = this.#cancellation;
    if (requested !== undefined) this.#current.request(requested.reason);
    return this.#current;
  }
}

function refuseUnbegun(
  call: ServedCall<string>,
  { onError, ends }: CallService,
  timeoutMs: number,
): string {
  const text = 'the call was not begun, for those before it took too long or answered too much';
  const error = new EgoiTimeoutError(text, { timeoutMs, delivery: 'not_sent' });
  const request = new ServedRequest(call);
  reportError(onError, error, { method: call.method, callId: request.callId });
  ends?.refused(request, error, performance.now(), undefined);
  return call.refuse({ reason: 'failure', text });
}
