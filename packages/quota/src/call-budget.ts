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
  /**
   * 1 takes a call, if there is one; a refused one costs nothing. 0 only looks. More says that so many
   * have been made, by whomever: the missing ones are written down as made now.
   */
  readonly calls: number;
  /** How many calls may count for the one who asks. */
  readonly most: number;
  /** Ends the asking. */
  readonly signal: AbortSignal;
}

/** Counts the calls of accounts over a rolling hour. */
export interface CallBudget {
  /** @throws BudgetAwayError when the count cannot be had; whatever the signal says when it fires */
  ask(question: BudgetQuestion): Promise<BudgetState>;
}

/** How soon it is worth to ask again for a count that cannot be had, in milliseconds. */
export const awayRetryMs = 1000;

/** The count could not be asked, and there is no leave to go without it. */
export class BudgetAwayError extends Error {}
