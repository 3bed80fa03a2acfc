import type { WireObject, WireValue } from '@egoi-client/core';
import type { Deliveries } from '../../account/callbacks/deliveries.ts';
import type { Moment } from '../../account/clock.ts';
import type { ResolvedSandboxOptions } from '../../options.ts';
import type { References } from '../../account/references.ts';
import type { Caller } from './sign-in.ts';
import type { Statements } from '../../account/store/statements.ts';

/** Work on the account, in a transaction of its own. */
export interface AccountWork {
  /** The store, inside the transaction. */
  readonly sql: Statements;
  readonly moment: Moment;
  readonly references: References;
  readonly limits: Pick<
    ResolvedSandboxOptions,
    | 'maxLists'
    | 'maxSubscribers'
    | 'maxImportBytes'
    | 'maxSmsLength'
    | 'maxFileBytes'
    | 'contactRules'
    | 'forms'
  >;
  /** Leaves something to do until the work is committed; it must neither fail nor take long. */
  readonly afterCommit: (effect: () => void) => void;
  /** Posts a callback, apart from the work. */
  readonly deliver: Deliveries['add'];
}

/** One call, as a handler sees it. */
export interface HandlerCall extends AccountWork {
  readonly params: WireObject;
  readonly caller: Caller;
}

/** Answers one method. @throws Refusal for an error answer; the call's transaction is then undone */
export type Handler = (call: HandlerCall) => Promise<WireValue>;

/** What a write answers where the reference knows no fields, after checklogin. */
export const outcomeOk = { RESULT: 'OK' };

/** The most items of a page, and its size when `limit` is absent: more than 1,000 no client asked for. */
export const maxPage = 1000;
