import {
  type EgoiError,
  type Effect,
  findMethod,
  type Transport,
  type TransportReply,
  type TransportRequest,
  type WireValue,
} from '@egoi-client/core';
import { Secret } from '@egoi-client/core/wire';

/** A key that no test output may show. */
export const apiKey = '0123456789abcdef0123456789abcdef01234567';

/** What a call does to the account; `unknown` stands for a method outside the catalogue. */
export type EffectOrUnknown = Effect | 'unknown';

const methods: Readonly<Record<EffectOrUnknown, string>> = {
  read: 'getLists',
  idempotent: 'editSubscriber',
  write: 'addSubscriber',
  unknown: 'someNewMethod',
};

/** A request as a client makes it. */
export function requestOf(method: string, facts: Partial<TransportRequest> = {}): TransportRequest {
  return {
    method,
    spec: findMethod(method),
    params: {},
    credentials: { apiKey: new Secret(apiKey) },
    signal: new AbortController().signal,
    callId: 'a-call',
    attempt: 1,
    ...facts,
  };
}

/** A request with an effect. */
export function requestWith(
  effect: EffectOrUnknown,
  facts: Partial<TransportRequest> = {},
): TransportRequest {
  return requestOf(methods[effect], facts);
}

/** What `transport` answers with `value`. */
export function replyOf(value: WireValue, transport = 'scripted'): TransportReply {
  return { value, transport, durationMs: 0 };
}

/** The error that a promise must reject with. */
export async function failureOf(promise: Promise<unknown>): Promise<EgoiError> {
  return promise.then(
    () => {
      throw new Error('the call was expected to fail');
    },
    (error: EgoiError) => error,
  );
}

/** A transport with another name. */
export function named(id: string, transport: Transport): Transport {
  return {
    ...transport,
    id,
    call: async (request) => ({ ...(await transport.call(request)), transport: id }),
  };
}
