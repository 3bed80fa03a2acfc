import type { Output } from './output/output.ts';

/** What every command gets of the process around it. */
export interface Session {
  readonly output: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Fires on Ctrl-C and SIGTERM. */
  readonly signal: AbortSignal;
  /** Whether someone can be asked: both the input and the error output are a terminal. */
  readonly isInteractive: boolean;
}
