const customInspect = Symbol.for('nodejs.util.inspect.custom');

/** Holds a key or a password so that printing, logging or serialising it shows `[redacted]`. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The secret itself, for the moment in which it goes on the wire. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return '[redacted]';
  }

  toJSON(): string {
    return '[redacted]';
  }

  [customInspect](): string {
    return '[redacted]';
  }
}
