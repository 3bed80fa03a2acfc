import type { MethodName, WireObject, WireValue } from '@egoi-client/core';
import type { AccountWork } from '../../account/work/account-work.ts';
import type { Caller } from './sign-in.ts';

/** One call, as a handler sees it. */
export interface HandlerCall extends AccountWork {
  readonly method: MethodName;
  readonly params: WireObject;
  readonly caller: Caller;
  /** Largest import, in bytes of UTF-8. */
  readonly maxImportBytes: number;
}

/** Answers one method. @throws Refusal, or BrokenRule, for an error answer; the call's transaction is then undone */
export type Handler = (call: HandlerCall) => Promise<WireValue>;

/** What a write answers where the reference knows no fields, after checklogin. */
export const outcomeOk = { RESULT: 'OK' };
