import type { StandardInput } from './files/standard-input.ts';
import type { Output } from './output/output.ts';

/** What every command gets of the process around it. */
export interface Session {
  /** The command line, without the name of the program. */
  readonly words: readonly string[];
  readonly output: Output;
  readonly input: StandardInput;
  /** Whether to show what is sent and what comes back, by `output.detail`. */
  readonly verbose: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Fires on Ctrl-C and SIGTERM. */
  readonly signal: AbortSignal;
  /** Whether someone can be asked: both the input and the error output are a terminal. */
  readonly isInteractive: boolean;
}
