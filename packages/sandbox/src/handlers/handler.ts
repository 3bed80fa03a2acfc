import type { WireObject, WireValue } from '@egoi-client/core';
import type { Deliveries } from '../callbacks/deliveries.ts';
import type { Moment } from '../clock.ts';
import type { ResolvedSandboxOptions } from '../options.ts';
import type { References } from '../references.ts';
import type { Caller } from '../sign-in.ts';
import type { Statements } from '../store/statements.ts';

/** One call, as a handler sees it. */
export interface HandlerCall {
  readonly params: WireObject;
  readonly caller: Caller;
  /** The store, inside the call's own transaction. */
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
  /** Leaves something to do until the call is committed; it must neither fail nor take long. */
  readonly afterCommit: (effect: () => void) => void;
  /** Posts a callback, apart from the call. */
  readonly deliver: Deliveries['add'];
}

/** Answers one method. @throws Refusal for an error answer; the call's transaction is then undone */
export type Handler = (call: HandlerCall) => Promise<WireValue>;

/** What a write answers where the reference knows no fields, after checklogin. */
export const outcomeOk = { RESULT: 'OK' };

/** The most items of a page, and its size when `limit` is absent: more than 1,000 no client asked for. */
export const maxPage = 1000;
