/** An error of a call with what this command says about it, beside what there is to say of the error. */
export class AdvisedError extends Error {
  readonly error: unknown;
  /** A line each. */
  readonly advice: readonly string[];

  constructor(error: unknown, advice: readonly string[]) {
    super('see error');
    this.name = 'AdvisedError';
    this.error = error;
    this.advice = advice;
  }
}
