import { type ArrivingItems, arrivingItems } from './contract/wire-call.ts';
import { findMethod } from './catalogue/catalogue.ts';
import { EgoiError } from './errors/egoi-error.ts';
import { abortionError, errorContext } from './contract/call-end.ts';
import { EgoiUnsupportedError } from './errors/errors.ts';
import { Secret } from './identity/secret.ts';
import type { Transport, TransportReply, TransportRequest } from './contract/transport.ts';
import type { WireValue } from './values/wire-value.ts';

// The kinds of which results are made, for tests that normalise captured answers.
export {
  dateTime,
  decimal,
  flag,
  integer,
  listOf,
  mapById,
  struct,
  text,
} from './catalogue/kinds.ts';

/** What a scripted transport does with one call: answers a value, rejects with an error, or decides. */
export type ScriptStep =
  | { readonly value: WireValue }
  | { readonly error: EgoiError }
  | ((request: TransportRequest) => WireValue | Promise<WireValue>);

/** A call as a scripted transport saw it; credentials are left out. */
export type ScriptedCall = Pick<TransportRequest, 'method' | 'params' | 'callId' | 'attempt'>;

export interface ScriptedTransport extends Transport<'scripted'> {
  /** The calls so far, in order. */
  readonly calls: readonly ScriptedCall[];
}

/**
 * A transport for tests that plays a script, one step a call, and keeps what it was asked. A call
 * past the end of the script rejects with `EgoiUnsupportedError`.
 *
 * @param steps what to do with the first call, the second, …
 */
export function scriptedTransport(steps: readonly ScriptStep[]): ScriptedTransport {
  const calls: ScriptedCall[] = [];
  return {
    id: 'scripted',
    calls,
    async call(request): Promise<TransportReply> {
      const context = errorContext(request, 'scripted');
      if (request.signal.aborted) throw abortionError(request.signal, context, 'not_sent');
      const step = steps[calls.length];
      const { method, params, callId, attempt } = request;
      calls.push({ method, params, callId, attempt });
      if (step === undefined) {
        throw new EgoiUnsupportedError(`the script has ${steps.length} steps only`, context);
      }
      if (typeof step === 'function') return replyWith(await step(request));
      if ('error' in step) throw step.error;
      return replyWith(step.value);
    },
  };
}

function replyWith(value: WireValue): TransportReply {
  return { value, transport: 'scripted', durationMs: 0 };
}

/** Listens to what a decoder tells of the items of one answer. */
export interface ItemListener {
  /** To be given to the decoder; `undefined` for a method without pages. */
  readonly arriving: ArrivingItems | undefined;
  /** The items so far, in order and as they were when they were told of. */
  readonly told: readonly WireValue[];
}

/** Makes a listener for tests of decoders. @param method the method that the answer is to */
export function itemListener(method: string): ItemListener {
  const told: WireValue[] = [];
  const arriving = arrivingItems({
    method,
    spec: findMethod(method),
    params: {},
    credentials: { apiKey: new Secret('k') },
    signal: new AbortController().signal,
    callId: 'call-1',
    attempt: 1,
    onItem(item) {
      told.push(structuredClone(item));
      return undefined;
    },
  });
  return { arriving, told };
}
