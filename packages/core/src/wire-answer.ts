import type { WireObject, WireValue } from './wire-value.ts';

/** A refusal in the protocol's own way: SOAP Fault, XML-RPC fault, REST `failed`. */
export interface WireFault {
  /** Text, also where the protocol has a number. */
  readonly faultCode: string;
  readonly faultString: string;
}

/** What a codec finds in an answer. An error answer of the API is a value. */
export type WireAnswer = { readonly value: WireValue } | { readonly fault: WireFault };

/** What a codec finds in a request: the method, and the one argument with the credentials still in it. */
export interface WireCall {
  readonly method: string;
  readonly options: WireObject;
}
