import type { ExitName } from './exit-codes.ts';

/** A command that cannot be done as it was given, or that found something to say at its end. */
export class CommandError extends Error {
  readonly exit: ExitName;
  /** What to do about it, a line each. */
  readonly advice: readonly string[];

  constructor(message: string, advice: readonly string[] = [], exit: ExitName = 'usage') {
    super(message);
    this.name = 'CommandError';
    this.exit = exit;
    this.advice = advice;
  }

  toJSON(): Record<string, unknown> {
    return { name: this.name, kind: this.exit, message: this.message, advice: this.advice };
  }
}
