import { InvalidArgumentError } from 'commander';

/** A value that an option or an operand does not take. */
export class WrongValue extends InvalidArgumentError {
  /** A value that it takes, to be typed in its place. */
  readonly example: string;
  /** The words that it is one of, where there are such, and that of the value that stands for it. */
  readonly oneOf: { readonly word: string; readonly words: readonly string[] } | undefined;

  /** @param wanted what it must be, as a sentence */
  constructor(wanted: string, example: string, oneOf?: WrongValue['oneOf']) {
    super(wanted);
    this.example = example;
    this.oneOf = oneOf;
  }
}
