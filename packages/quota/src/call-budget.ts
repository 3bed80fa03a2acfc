/** How an account's budget stands. */
export interface BudgetState {
  /** Whether the call that was asked for may go. */
  readonly granted: boolean;
  /** Calls that count, the granted one included. */
  readonly used: number;
  /** Milliseconds until a call is free; 0 when one is. */
  readonly nextInMs: number;
  /** How many may count, where that is another number than asked with. */
  readonly most?: number;
}

/** What is asked of a budget. */
export interface BudgetQuestion {
  /** Name of the account's budget. */
  readonly account: string;
  /** 1 takes a call, if there is one; a refused one costs nothing. 0 only looks. */
  readonly calls: 0 | 1;
  /** How many calls may count for the one who asks. */
  readonly most: number;
  /** Ends the asking. */
  readonly signal: AbortSignal;
}

/** What became known of an account's calls after they were made. */
export interface BudgetNews {
  /** Name of the account's budget. */
  readonly account: string;
  /** Requests made beyond the calls that were taken; they count from now on. */
  readonly more: number;
  /** So many count at least, whoever made them: those that are missing are written down. */
  readonly atLeast: number;
  /** How long the missing ones count, in milliseconds; no longer than a call does. */
  readonly missingForMs: number;
  /** How many calls may count in all. */
  readonly most: number;
  /** Ends the telling. */
  readonly signal: AbortSignal;
}

/** Counts the calls of accounts over a rolling hour. */
export interface CallBudget {
  /** @throws BudgetAwayError when the count cannot be had; whatever the signal says when it fires */
  ask(question: BudgetQuestion): Promise<BudgetState>;
  /** Writes down what became known. @throws as `ask` */
  tell(news: BudgetNews): Promise<BudgetState>;
}

/** How soon it is worth to ask again for a count that cannot be had, in milliseconds. */
export const awayRetryMs = 1000;

/** The count could not be asked, and there is no leave to go without it. */
export class BudgetAwayError extends Error {}
