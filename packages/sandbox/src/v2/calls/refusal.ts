import type { WireValue } from '@egoi-client/core';
import { BrokenRule } from '../../account/broken-rule.ts';
import { codeOf, type CodeContext, type WireCode } from './reason-codes.ts';

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

/** The refusal that an error is, or that the account means by it; `undefined` for any other error. */
export function refusalIn(error: unknown, context: CodeContext): Refusal | undefined {
  if (error instanceof BrokenRule) return new Refusal(codeOf(error.reason, context));
  return error instanceof Refusal ? error : undefined;
}
