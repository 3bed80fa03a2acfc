import type { WireObject, WireValue } from '../values/wire-value.ts';

/** A refusal in the protocol's own way: SOAP Fault, XML-RPC fault, REST `failed`. */
export interface WireFault {
  /** Text, also where the protocol has a number. */
  readonly faultCode: string;
  readonly faultString: string;
}

/** What a codec finds in an answer. An error answer of the API is a value. */
export type WireAnswer = { readonly value: WireValue } | { readonly fault: WireFault };

/** Reads one answer while its text arrives. */
export interface AnswerDecoder {
  /**
   * Takes the next piece of the text, which may be cut anywhere.
   *
   * @throws WireFormatError once what came cannot be an answer, whatever follows
   */
  write(text: string): void;
  /** Says that all has come. @throws WireFormatError for anything but a whole answer */
  end(): WireAnswer;
}

/** Reads one call while its text arrives. */
export interface CallDecoder<Call extends WireCall = WireCall> {
  /**
   * Takes the next piece of the text, which may be cut anywhere.
   *
   * @throws WireFormatError once what came cannot be a call, whatever follows
   */
  write(text: string): void;
  /** Says that all has come. @throws WireFormatError for anything but a whole call */
  end(): Call;
}

/** A call as a codec writes and reads it: the method, and the one argument with the credentials in it. */
export interface WireCall {
  readonly method: string;
  readonly options: WireObject;
  /**
   * The names of the arguments, in order, where the call has others than the one that holds all
   * options: each then carries the option of its name. @default ['functionOptions']
   */
  readonly parts?: readonly string[];
}
