import type { EgoiErrorCode, WireValue } from '@egoi-client/core';

/** A code as it goes on the wire: the two numbered ones carry the number of the field. */
export type WireCode =
  | EgoiErrorCode
  | `EXTRA_FIELD_${number | string}_DOES_NOT_EXIST`
  | `EXTRA_FIELD_${number}_ALREADY_EXISTS`;

/**
 * Ends a call with one of the API's error codes. Whatever the call wrote so far is undone, and the
 * caller gets `answer` as the call's value.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: WireCode;
  /** What the service answers: `{ ERROR: code }`, or another form where one was seen. */
  readonly answer: WireValue;

  constructor(code: WireCode, answer: WireValue = { ERROR: code }) {
    super(code);
    this.code = code;
    this.answer = answer;
  }
}

/** A refusal that the service says as a bare word: everything about credentials (reference, 14.8). */
export function bareRefusal(code: WireCode): Refusal {
  return new Refusal(code, code);
}
