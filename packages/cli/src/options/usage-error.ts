import type { Argument, InvalidArgumentError, Option } from 'commander';
import type { EgoiCommand } from './egoi-command.ts';

/** What is wrong with the words of a command. */
export type UsageProblem =
  | { readonly kind: 'unknown option'; readonly flag: string }
  | { readonly kind: 'unknown command'; readonly word: string }
  | { readonly kind: 'missing operand'; readonly name: string }
  | { readonly kind: 'excess operand'; readonly word: string }
  | { readonly kind: 'missing value' | 'missing option'; readonly option: Option }
  | {
      readonly kind: 'wrong value';
      readonly target: Option | Argument;
      readonly value: string;
      readonly error: InvalidArgumentError;
    };

/** Words that a command does not take; `usageInWords` says what to type instead. */
export class UsageError extends Error {
  readonly command: EgoiCommand;
  readonly problem: UsageProblem;

  constructor(command: EgoiCommand, problem: UsageProblem) {
    super(problem.kind);
    this.name = 'UsageError';
    this.command = command;
    this.problem = problem;
  }
}
