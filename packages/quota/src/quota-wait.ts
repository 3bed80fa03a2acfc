/** A wait that a call has before it, for progress and logs. */
export interface QuotaWait {
  /** How long, in milliseconds. */
  readonly waitMs: number;
  /**
   * Why: the budget is `spent`; what is left is `reserved` for others; the service itself `refused` a
   * call because others have used the account; or Redis is `away`, and no call is
   * left without it.
   */
  readonly reason: 'spent' | 'reserved' | 'refused' | 'away';
  /** The API method that waits. */
  readonly method: string;
  readonly callId: string;
}
