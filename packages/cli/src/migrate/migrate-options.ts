/** What both commands were given on the command line. */
export interface ReportCommandOptions {
  readonly html?: string;
  readonly failOn?: 'refused' | 'leave' | 'losses';
}

/** What `egoi migrate scan` was given. */
export interface ScanCommandOptions extends ReportCommandOptions {
  readonly minConfidence?: number;
  readonly vendor?: boolean;
  /** In seconds. */
  readonly timeLimit?: number;
}
